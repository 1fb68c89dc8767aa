import { ALARM, KEY, LOG_GROUP, TOPIC, TRAIL } from "../../../src/types";
import { type Cases, document, GONE } from "../case";

const uses = (Service: string, ...more: string[]) => ({
    ...{ Action: ["kms:GenerateDataKey*", "kms:Decrypt", ...more], Principal: { Service }, Resource: "*" },
});
const ROOT = "arn:aws:iam::123456789012:root";

export const cases: Cases = {
    "key-serves-what-it-encrypts": {
        sound: {
            key: [
                KEY,
                {
                    policy: document(
                        { Action: "kms:*", Principal: { AWS: ROOT } },
                        uses("logs.us-east-1.amazonaws.com"),
                        uses("cloudtrail.amazonaws.com", "kms:DescribeKey"),
                        uses("cloudwatch.amazonaws.com"),
                    ),
                },
            ],
            log: [LOG_GROUP, { kmsKeyId: "${key}" }],
            trail: [TRAIL, { kmsKeyId: "${key}" }],
            alerts: [TOPIC, { kmsMasterKeyId: "${key}" }],
            alarm: [ALARM, { alarmActions: ["${alerts}"] }],
        },
        faults: [
            [
                "key.policy.Statement[4]",
                { Effect: "Deny", Action: "kms:*", Principal: "*", Resource: "*" },
                "is denied to everybody: what it encrypts can't be read",
                "key.policy",
            ],
            ["key.policy", GONE, "has the default policy, which does not let CloudWatch Logs use it"],
            [
                "key.policy.Statement[0].Principal.AWS",
                "arn:aws:iam::123456789012:role/admin",
                "takes its rights from the account: nobody could change it any more",
                "key.policy",
            ],
            ["key.policy.Statement[1]", GONE, "does not let CloudWatch Logs use it", "key.policy"],
            [
                "key.policy.Statement[2]",
                GONE,
                ["use it", "look at it"].map(it => `key.policy: does not let CloudTrail ${it}`),
            ],
            ["key.policy.Statement[2].Action[2]", GONE, "does not let CloudTrail look at it", "key.policy"],
            ["key.policy.Statement[3]", GONE, "does not let CloudWatch tell of alarms", "key.policy"],
        ],
    },
};
