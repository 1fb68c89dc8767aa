import { resourceRule, stackRule } from "../../rule";
import { FLOW_LOG, VPC } from "../../types";

export const vpcHasFlowLog = stackRule({
    id: "vpc-has-a-flow-log",
    controls: ["FSBP EC2.6", "CIS 3.7", "WA SEC04-BP01"],
    description: "The traffic of each VPC is logged.",
    remedy: "Add a FlowLog of the VPC.",
    types: [VPC, "awsx:ec2:Vpc"],
    check(vpc, expect, topology) {
        expect(
            () =>
                topology.pointingAt(vpc, "vpcId", FLOW_LOG).length > 0 ||
                (vpc.type === "awsx:ec2:Vpc" && topology.ofType(FLOW_LOG).length > 0),
            "has no flow log",
            "",
        );
    },
});

export const flowLogSeesRefusals = resourceRule({
    id: "flow-log-sees-refusals",
    controls: ["FSBP EC2.6", "CIS 3.7", "WA SEC04-BP01"],
    description: "A flow log has what was refused as well, and goes somewhere.",
    remedy: "Set trafficType to ALL or REJECT, a destination, and for CloudWatch a role.",
    types: [FLOW_LOG],
    check({ props }, expect) {
        expect(() => ["ALL", "REJECT"].includes(props["trafficType"]), "leaves out what was refused", "trafficType");
        expect(() => !!props["logDestination"] || !!props["logGroupName"], "goes nowhere", "logDestination");
        expect(
            () => (props["logDestinationType"] ?? "cloud-watch-logs") !== "cloud-watch-logs" || !!props["iamRoleArn"],
            "has no role to write with",
            "iamRoleArn",
        );
        expect(
            () => ["vpcId", "subnetId", "eniId", "transitGatewayId"].some(it => it in props),
            "is of no network",
            "vpcId",
        );
        expect(
            () =>
                props["logDestinationType"] === undefined ||
                ["cloud-watch-logs", "s3", "kinesis-data-firehose"].includes(props["logDestinationType"]),
            "goes nowhere",
            "logDestinationType",
        );
    },
});
