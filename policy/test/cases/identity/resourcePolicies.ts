import { BUCKET_POLICY, KEY, TOPIC_POLICY, VPC_ENDPOINT } from "../../../src/types";
import { type Cases, document, type Given, GONE } from "../case";

const bucket = (statement: object): Record<string, Given> => ({
    rights: [BUCKET_POLICY, { bucket: "files", policy: document(statement) }],
});
const READ = { Action: ["s3:GetObject"], Resource: "arn:aws:s3:::files/*" };
const STATEMENT = "rights.policy.Statement[0]";

export const cases: Cases = {
    "resource-policy-names-principals": {
        sound: bucket({ ...READ, Principal: { AWS: "arn:aws:iam::123456789012:role/web" } }),
        faults: [
            [
                "rights.policy.Statement[0].Principal",
                { CanonicalUser: "79a59df900b949e55d96a1e698fbaced" },
                "allows somebody by an id that no account is seen in, or the users of an identity provider",
            ],
            [
                "rights.policy.Statement[0]",
                {
                    ...{ Effect: "Allow", Action: "s3:GetObject", Resource: "*", Principal: "*" },
                    Condition: { StringEqualsIfExists: { "aws:SourceVpce": "vpce-1" } },
                },
                "allows anybody",
            ],
            [
                "rights.policy.Statement[0]",
                {
                    ...{ Effect: "Allow", Action: "s3:GetObject", Resource: "*", Principal: "*" },
                    Condition: { StringLike: { "aws:PrincipalOrgID": "o-*" } },
                },
                "allows anybody",
            ],
            [`${STATEMENT}.Principal`, "*", "allows anybody"],
            [`${STATEMENT}.Principal.AWS`, "*", "allows anybody"],
            [
                `${STATEMENT}.NotPrincipal`,
                { AWS: "arn:aws:iam::123456789012:role/other" },
                "allows everybody but some (NotPrincipal)",
            ],
            [
                "topic",
                [
                    TOPIC_POLICY,
                    {
                        policy: document({
                            Action: "sns:Subscribe",
                            Principal: "*",
                            Condition: { ArnLike: { "aws:SourceArn": "arn:aws:s3:::files" } },
                        }),
                    },
                ],
                "allows anybody",
                "topic.policy.Statement[0]",
            ],
        ],
        harmless: [
            [
                STATEMENT,
                {
                    Effect: "Allow",
                    ...READ,
                    Principal: "*",
                    Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1234567890" } },
                },
            ],
        ],
    },
    "resource-policy-names-actions": {
        sound: {
            ...bucket({ ...READ, Principal: { AWS: "arn:aws:iam::123456789012:role/web" } }),
            key: [KEY, { policy: document({ Action: "kms:*", Principal: { AWS: "arn:aws:iam::123456789012:root" } }) }],
        },
        faults: [
            [`${STATEMENT}.Action[0]`, "s3:Get*", "allows s3:Get*"],
            [`${STATEMENT}.Action[0]`, "s3:*Object", "allows s3:*Object"],
            [`${STATEMENT}.NotAction`, "s3:DeleteBucket", "allows every action but some (NotAction)"],
            [`${STATEMENT}.NotResource`, "arn:aws:s3:::files/x", "allows every resource but some (NotResource)"],
            ["key.policy.Statement[0].Principal.AWS", "arn:aws:iam::123456789012:role/web", "allows kms:*"],
        ],
    },
    "resource-policy-stays-in-the-account": {
        sound: {
            ...bucket({ ...READ, Principal: { AWS: "arn:aws:iam::123456789012:role/web" } }),
            other: [BUCKET_POLICY, { bucket: "${rights}", more: "${rights}" }],
        },
        faults: [
            [`${STATEMENT}.Principal.AWS`, "arn:aws:iam::999999999999:root", "is open to account 999999999999"],
            [
                `${STATEMENT}.Condition`,
                { StringEquals: { "aws:SourceAccount": "999999999999" } },
                "is open to account 999999999999",
            ],
        ],
    },
    "resource-policy-proves-its-source": {
        sound: bucket({
            Action: "s3:PutObject",
            Principal: { Service: "cloudtrail.amazonaws.com" },
            Condition: { StringEquals: { "aws:SourceArn": "arn:aws:cloudtrail:us-east-1:123456789012:trail/audit" } },
        }),
        faults: [
            [`${STATEMENT}.Condition`, GONE, "lets cloudtrail.amazonaws.com act on behalf of any account"],
            [
                `${STATEMENT}.Condition.StringEquals`,
                { "s3:x-amz-acl": "bucket-owner-full-control" },
                "lets cloudtrail.amazonaws.com act on behalf of any account",
            ],
        ],
    },
    "vpc-endpoint-policy-is-narrow": {
        sound: {
            endpoint: [
                VPC_ENDPOINT,
                { policy: document({ Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::files/*" }) },
            ],
        },
        faults: [["endpoint.policy.Statement[0].Resource", "*", "allows everything to everybody"]],
        harmless: [["endpoint.policy", GONE]],
    },
};
