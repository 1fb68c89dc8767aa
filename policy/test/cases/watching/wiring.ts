import * as aws from "../../../src/types";
import { type Cases, document, GONE } from "../case";

const trail = { Service: "cloudtrail.amazonaws.com" };
const WRITES = ["logs:CreateLogStream", "logs:PutLogEvents"];
const PULLS = ["ecr:GetAuthorizationToken", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];

export const cases: Cases = {
    "audit-bucket-has-a-trail": {
        sound: {
            trail: [aws.TRAIL],
            rights: [
                aws.BUCKET_POLICY,
                {
                    policy: document(
                        { Action: "s3:PutObject", Principal: trail },
                        { Action: "s3:GetBucketAcl", Principal: trail },
                    ),
                },
            ],
        },
        faults: [
            [
                "files",
                ["aws:s3/bucketV2:BucketV2"],
                "goes to a bucket that the stack does not create",
                "trail.s3BucketName",
            ],
            ["trail", GONE, "is for a trail that is not there", "rights.policy"],
            ["rights.policy.Statement[0]", GONE, "may not s3:PutObject on its bucket", "trail.s3BucketName"],
            ["rights.policy.Statement[1]", GONE, "may not s3:GetBucketAcl on its bucket", "trail.s3BucketName"],
        ],
    },
    "events-may-write-their-log": {
        sound: {
            log: [aws.LOG_GROUP, { name: "/events" }],
            target: [aws.EVENT_TARGET, { arn: "${log}" }],
            filter: [aws.METRIC_FILTER, { logGroupName: "/events" }],
            rights: [
                "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
                {
                    policyDocument: document({
                        Action: WRITES,
                        Principal: { Service: ["events.amazonaws.com", "delivery.logs.amazonaws.com"] },
                    }),
                },
            ],
        },
        faults: [
            ["filter", GONE, "writes to a log that no metric filter reads", "target.arn"],
            [
                "rights.policyDocument.Statement[0].Action[1]",
                GONE,
                ["events", "delivery.logs"].map(
                    it => `target.arn: may not write: ${it}.amazonaws.com has no logs:PutLogEvents`,
                ),
            ],
            [
                "rights.policyDocument.Statement[0].Principal.Service[1]",
                GONE,
                WRITES.map(it => `target.arn: may not write: delivery.logs.amazonaws.com has no ${it}`),
            ],
        ],
    },
    "findings-are-made": {
        sound: { detector: [aws.GUARD_DUTY], rule: [aws.EVENT_RULE, { eventPattern: { source: ["aws.guardduty"] } }] },
        faults: [
            ["detector", GONE, "waits for findings that no detector of the stack makes", "rule.eventPattern"],
            ["rule.eventPattern", { detail: {} }, "is for events of any source"],
        ],
        harmless: [["rule", [aws.EVENT_RULE, { scheduleExpression: "rate(1 day)" }]]],
    },
    "database-logs-have-a-group": {
        sound: {
            db: [aws.RDS_INSTANCE, { identifier: "app", enabledCloudwatchLogsExports: ["postgresql"] }],
            log: [aws.LOG_GROUP, { name: "/aws/rds/instance/app/postgresql" }],
            cluster: [aws.RDS_CLUSTER, { clusterIdentifier: "all", enabledCloudwatchLogsExports: ["error"] }],
            errors: [aws.LOG_GROUP, { name: "/aws/rds/cluster/all/error" }],
        },
        faults: [
            [
                "log",
                GONE,
                "writes to /aws/rds/instance/app/postgresql, which the stack does not create",
                "db.enabledCloudwatchLogsExports",
            ],
            [
                "errors.name",
                "/aws/rds/cluster/all/general",
                "writes to /aws/rds/cluster/all/error, which the stack does not create",
                "cluster.enabledCloudwatchLogsExports",
            ],
        ],
    },
    "execution-role-starts-tasks": {
        sound: {
            images: [aws.REPOSITORY],
            role: [aws.ROLE],
            rights: [
                aws.ROLE_POLICY,
                { role: "${role}", policy: document({ Action: [...WRITES, ...PULLS], Resource: "*" }) },
            ],
            task: [
                aws.TASK_DEFINITION,
                {
                    executionRoleArn: "${role}",
                    containerDefinitions: [{ image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/app:1" }],
                },
            ],
        },
        faults: [...WRITES, ...PULLS].map((action, at) => [
            `rights.policy.Statement[0].Action[${at}]`,
            GONE,
            `has an execution role without ${action}`,
            "task.executionRoleArn",
        ]),
    },
    "rotation-is-in-time": {
        sound: {
            key: [
                "aws:secretsmanager/secretRotation:SecretRotation",
                { rotationLambdaArn: "arn", rotationRules: { automaticallyAfterDays: 90 } },
            ],
        },
        faults: [
            ["key.rotationRules.automaticallyAfterDays", 91, "is rotated after more than 90 days, or never"],
            ["key.rotationLambdaArn", GONE, "is rotated by nothing"],
        ],
    },
};
