import { resourceRule, stackRule } from "../../rule";
import { FLOW_LOG, VPC } from "../../types";

export const vpcHasFlowLog = stackRule("vpc-has-a-flow-log", [VPC, "awsx:ec2:Vpc"], (vpc, expect, topology) => {
    expect(
        "",
        "has no flow log",
        () =>
            topology.pointingAt(vpc, "vpcId", FLOW_LOG).length > 0 ||
            (vpc.type === "awsx:ec2:Vpc" && topology.ofType(FLOW_LOG).length > 0),
    );
});

export const flowLogSeesRefusals = resourceRule("flow-log-sees-refusals", [FLOW_LOG], ({ props }, expect) => {
    expect("trafficType", "leaves out what was refused", () => ["ALL", "REJECT"].includes(props["trafficType"]));
    expect("logDestination", "goes nowhere", () => !!props["logDestination"] || !!props["logGroupName"]);
    expect(
        "iamRoleArn",
        "has no role to write with",
        () => (props["logDestinationType"] ?? "cloud-watch-logs") !== "cloud-watch-logs" || !!props["iamRoleArn"],
    );
    expect("vpcId", "is of no network", () =>
        ["vpcId", "subnetId", "eniId", "transitGatewayId"].some(it => it in props),
    );
    expect(
        "logDestinationType",
        "goes nowhere",
        () =>
            props["logDestinationType"] === undefined ||
            ["cloud-watch-logs", "s3", "kinesis-data-firehose"].includes(props["logDestinationType"]),
    );
});
