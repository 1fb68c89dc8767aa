import { ROLE, ROLE_POLICY } from "../../../src/types";
import { type Cases, document, type Given, GONE } from "../case";

const trusts = (Principal: object, Condition: object = {}): Record<string, Given> => ({
    role: [ROLE, { assumeRolePolicy: document({ Action: "sts:AssumeRole", Principal, Condition }) }],
});
const STATEMENT = "role.assumeRolePolicy.Statement[0]";
const GITHUB = "token.actions.githubusercontent.com";

export const cases: Cases = {
    "trust-names-principals": {
        sound: trusts({ Service: "ecs-tasks.amazonaws.com" }),
        faults: [
            [
                STATEMENT,
                {
                    ...{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: "*" } },
                    Condition: { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/*" } },
                },
                "may be assumed by anybody",
            ],
            [
                STATEMENT,
                {
                    ...{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: "*" } },
                    Condition: { StringEquals: { "sts:ExternalId": "told-to-many" } },
                },
                "may be assumed by anybody",
            ],
            [`${STATEMENT}.Principal`, { AWS: "*" }, "may be assumed by anybody"],
            [
                `${STATEMENT}.NotPrincipal`,
                { AWS: "arn:aws:iam::123456789012:root" },
                "trusts everybody but some (NotPrincipal)",
            ],
            [`${STATEMENT}.Action`, "sts:*", "trusts with a wildcard action"],
            [`${STATEMENT}.Effect`, "Deny", "may be assumed by nobody", "role.assumeRolePolicy"],
            [
                STATEMENT,
                {
                    Effect: "Allow",
                    Action: "sts:AssumeRole",
                    Principal: { AWS: "*" },
                    Condition: { StringLike: { "aws:SourceArn": "*" } },
                },
                "may be assumed by anybody",
            ],
        ],
    },
    "trust-stays-in-the-account": {
        sound: {
            ...trusts({ AWS: "arn:aws:iam::123456789012:root" }),
            rights: [ROLE_POLICY, { role: "${role}" }],
            others: [ROLE_POLICY, { role: "${role}" }],
        },
        faults: [
            [`${STATEMENT}.Principal.AWS`, "arn:aws:iam::999999999999:root", "trusts account 999999999999"],
            [`${STATEMENT}.Principal.AWS`, "999999999999", "trusts account 999999999999"],
        ],
        harmless: [
            [
                STATEMENT,
                {
                    Effect: "Allow",
                    Action: "sts:AssumeRole",
                    Principal: { AWS: "arn:aws:iam::999999999999:root" },
                    Condition: { StringEquals: { "sts:ExternalId": "abc-123" } },
                },
            ],
        ],
    },
    "trust-proves-its-source": {
        sound: trusts(
            { Service: "scheduler.amazonaws.com" },
            { StringEquals: { "aws:SourceAccount": "123456789012" } },
        ),
        faults: [
            [`${STATEMENT}.Condition`, GONE, "trusts scheduler.amazonaws.com on behalf of any account"],
            [
                `${STATEMENT}.Condition.StringEquals`,
                { "aws:SourceArn": "*" },
                "trusts scheduler.amazonaws.com on behalf of any account",
            ],
        ],
    },
    "trust-of-federation-is-narrow": {
        sound: trusts(
            { Federated: `arn:aws:iam::123456789012:oidc-provider/${GITHUB}` },
            {
                StringLike: { [`${GITHUB}:sub`]: "repo:acme/app:ref:refs/heads/main" },
                StringEquals: { [`${GITHUB}:aud`]: "sts.amazonaws.com" },
            },
        ),
        faults: [
            [
                `${STATEMENT}.Condition.StringLike`,
                { [`${GITHUB}:sub`]: "repo:acme/app:pull_request" },
                "accepts the pull requests of anybody",
            ],
            [
                `${STATEMENT}.Condition.StringLike`,
                { [`${GITHUB}:sub`]: ["repo:acme/app:ref:refs/heads/main", "repo:*"] },
                "accepts every subject of the identity provider",
            ],
            [`${STATEMENT}.Condition.StringEquals`, GONE, "accepts tokens for any audience"],
            [`${STATEMENT}.Condition.StringLike`, GONE, "accepts every subject of the identity provider"],
            [
                `${STATEMENT}.Condition.StringLike`,
                { [`${GITHUB}:sub`]: "repo:*" },
                "accepts every subject of the identity provider",
            ],
            [
                `${STATEMENT}.Condition.StringLike`,
                { [`${GITHUB}:sub`]: "*" },
                "accepts every subject of the identity provider",
            ],
        ],
        harmless: [[`${STATEMENT}.Condition.StringLike`, { [`${GITHUB}:sub`]: "repo:acme/app:*" }]],
    },
    "trust-is-for-who-uses-the-role": {
        sound: {
            ...trusts({ Service: "ecs-tasks.amazonaws.com" }),
            task: ["aws:ecs/taskDefinition:TaskDefinition", { taskRoleArn: "${role}" }],
        },
        faults: [
            [
                `${STATEMENT}.Principal.Service`,
                "ec2.amazonaws.com",
                "is also trusted to ec2.amazonaws.com, which has no use for it",
            ],
            [
                `${STATEMENT}.Principal.Service`,
                ["ecs-tasks.amazonaws.com", "ec2.amazonaws.com"],
                [
                    "role.assumeRolePolicy.Statement[0]: is also trusted to ec2.amazonaws.com, which has no use for it",
                    "role.assumeRolePolicy: is trusted to ecs-tasks.amazonaws.com and ec2.amazonaws.com",
                ],
            ],
        ],
    },
    "trust-is-not-of-the-whole-account": {
        sound: trusts({ AWS: "arn:aws:iam::123456789012:role/deployer" }),
        faults: [
            [
                `${STATEMENT}.Principal.AWS`,
                "arn:aws:iam::123456789012:root",
                "may be assumed by everybody in arn:aws:iam::123456789012:root who may assume roles",
            ],
        ],
    },
};
