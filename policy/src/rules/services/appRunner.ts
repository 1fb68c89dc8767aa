import { resourceRule } from "../../rule";
import { AMPLIFY_APP, AMPLIFY_BRANCH, APP_RUNNER } from "../../types";

export const appRunnerIsSound = resourceRule("app-runner-is-checked-and-traced", [APP_RUNNER], ({ props }, expect) => {
    const check = () => props["healthCheckConfiguration"];
    expect("healthCheckConfiguration", "has no health check but a connection", () => check() !== undefined);
    expect(
        "healthCheckConfiguration.protocol",
        "has no health check but a connection",
        () => check() === undefined || (check().protocol === "HTTP" && !!check().path),
    );
    expect(
        "instanceConfiguration.instanceRoleArn",
        "has no role of its own",
        () => !!props["instanceConfiguration"]?.instanceRoleArn,
    );
    expect(
        "observabilityConfiguration.observabilityEnabled",
        "is not traced",
        () => props["observabilityConfiguration"]?.observabilityEnabled === true,
    );
    const egress = () => props["networkConfiguration"]?.egressConfiguration;
    expect(
        "networkConfiguration.egressConfiguration.egressType",
        "has a connector to the VPC and does not use it",
        () => egress()?.egressType === "VPC" || !("vpcConnectorArn" in (egress() ?? {})),
    );
    expect(
        "networkConfiguration.egressConfiguration.vpcConnectorArn",
        "is to reach the VPC and has no connector to it",
        () => egress()?.egressType !== "VPC" || "vpcConnectorArn" in egress(),
    );
    expect(
        "sourceConfiguration.authenticationConfiguration.accessRoleArn",
        "has no role to pull its image",
        () =>
            props["sourceConfiguration"]?.imageRepository?.imageRepositoryType !== "ECR" ||
            !!props["sourceConfiguration"]?.authenticationConfiguration?.accessRoleArn,
    );
});

export const previewsAreNotPublic = resourceRule(
    "amplify-sends-security-headers",
    [AMPLIFY_APP],
    ({ props }, expect) => {
        for (const header of ["Strict-Transport-Security", "X-Content-Type-Options"]) {
            expect("customHeaders", `does not send ${header}`, () => (props["customHeaders"] ?? "").includes(header));
        }
        expect(
            "customHeaders",
            "lets the pages of any site in",
            () => !/Access-Control-Allow-Origin[^-]{0,20}\*/.test(props["customHeaders"] ?? ""),
        );
        expect(
            "enableBranchAutoDeletion",
            "keeps branches that are gone",
            () => props["enableBranchAutoDeletion"] === true,
        );
    },
);

export const branchesAreNotPublished = resourceRule(
    "pull-requests-are-not-published",
    [AMPLIFY_BRANCH],
    ({ props }, expect) => {
        expect(
            "enablePullRequestPreview",
            "publishes pull requests beside production",
            () =>
                props["stage"] !== "PRODUCTION" ||
                props["enablePullRequestPreview"] !== true ||
                props["enableBasicAuth"] === true,
        );
    },
);
