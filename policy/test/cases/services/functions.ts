import { FUNCTION, FUNCTION_PERMISSION, FUNCTION_URL, LOG_GROUP } from "../../../src/types";
import { type Cases, GONE } from "../case";

export const cases: Cases = {
    "function-runtime-is-supported": {
        sound: { call: [FUNCTION, { runtime: "nodejs22.x" }] },
        faults: [
            ["call.runtime", "nodejs18.x", "has a runtime without fixes"],
            ["call.runtime", "python3.8", "has a runtime without fixes"],
        ],
    },
    "function-asks-who-calls": {
        sound: {
            address: [FUNCTION_URL, { authorizationType: "AWS_IAM" }],
            permission: [FUNCTION_PERMISSION, { principal: "events.amazonaws.com", sourceArn: "arn" }],
        },
        faults: [
            ["address.authorizationType", "NONE", "can be called by anybody"],
            ["permission.principal", "*", "can be called by anybody"],
            ["permission.sourceArn", GONE, "can be called on behalf of any account"],
        ],
    },
    "function-is-complete": {
        sound: { call: [FUNCTION, { role: "arn", timeout: 60, runtime: "nodejs22.x" }] },
        faults: [
            ["call.reservedConcurrentExecutions", 0, "never runs: none may at a time"],
            ["call.role", GONE, "has no role"],
            ["call.timeout", 901, "never ends"],
            ["call.runtime", GONE, "has no runtime"],
        ],
        harmless: [["call", [FUNCTION, { role: "arn", packageType: "Image" }]]],
    },
    "function-log-is-kept": {
        sound: {
            log: [LOG_GROUP, { name: "/app/call" }],
            call: [FUNCTION, { name: "call", loggingConfig: { logGroup: "/app/call" } }],
        },
        faults: [
            ["log", GONE, "writes to a log that the stack does not create", "call.loggingConfig.logGroup"],
            ["call.loggingConfig.logGroup", "/other", "writes to a log that the stack does not create"],
        ],
        harmless: [["log", [LOG_GROUP, { name: "/app/call" }]]],
    },
    "function-is-called": {
        sound: {
            call: [FUNCTION],
            nightly: ["aws:scheduler/schedule:Schedule", { target: { arn: "${call}" } }],
        },
        faults: [["nightly", GONE, "is called by nothing of the stack", "call"]],
    },
};
