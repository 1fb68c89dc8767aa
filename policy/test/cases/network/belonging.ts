import * as aws from "../../../src/types";
import { type Cases, type Given, GONE } from "../case";

const ROUTE_TABLE = "aws:ec2/routeTable:RouteTable";
const ALL = "0.0.0.0/0";
const network = (target: string): Record<string, Given> => ({
    subnet: [aws.SUBNET],
    table: [ROUTE_TABLE],
    joined: [aws.ROUTE_TABLE_ASSOCIATION, { subnetId: "${subnet}", routeTableId: "${table}" }],
    route: [aws.ROUTE, { routeTableId: "${table}", destinationCidrBlock: ALL, [target]: "x" }],
});
const NO_IMAGES = "is in subnet, which has no way to pull images";

export const cases: Cases = {
    "resource-says-where-it-belongs": {
        sound: {
            service: [aws.ECS_SERVICE, { cluster: "c", taskDefinition: "t" }],
            subnet: [aws.SUBNET, { vpcId: "v", cidrBlock: "10.0.0.0/24", availabilityZone: "us-east-1a" }],
            nat: [aws.NAT_GATEWAY, { subnetId: "s", allocationId: "a" }],
            targets: [aws.TARGET_GROUPS[0]!, { vpcId: "v", port: 80, targetType: "ip" }],
            listener: [aws.LISTENERS[0]!, { port: 443, protocol: "HTTPS" }],
            db: [aws.RDS_INSTANCE, { instanceClass: "db.t4g.small" }],
        },
        faults: [
            ["service.cluster", GONE, "names no cluster"],
            ["subnet.vpcId", GONE, "names no vpcId"],
            ["nat.allocationId", GONE, "names no allocationId"],
            ["targets.port", 0, "names no port"],
            ["listener.protocol", GONE, "names no protocol"],
            ["db.instanceClass", GONE, "names no instanceClass"],
        ],
        harmless: [
            ["nat", [aws.NAT_GATEWAY, { subnetId: "s", connectivityType: "private" }]],
            ["targets", [aws.TARGET_GROUPS[0]!, { targetType: "lambda" }]],
            ["db", [aws.RDS_INSTANCE, { replicateSourceDb: "db" }]],
        ],
    },
    "vpc-has-private-addresses": {
        sound: {
            vpc: [aws.VPC, { cidrBlock: "10.0.0.0/16" }],
            made: ["awsx:ec2:Vpc", { subnetSpecs: [{ cidrBlocks: ["192.168.0.0/24"] }] }],
        },
        faults: [
            ["vpc.cidrBlock", "172.32.0.0/16", "has addresses of the internet"],
            ["vpc.cidrBlock", "10.0.0.0/7", "has addresses of the internet"],
            ["made.subnetSpecs[0].cidrBlocks[0]", "8.8.8.0/24", "has addresses of the internet", "made.subnetSpecs"],
        ],
        harmless: [
            ["vpc.cidrBlock", "172.31.0.0/16"],
            ["vpc.cidrBlock", "100.64.0.0/16"],
        ],
    },
    "route-leads-somewhere": {
        sound: {
            out: [aws.ROUTE, { routeTableId: "t", destinationCidrBlock: ALL, natGatewayId: "n" }],
            office: [aws.ROUTE, { routeTableId: "t", destinationCidrBlock: "10.8.0.0/16", gatewayId: "vgw-1" }],
        },
        faults: [
            ["out.natGatewayId", GONE, "leads nowhere, or to two places", "out.gatewayId"],
            ["out.gatewayId", "igw-1", "leads nowhere, or to two places"],
            ["out.destinationCidrBlock", GONE, "is for no destination"],
            ["office.destinationCidrBlock", "8.8.8.0/24", "is for a part of the internet"],
        ],
        present: "that there is a target is enough",
    },
    "services-reach-aws": {
        sound: {
            ...network("natGatewayId"),
            service: [aws.ECS_SERVICE, { networkConfiguration: { subnets: ["${subnet}"] } }],
        },
        faults: [
            ["route", GONE, NO_IMAGES, "service.networkConfiguration.subnets"],
            ["joined", GONE, NO_IMAGES, "service.networkConfiguration.subnets"],
            ["route.destinationCidrBlock", "10.8.0.0/16", NO_IMAGES, "service.networkConfiguration.subnets"],
        ],
    },
    "load-balancer-is-reached": {
        sound: {
            ...network("gatewayId"),
            balancer: [aws.LOAD_BALANCERS[0]!, { subnets: ["${subnet}"] }],
            nat: [aws.NAT_GATEWAY, { subnetId: "${subnet}" }],
        },
        faults: [
            [
                "route",
                GONE,
                ["balancer.subnets", "nat.subnetId"].map(
                    it => `${it}: is in subnet, which the internet does not reach`,
                ),
            ],
        ],
        harmless: [
            ["balancer.internal", true],
            ["endpoint", [aws.VPC_ENDPOINT]],
        ],
    },
};
