import { ROLE, ROLE_POLICY, TASK_DEFINITION } from "../../../src/types";
import { type Cases, document, GONE } from "../case";

const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:app/db";

export const cases: Cases = {
    "task-roles-are-separate": {
        sound: {
            run: [ROLE],
            start: [ROLE],
            other: [ROLE],
            task: [TASK_DEFINITION, { taskRoleArn: "${run}", executionRoleArn: "${start}" }],
            worker: [TASK_DEFINITION, { taskRoleArn: "${other}", executionRoleArn: "${start}" }],
        },
        faults: [
            ["task.executionRoleArn", GONE, "has no execution role to pull its image and write logs with"],
            [
                "task.executionRoleArn",
                "${run}",
                "has its execution role for a task role, and so the rights to read its secrets",
                "task.taskRoleArn",
            ],
            [
                "task.taskRoleArn",
                "${other}",
                ["task.taskRoleArn", "worker.taskRoleArn"].map(it => `${it}: shares its task role with another task`),
            ],
        ],
    },
    "roles-have-permissions": {
        sound: {
            role: [ROLE, { assumeRolePolicy: document({ Action: "sts:AssumeRole" }) }],
            rights: [ROLE_POLICY, { role: "${role}" }],
        },
        faults: [["rights", GONE, "has no policy: it may do nothing", "role"]],
        harmless: [["task", [TASK_DEFINITION, { taskRoleArn: "${role}" }]]],
    },
    "execution-roles-read-their-secrets": {
        sound: {
            role: [ROLE],
            rights: [
                ROLE_POLICY,
                {
                    role: "${role}",
                    policy: document({ Action: "secretsmanager:GetSecretValue", Resource: [`${SECRET}-??????`] }),
                },
            ],
            task: [
                TASK_DEFINITION,
                {
                    executionRoleArn: "${role}",
                    containerDefinitions: [
                        { name: "app", secrets: [{ name: "DB", valueFrom: `${SECRET}-??????:password::` }] },
                    ],
                },
            ],
        },
        faults: [
            [
                "rights.policy.Statement[0].Action",
                "secretsmanager:DescribeSecret",
                `starts with ${SECRET}, which its execution role may not read`,
                "task.executionRoleArn",
            ],
            [
                "task.containerDefinitions[0].secrets",
                GONE,
                `has an execution role that may read ${SECRET}, which no container names`,
                "task.executionRoleArn",
            ],
        ],
    },
};
