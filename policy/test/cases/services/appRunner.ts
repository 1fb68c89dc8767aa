import { AMPLIFY_APP, AMPLIFY_BRANCH, APP_RUNNER } from "../../../src/types";
import { type Cases, GONE } from "../case";

const HEADERS = "customHeaders:\n  - pattern: '**'\n    headers:\n";
const SAFE = `${HEADERS}      - key: Strict-Transport-Security\n      - key: X-Content-Type-Options\n`;

export const cases: Cases = {
    "app-runner-is-checked-and-traced": {
        sound: {
            web: [
                APP_RUNNER,
                {
                    healthCheckConfiguration: { protocol: "HTTP", path: "/health" },
                    instanceConfiguration: { instanceRoleArn: "arn" },
                    observabilityConfiguration: { observabilityEnabled: true },
                    networkConfiguration: { egressConfiguration: { egressType: "VPC", vpcConnectorArn: "arn" } },
                    sourceConfiguration: {
                        imageRepository: { imageRepositoryType: "ECR" },
                        authenticationConfiguration: { accessRoleArn: "arn" },
                    },
                },
            ],
        },
        faults: [
            [
                "web.healthCheckConfiguration",
                GONE,
                ["web.healthCheckConfiguration: has no health check but a connection"],
            ],
            ["web.healthCheckConfiguration.protocol", "TCP", "has no health check but a connection"],
            ["web.instanceConfiguration.instanceRoleArn", GONE, "has no role of its own"],
            ["web.observabilityConfiguration.observabilityEnabled", false, "is not traced"],
            [
                "web.networkConfiguration.egressConfiguration.egressType",
                "DEFAULT",
                "has a connector to the VPC and does not use it",
            ],
            [
                "web.networkConfiguration.egressConfiguration.vpcConnectorArn",
                GONE,
                "is to reach the VPC and has no connector to it",
            ],
            [
                "web.sourceConfiguration.authenticationConfiguration.accessRoleArn",
                GONE,
                "has no role to pull its image",
            ],
        ],
    },
    "amplify-sends-security-headers": {
        sound: { pages: [AMPLIFY_APP, { customHeaders: SAFE, enableBranchAutoDeletion: true }] },
        faults: [
            [
                "pages.customHeaders",
                GONE,
                ["Strict-Transport-Security", "X-Content-Type-Options"].map(
                    it => `pages.customHeaders: does not send ${it}`,
                ),
            ],
            [
                "pages.customHeaders",
                `${SAFE}      - key: Access-Control-Allow-Origin\n        value: '*'\n`,
                "lets the pages of any site in",
            ],
            ["pages.enableBranchAutoDeletion", false, "keeps branches that are gone"],
        ],
    },
    "pull-requests-are-not-published": {
        sound: { main: [AMPLIFY_BRANCH, { stage: "PRODUCTION", enablePullRequestPreview: false }] },
        faults: [["main.enablePullRequestPreview", true, "publishes pull requests beside production"]],
        harmless: [["main", [AMPLIFY_BRANCH, { stage: "DEVELOPMENT", enablePullRequestPreview: true }]]],
    },
};
