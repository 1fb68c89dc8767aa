import { deepEqual } from "node:assert/strict";
import { describe, test } from "node:test";
import { leastPrivilege } from "../src/rules/leastPrivilege";
import { noBroadManagedPolicies } from "../src/rules/noBroadManagedPolicies";
import { noLogGroupCreation } from "../src/rules/noLogGroupCreation";
import { principalsAreNamed } from "../src/rules/principalsAreNamed";
import { findings, UNKNOWN } from "./harness";

const QUEUE_ARN = "arn:aws:sqs:us-east-1:123456789012:jobs";

function document(...statements: object[]): string {
    return JSON.stringify({ Version: "2012-10-17", Statement: statements.map(it => ({ Effect: "Allow", ...it })) });
}

const policy = (...statements: object[]) => ({
    type: "aws:iam/rolePolicy:RolePolicy",
    props: { policy: document(...statements) },
});

describe("iam-least-privilege", () => {
    const judge = (statement: object, settings = {}) => findings(leastPrivilege, policy(statement), settings);

    test("accepts named actions on named resources", () => {
        deepEqual(judge({ Action: ["sqs:SendMessage"], Resource: QUEUE_ARN }), []);
        deepEqual(judge({ Action: "s3:GetObject", Resource: ["arn:aws:s3:::assets/*"] }), []);
    });

    test("refuses wildcard actions", () => {
        deepEqual(judge({ Action: "*", Resource: QUEUE_ARN }), ["allows *"]);
        deepEqual(judge({ Action: ["sqs:*"], Resource: QUEUE_ARN }), ["allows sqs:*"]);
        deepEqual(judge({ NotAction: "iam:*", Resource: QUEUE_ARN }), ["allows every action but some (NotAction)"]);
    });

    test("accepts the kinds of actions that an export of RDS needs, on its bucket alone", () => {
        deepEqual(judge({ Action: ["s3:PutObject*", "s3:GetObject*"], Resource: "arn:aws:s3:::exports/*" }), []);
        deepEqual(judge({ Action: "s3:PutObject*", Resource: "*" }), ["allows s3:PutObject* on every resource"]);
    });

    test("refuses a wildcard resource where AWS can name one", () => {
        deepEqual(judge({ Action: "sqs:SendMessage", Resource: "*" }), ["allows sqs:SendMessage on every resource"]);
        deepEqual(judge({ Action: "s3:GetObject", Resource: "arn:aws:s3:::*" }), [
            "allows s3:GetObject on every resource",
        ]);
        deepEqual(judge({ Action: "s3:GetObject", NotResource: "arn:aws:s3:::a" }), [
            "allows every resource but some (NotResource)",
        ]);
    });

    test("accepts a wildcard resource where AWS has none to name", () => {
        deepEqual(judge({ Action: ["ecr:GetAuthorizationToken", "ssmmessages:OpenDataChannel"], Resource: "*" }), []);
        deepEqual(judge({ Action: "sns:ListTopics", Resource: "*" }, { unscoped: ["sns:ListTopics"] }), []);
    });

    test("wants a condition on metrics", () => {
        const statement = { Action: "cloudwatch:PutMetricData", Resource: "*" };
        deepEqual(judge(statement), ["allows cloudwatch:PutMetricData on every resource without a condition"]);
        deepEqual(judge({ ...statement, Condition: { StringEquals: { "cloudwatch:namespace": "app" } } }), []);
    });

    test("leaves denials alone", () => {
        deepEqual(judge({ Effect: "Deny", Action: "*", Resource: "*" }), []);
    });

    test("reads inline policies of a role", () => {
        const props = { inlinePolicies: [{ name: "all", policy: document({ Action: "*", Resource: QUEUE_ARN }) }] };
        deepEqual(findings(leastPrivilege, { type: "aws:iam/role:Role", props }), ["allows *"]);
        deepEqual(findings(leastPrivilege, { type: "aws:iam/role:Role" }), []);
    });

    test("says when a document cannot be read, and waits when it is not known", () => {
        const type = "aws:iam/policy:Policy";
        deepEqual(findings(leastPrivilege, { type, props: { policy: "{" } }), ["the policy document is not JSON"]);
        deepEqual(findings(leastPrivilege, { type, props: { policy: UNKNOWN } }), []);
    });
});

describe("no-broad-managed-policies", () => {
    const type = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
    const judge = (policyArn: unknown) => findings(noBroadManagedPolicies, { type, props: { policyArn } });

    test("accepts a narrow one", () => {
        deepEqual(judge("arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"), []);
        deepEqual(judge(UNKNOWN), []);
    });

    test("refuses full access", () => {
        deepEqual(judge("arn:aws:iam::aws:policy/AdministratorAccess"), [
            "attaches arn:aws:iam::aws:policy/AdministratorAccess",
        ]);
        deepEqual(judge("arn:aws:iam::aws:policy/AmazonS3FullAccess"), [
            "attaches arn:aws:iam::aws:policy/AmazonS3FullAccess",
        ]);
    });
});

describe("no-log-group-creation", () => {
    test("accepts writing to a group", () => {
        deepEqual(
            findings(noLogGroupCreation, policy({ Action: ["logs:PutLogEvents"], Resource: "arn:aws:logs:::g" })),
            [],
        );
    });

    test("refuses creating one, by a statement or by a managed policy", () => {
        deepEqual(
            findings(noLogGroupCreation, policy({ Action: "logs:CreateLogGroup", Resource: "arn:aws:logs:::g" })),
            ["allows logs:CreateLogGroup"],
        );
        const policyArn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";
        deepEqual(
            findings(noLogGroupCreation, {
                type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
                props: { policyArn },
            }),
            ["attaches a managed policy that allows logs:CreateLogGroup"],
        );
    });
});

describe("principals-are-named", () => {
    const judgeQueue = (statement: object) =>
        findings(principalsAreNamed, {
            type: "aws:sqs/queuePolicy:QueuePolicy",
            props: { policy: document(statement) },
        });
    const judgeTrust = (subject: string) =>
        findings(principalsAreNamed, {
            type: "aws:iam/role:Role",
            props: {
                assumeRolePolicy: document({
                    Action: "sts:AssumeRoleWithWebIdentity",
                    Principal: {
                        Federated: "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com",
                    },
                    Condition: { StringLike: { "token.actions.githubusercontent.com:sub": subject } },
                }),
            },
        });

    test("accepts a named principal, or anyone under a condition", () => {
        deepEqual(judgeQueue({ Principal: { Service: "events.amazonaws.com" }, Action: "sqs:SendMessage" }), []);
        deepEqual(
            judgeQueue({
                Principal: "*",
                Action: "sqs:SendMessage",
                Condition: { ArnEquals: { "aws:SourceArn": "arn" } },
            }),
            [],
        );
    });

    test("refuses anyone", () => {
        deepEqual(judgeQueue({ Principal: { AWS: "*" }, Action: "sqs:SendMessage" }), [
            "allows anyone, without a condition",
        ]);
    });

    test("wants a CI role bound to a repository", () => {
        deepEqual(judgeTrust("repo:acme/app:ref:refs/heads/main"), []);
        deepEqual(judgeTrust("repo:*"), [
            "trusts every repository on GitHub: the subject is not narrowed to one owner's",
        ]);
    });
});
