import { resourceRule } from "../../rule";
import { AMPLIFY_APP, AMPLIFY_BRANCH, APP_RUNNER } from "../../types";

export const appRunnerIsSound = resourceRule({
    id: "app-runner-is-checked-and-traced",
    controls: ["WA REL11-BP01", "WA SEC03-BP02"],
    description:
        "An App Runner service has a health check, a role of its own, traces, and reaches data through the VPC.",
    remedy: "Set healthCheckConfiguration, instanceRoleArn, observabilityConfiguration and egressConfiguration.",
    types: [APP_RUNNER],
    check({ props }, expect) {
        const check = () => props["healthCheckConfiguration"];
        expect(() => check() !== undefined, "has no health check but a connection", "healthCheckConfiguration");
        expect(
            () => check()?.protocol === "HTTP" && !!check()?.path,
            "has no health check but a connection",
            "healthCheckConfiguration.protocol",
        );
        expect(
            () => !!props["instanceConfiguration"]?.instanceRoleArn,
            "has no role of its own",
            "instanceConfiguration.instanceRoleArn",
        );
        expect(
            () => props["observabilityConfiguration"]?.observabilityEnabled === true,
            "is not traced",
            "observabilityConfiguration.observabilityEnabled",
        );
        const egress = () => props["networkConfiguration"]?.egressConfiguration;
        expect(
            () => (egress()?.egressType === "VPC") === (egress()?.vpcConnectorArn !== undefined),
            "has a connector to the VPC and does not use it",
            "networkConfiguration.egressConfiguration.egressType",
        );
        expect(
            () =>
                props["sourceConfiguration"]?.imageRepository?.imageRepositoryType !== "ECR" ||
                !!props["sourceConfiguration"]?.authenticationConfiguration?.accessRoleArn,
            "has no role to pull its image",
            "sourceConfiguration.authenticationConfiguration.accessRoleArn",
        );
    },
});

export const previewsAreNotPublic = resourceRule({
    id: "amplify-sends-security-headers",
    controls: ["WA SEC05-BP03"],
    description: "An Amplify app sends the headers that browsers protect with, and deletes the branches that are gone.",
    remedy: "Set customHeaders with Strict-Transport-Security, and enableBranchAutoDeletion.",
    types: [AMPLIFY_APP],
    check({ props }, expect) {
        for (const header of ["Strict-Transport-Security", "X-Content-Type-Options"]) {
            expect(() => (props["customHeaders"] ?? "").includes(header), `does not send ${header}`, "customHeaders");
        }
        expect(
            () => !/Access-Control-Allow-Origin[^-]{0,20}\*/.test(props["customHeaders"] ?? ""),
            "lets the pages of any site in",
            "customHeaders",
        );
        expect(
            () => props["enableBranchAutoDeletion"] === true,
            "keeps branches that are gone",
            "enableBranchAutoDeletion",
        );
    },
});

export const branchesAreNotPublished = resourceRule({
    id: "pull-requests-are-not-published",
    level: "advisory",
    controls: ["FSBP Amplify.1", "WA SEC05-BP03"],
    description: "A production branch is not also built from pull requests.",
    remedy: "Set enablePullRequestPreview to false on the production branch, or protect previews by a password.",
    types: [AMPLIFY_BRANCH],
    check({ props }, expect) {
        expect(
            () =>
                props["stage"] !== "PRODUCTION" ||
                props["enablePullRequestPreview"] !== true ||
                props["enableBasicAuth"] === true,
            "publishes pull requests beside production",
            "enablePullRequestPreview",
        );
    },
});
