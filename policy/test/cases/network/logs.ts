import { FLOW_LOG, VPC } from "../../../src/types";
import { type Cases, GONE } from "../case";

export const cases: Cases = {
    "vpc-has-a-flow-log": {
        sound: { vpc: [VPC], log: [FLOW_LOG, { vpcId: "${vpc}" }] },
        faults: [["log", GONE, "has no flow log", "vpc"]],
    },
    "flow-log-sees-refusals": {
        sound: {
            log: [FLOW_LOG, { vpcId: "vpc-1", trafficType: "ALL", logDestination: "arn", iamRoleArn: "arn" }],
            bucket: [
                FLOW_LOG,
                { vpcId: "vpc-1", trafficType: "REJECT", logDestination: "arn", logDestinationType: "s3" },
            ],
        },
        faults: [
            ["log.trafficType", "ACCEPT", "leaves out what was refused"],
            ["log.logDestination", GONE, "goes nowhere"],
            ["log.iamRoleArn", GONE, "has no role to write with"],
            ["log.vpcId", GONE, "is of no network"],
            ["bucket.logDestinationType", "nowhere", "goes nowhere"],
        ],
    },
};
