import { isPublic } from "../../addresses";
import { resourceRule, stackRule } from "../../rule";
import type { Resource } from "../../resource";
import type { Topology } from "../../topology";
import {
    CACHE_GROUP,
    DEFAULT_SECURITY_GROUP,
    ECS_SERVICE,
    LISTENERS,
    LOAD_BALANCERS,
    NAT_GATEWAY,
    RDS_CLUSTER_INSTANCE,
    RDS_INSTANCE,
    ROUTE,
    ROUTE_TABLE_ASSOCIATION,
    SECURITY_GROUP,
    SUBNET,
    TARGET_GROUPS,
    VPC,
    VPC_ENDPOINT,
} from "../../types";

/** Inputs that AWS would fill in with something that is not the stack's: the default VPC, the default cluster. */
const BELONGS: Record<string, string[]> = {
    [ECS_SERVICE]: ["cluster", "taskDefinition"],
    [SECURITY_GROUP]: ["vpcId"],
    [SUBNET]: ["vpcId", "cidrBlock", "availabilityZone"],
    [VPC]: ["cidrBlock"],
    [DEFAULT_SECURITY_GROUP]: ["vpcId"],
    [VPC_ENDPOINT]: ["vpcId", "serviceName"],
    [CACHE_GROUP]: ["engine", "nodeType", "parameterGroupName", "replicationGroupId"],
    [RDS_INSTANCE]: ["instanceClass"],
    [RDS_CLUSTER_INSTANCE]: ["clusterIdentifier"],
    "aws:ec2/internetGateway:InternetGateway": ["vpcId"],
    [NAT_GATEWAY]: ["subnetId", "allocationId"],
    ...Object.fromEntries(TARGET_GROUPS.map(type => [type, ["vpcId", "port", "targetType"]])),
    ...Object.fromEntries(LISTENERS.map(type => [type, ["port", "protocol"]])),
};

export const resourcesBelong = resourceRule(
    "resource-says-where-it-belongs",
    Object.keys(BELONGS),
    ({ type, props }, expect) => {
        if ("replicateSourceDb" in props || props["privateConnectivityType"] || props["targetType"] === "lambda") {
            return;
        }
        for (const name of BELONGS[type] ?? []) {
            const isFree = name === "allocationId" && props["connectivityType"] === "private";
            expect(name, `names no ${name}`, () => isFree || (name in props && props[name] !== 0));
        }
    },
);

export const networksArePrivate = resourceRule(
    "vpc-has-private-addresses",
    [VPC, SUBNET, "awsx:ec2:Vpc"],
    ({ props }, expect) => {
        expect("cidrBlock", "has addresses of the internet", () => !isPublic(props["cidrBlock"]));
        for (const spec of [...(props["subnetSpecs"] ?? [])]) {
            expect("subnetSpecs", "has addresses of the internet", () =>
                [...(spec.cidrBlocks ?? [])].every(it => !isPublic(it)),
            );
        }
    },
);

export const routesLeadSomewhere = resourceRule("route-leads-somewhere", [ROUTE], ({ props }, expect) => {
    const targets = Object.keys(props).filter(it => /(Id|Arn)$/.test(it) && !/^(routeTableId|destination)/.test(it));
    expect("gatewayId", "leads nowhere, or to two places", () => targets.length === 1);
    expect("destinationCidrBlock", "is for no destination", () =>
        Object.keys(props).some(it => it.startsWith("destination")),
    );
    expect(
        "destinationCidrBlock",
        "is for a part of the internet",
        () =>
            !isPublic(props["destinationCidrBlock"]) ||
            props["destinationCidrBlock"] === "0.0.0.0/0" ||
            !("gatewayId" in props),
    );
});

export const servicesReachAws = stackRule("services-reach-aws", [ECS_SERVICE], (service, expect, topology) => {
    const subnets = topology.pointedAt(service, "networkConfiguration", SUBNET);
    const endpoints = topology.ofType(VPC_ENDPOINT).some(it => /\.ecr\.(api|dkr)$/.test(it.props["serviceName"]));
    for (const subnet of subnets) {
        expect(
            "networkConfiguration.subnets",
            `is in ${subnet.name}, which has no way to pull images`,
            () => endpoints || waysOut(subnet, topology) > 0,
        );
    }
});

export const entrancesAreReached = stackRule(
    "load-balancer-is-reached",
    [...LOAD_BALANCERS, NAT_GATEWAY],
    (entrance, expect, topology) => {
        const { props, type } = entrance;
        const isInside = () => props["internal"] === true || props["connectivityType"] === "private";
        for (const subnet of topology.pointedAt(entrance, type === NAT_GATEWAY ? "subnetId" : "subnets", SUBNET)) {
            expect(
                type === NAT_GATEWAY ? "subnetId" : "subnets",
                `is in ${subnet.name}, which the internet does not reach`,
                () => isInside() || waysOut(subnet, topology) > 0,
            );
        }
    },
);

function waysOut(subnet: Resource, topology: Topology): number {
    return topology
        .pointingAt(subnet, "subnetId", ROUTE_TABLE_ASSOCIATION)
        .flatMap(association => topology.pointedAt(association, "routeTableId", "aws:ec2/routeTable:RouteTable"))
        .flatMap(table => topology.pointingAt(table, "routeTableId", ROUTE))
        .filter(route => route.props["destinationCidrBlock"] === "0.0.0.0/0")
        .filter(route =>
            ["gatewayId", "natGatewayId", "transitGatewayId", "networkInterfaceId"].some(it => it in route.props),
        ).length;
}
