import { QUEUE, REDRIVE_ALLOW } from "../../../src/types";
import { type Cases, type Given, GONE } from "../case";

const FEW = "moves aside after fewer than 2 tries, or more than 20";
const queues: Record<string, Given> = {
    failed: [QUEUE, { messageRetentionSeconds: 1209600 }],
    jobs: [
        QUEUE,
        { messageRetentionSeconds: 345600, redrivePolicy: { deadLetterTargetArn: "${failed}", maxReceiveCount: 5 } },
    ],
};

export const cases: Cases = {
    "queue-has-dead-letters": {
        sound: queues,
        faults: [
            [
                "jobs.redrivePolicy",
                GONE,
                ["failed", "jobs"].map(it => `${it}.redrivePolicy: has no queue for what cannot be handled`),
            ],
            ["jobs.redrivePolicy.maxReceiveCount", 1, FEW, "jobs.redrivePolicy"],
            ["jobs.redrivePolicy.maxReceiveCount", 21, FEW, "jobs.redrivePolicy"],
            [
                "failed.messageRetentionSeconds",
                3600,
                "keeps messages longer than failed, which counts from the same moment",
                "jobs.messageRetentionSeconds",
            ],
        ],
    },
    "dead-letters-are-kept": {
        sound: {
            ...queues,
            allow: [
                REDRIVE_ALLOW,
                {
                    queueUrl: "${failed}",
                    redriveAllowPolicy: { redrivePermission: "byQueue", sourceQueueArns: ["${jobs}"] },
                },
            ],
        },
        faults: [
            ["failed.messageRetentionSeconds", 86400, "keeps dead letters for less than 4 days"],
            ["allow", GONE, "takes the dead letters of any queue", "failed"],
            [
                "allow.redriveAllowPolicy.redrivePermission",
                "allowAll",
                "takes the dead letters of any queue",
                "allow.redriveAllowPolicy",
            ],
            ["allow.redriveAllowPolicy", "byQueue", "is not JSON"],
        ],
    },
    "queue-waits-for-its-workers": {
        sound: { jobs: [QUEUE, { visibilityTimeoutSeconds: 30, messageRetentionSeconds: 86400 }] },
        faults: [
            ["jobs.visibilityTimeoutSeconds", 0, "gives each message to every worker"],
            ["jobs.messageRetentionSeconds", 3600, "forgets messages within a day"],
        ],
    },
};
