import { BUCKET_POLICY, BUCKETS, EFS, EFS_POLICY, QUEUE, QUEUE_POLICY, TOPIC, TOPIC_POLICY } from "../../../src/types";
import { type Cases, document, GONE } from "../case";

const denies = (Action: string, name: string) =>
    document({
        ...{ Effect: "Deny", Principal: "*", Action, Resource: [`\${${name}}`, `\${${name}}/*`] },
        Condition: { Bool: { "aws:SecureTransport": "false" } },
    });
const OPEN = "takes requests without TLS: no BucketPolicy denies them";

export const cases: Cases = {
    "refuses-plain-transport": {
        sound: {
            files: [BUCKETS[0]!],
            rights: [BUCKET_POLICY, { bucket: "${files}", policy: denies("s3:*", "files") }],
            jobs: [QUEUE],
            jobRights: [QUEUE_POLICY, { queueUrl: "${jobs}", policy: denies("sqs:*", "jobs") }],
            alerts: [TOPIC],
            alertRights: [TOPIC_POLICY, { arn: "${alerts}", policy: denies("sns:Publish", "alerts") }],
            volume: [EFS],
            volumeRights: [EFS_POLICY, { fileSystemId: "${volume}", policy: denies("elasticfilesystem:*", "volume") }],
        },
        faults: [
            ["rights", GONE, OPEN, "files.policy"],
            ["rights.policy.Statement[0].Effect", "Allow", OPEN, "files.policy"],
            ["rights.policy.Statement[0].Principal", { AWS: "arn:aws:iam::1:root" }, OPEN, "files.policy"],
            ["rights.policy.Statement[0].Resource", ["arn:aws:s3:::files"], OPEN, "files.policy"],
            ["rights.policy.Statement[0].Condition.Bool", { "aws:SecureTransport": "true" }, OPEN, "files.policy"],
            ["rights.policy.Statement[0].Condition.StringEquals", { "aws:userid": "x" }, OPEN, "files.policy"],
            ["jobRights", GONE, "takes requests without TLS: no QueuePolicy denies them", "jobs.policy"],
            ["alertRights", GONE, "takes requests without TLS: no TopicPolicy denies them", "alerts.policy"],
            ["volumeRights", GONE, "takes requests without TLS: no FileSystemPolicy denies them", "volume.policy"],
        ],
    },
};
