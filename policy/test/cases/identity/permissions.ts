import { ROLE, ROLE_POLICY } from "../../../src/types";
import { type Cases, document, type Given, GONE } from "../case";

const BUCKET = "arn:aws:s3:::acme-files/*";
const policy = (statement: object): Record<string, Given> => ({
    rights: [ROLE_POLICY, { policy: document(statement) }],
});
const read = policy({ Action: ["s3:GetObject"], Resource: [BUCKET] });

export const cases: Cases = {
    "iam-no-wildcard-actions": {
        sound: read,
        faults: [
            ["rights.policy.Statement[0].Action[0]", "s3:*", "allows s3:*"],
            ["rights.policy.Statement[0].Action[0]", "s3:Get?bject", "allows s3:Get?bject"],
            ["rights.policy.Statement[0].NotAction", "s3:DeleteObject", "allows every action but some (NotAction)"],
            [
                "role",
                [ROLE, { inlinePolicies: [{ policy: document({ Action: "*" }) }] }],
                "allows *",
                "role.inlinePolicies[0].policy.Statement[0]",
            ],
        ],
        harmless: [
            ["rights.policy.Statement[0].Action[0]", "s3:GetObject*"],
            ["rights.policy.Statement[0]", { Effect: "Deny", Action: "s3:*", Resource: "*" }],
        ],
    },
    "iam-scoped-resources": {
        sound: read,
        faults: [
            ["rights.policy.Statement[0].Resource[0]", "*", "allows s3:GetObject on *"],
            [
                "rights.policy.Statement[0].Resource[0]",
                "arn:aws:s3:::*-files/*",
                "allows s3:GetObject on arn:aws:s3:::*-files/*",
            ],
            ["rights.policy.Statement[0].NotResource", BUCKET, "allows every resource but some (NotResource)"],
            [
                "rights",
                [
                    ROLE_POLICY,
                    {
                        policy: document({
                            Action: "secretsmanager:GetSecretValue",
                            Resource: "arn:aws:secretsmanager:us-east-1:1:secret:/app/*",
                        }),
                    },
                ],
                "allows secretsmanager:GetSecretValue on arn:aws:secretsmanager:us-east-1:1:secret:/app/*, which is more than one",
                "rights.policy.Statement[0]",
            ],
        ],
        harmless: [
            ["rights.policy.Statement[0]", { Effect: "Allow", Action: "ecr:GetAuthorizationToken", Resource: "*" }],
            [
                "rights.policy.Statement[0]",
                {
                    Effect: "Allow",
                    Action: "secretsmanager:GetSecretValue",
                    Resource: "arn:aws:secretsmanager:us-east-1:1:secret:/app/db-??????",
                },
            ],
            [
                "rights.policy.Statement[0]",
                {
                    Effect: "Allow",
                    Action: "cloudwatch:PutMetricData",
                    Resource: "*",
                    Condition: { StringEquals: { "cloudwatch:namespace": "acme" } },
                },
            ],
        ],
    },
    "iam-pass-role-is-bounded": {
        sound: policy({
            Action: ["iam:PassRole"],
            Resource: ["arn:aws:iam::123456789012:role/task"],
            Condition: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
        }),
        faults: [
            [
                "rights.policy.Statement[0].Resource[0]",
                "arn:aws:iam::123456789012:role/*",
                "may pass roles that it does not name",
            ],
            ["rights.policy.Statement[0].Condition", GONE, "may pass a role to any service"],
            [
                "rights.policy.Statement[0].Condition",
                { StringLike: { "iam:PassedToService": "*" } },
                "may pass a role to any service",
            ],
            [
                "rights.policy.Statement[0].Condition",
                { StringNotEquals: { "iam:PassedToService": "lambda.amazonaws.com" } },
                "may pass a role to any service",
            ],
        ],
    },
    "iam-no-privilege-escalation": {
        sound: policy({ Action: ["sts:AssumeRole"], Resource: ["arn:aws:iam::123456789012:role/reader"] }),
        faults: [
            ["rights.policy.Statement[0].Action[0]", "iam:AttachRolePolicy", "allows iam:AttachRolePolicy"],
            ["rights.policy.Statement[0].Action[0]", "s3:PutBucketPolicy", "allows s3:PutBucketPolicy"],
            ["rights.policy.Statement[0].Action[0]", "cloudtrail:StopLogging", "allows cloudtrail:StopLogging"],
            [
                "rights.policy.Statement[0].Resource[0]",
                "arn:aws:iam::*:role/reader",
                "may assume roles that it does not name",
            ],
        ],
    },
    "kms-grants-are-for-aws": {
        sound: policy({
            Action: ["kms:CreateGrant"],
            Resource: "arn:aws:kms:us-east-1:123456789012:key/1",
            Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
        }),
        faults: [
            ["rights.policy.Statement[0].Condition", GONE, "may create grants on a key for anybody"],
            [
                "rights.policy.Statement[0].Condition",
                { Bool: { "kms:GrantIsForAWSResource": "false" } },
                "may create grants on a key for anybody",
            ],
            [
                "rights.policy.Statement[0].Condition",
                { Null: { "kms:GrantIsForAWSResource": "true" } },
                "may create grants on a key for anybody",
            ],
        ],
    },
    "iam-no-log-group-creation": {
        sound: policy({ Action: ["logs:PutLogEvents"] }),
        faults: [["rights.policy.Statement[0].Action[0]", "logs:CreateLogGroup", "allows logs:CreateLogGroup"]],
    },
    "iam-no-destructive-actions": {
        sound: { rights: [ROLE_POLICY, { policy: document({ Action: ["rds:DescribeDBInstances"], Resource: "*" }) }] },
        faults: [
            ["rights.policy.Statement[0].Action[0]", "rds:DeleteDBInstance", "allows rds:DeleteDBInstance"],
            ["rights.policy.Statement[0].Action[0]", "backup:DeleteRecoveryPoint", "allows backup:DeleteRecoveryPoint"],
            ["rights.policy.Statement[0].Action[0]", "logs:DeleteLogGroup", "allows logs:DeleteLogGroup"],
        ],
    },
    "iam-changes-name-their-resource": {
        sound: {
            rights: [
                ROLE_POLICY,
                { policy: document({ Action: ["ecs:UpdateService"], Resource: ["arn:aws:ecs:r:1:service/c/web"] }) },
            ],
        },
        faults: [
            [
                "rights.policy.Statement[0].Resource[0]",
                "arn:aws:ecs:r:1:service/c/*",
                "allows ecs:UpdateService on more than it names",
            ],
        ],
    },
};
