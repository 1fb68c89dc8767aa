import { PARAMETER_GROUPS } from "../../../src/types";
import { type Cases, GONE } from "../case";

const LOGS_DATA = "logs every statement, and the data in it";

export const cases: Cases = {
    "database-logs-connections": {
        sound: {
            group: [
                PARAMETER_GROUPS[0]!,
                {
                    family: "postgres17",
                    parameters: [
                        { name: "log_connections", value: "1" },
                        { name: "log_disconnections", value: "1" },
                    ],
                },
            ],
        },
        faults: [
            ["group.parameters[0].value", "0", "log_connections is not on", "group.parameters"],
            ["group.parameters[1]", GONE, "log_disconnections is not on", "group.parameters"],
            ["group.parameters[2]", { name: "log_statement", value: "all" }, LOGS_DATA, "group.parameters"],
            ["group.parameters[2]", { name: "log_min_duration_statement", value: "0" }, LOGS_DATA, "group.parameters"],
        ],
        harmless: [
            ["group", [PARAMETER_GROUPS[0]!, { family: "mysql8.4" }]],
            ["group.parameters[2]", { name: "log_min_duration_statement", value: "-1" }],
        ],
    },
    "cache-parameters-are-set": {
        sound: {
            cache: ["aws:elasticache/replicationGroup:ReplicationGroup", { parameterGroupName: "own" }],
            group: [
                "aws:elasticache/parameterGroup:ParameterGroup",
                { parameters: [{ name: "maxmemory-policy", value: "noeviction" }] },
            ],
        },
        faults: [
            ["cache.parameterGroupName", "default.redis7", "has the default parameters"],
            ["group.parameters", [], "does not say what is evicted when it is full"],
        ],
    },
    "database-parameters-are-safe": {
        sound: { group: ["aws:rds/parameterGroup:ParameterGroup", { parameters: [{ name: "fsync", value: "1" }] }] },
        faults: [
            ["group.parameters[0].value", "0", "sets fsync to 0", "group.parameters"],
            [
                "group.parameters[0]",
                { name: "password_encryption", value: "md5" },
                "sets password_encryption to md5",
                "group.parameters",
            ],
        ],
    },
};
