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

export const resourcesBelong = resourceRule({
    id: "resource-says-where-it-belongs",
    controls: ["WA SEC05-BP01", "WA OPS05-BP04"],
    description:
        "A resource names its network, cluster and source: AWS would take a default one that nobody looks after.",
    remedy: "Set the input.",
    types: Object.keys(BELONGS),
    check({ type, props }, expect) {
        if ("replicateSourceDb" in props || props["privateConnectivityType"] || props["targetType"] === "lambda") {
            return;
        }
        for (const name of BELONGS[type] ?? []) {
            const isFree = name === "allocationId" && props["connectivityType"] === "private";
            expect(() => isFree || (name in props && props[name] !== 0), `names no ${name}`, name);
        }
    },
});

export const networksArePrivate = resourceRule({
    id: "vpc-has-private-addresses",
    controls: ["WA REL02-BP05"],
    description: "A VPC and its subnets have addresses that are not of the internet.",
    remedy: "Choose a range of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16.",
    setting: "network.cidr",
    types: [VPC, SUBNET, "awsx:ec2:Vpc"],
    check({ props }, expect) {
        expect(() => !isPublic(props["cidrBlock"]), "has addresses of the internet", "cidrBlock");
        for (const spec of [...(props["subnetSpecs"] ?? [])]) {
            expect(
                () => [...(spec.cidrBlocks ?? [])].every(it => !isPublic(it)),
                "has addresses of the internet",
                "subnetSpecs",
            );
        }
    },
});

export const routesLeadSomewhere = resourceRule({
    id: "route-leads-somewhere",
    controls: ["WA OPS05-BP04"],
    description: "A route has a destination and a target.",
    remedy: "Set destinationCidrBlock, and gatewayId or natGatewayId.",
    types: [ROUTE],
    check({ props }, expect) {
        const targets = Object.keys(props).filter(
            it => /(Id|Arn)$/.test(it) && !/^(routeTableId|destination)/.test(it),
        );
        expect(() => targets.length === 1, "leads nowhere, or to two places", "gatewayId");
        expect(
            () => Object.keys(props).some(it => it.startsWith("destination")),
            "is for no destination",
            "destinationCidrBlock",
        );
        expect(
            () =>
                !isPublic(props["destinationCidrBlock"]) ||
                props["destinationCidrBlock"] === "0.0.0.0/0" ||
                !("gatewayId" in props),
            "is for a part of the internet",
            "destinationCidrBlock",
        );
    },
});

export const servicesReachAws = stackRule({
    id: "services-reach-aws",
    controls: ["WA REL02-BP01"],
    description:
        "Tasks reach the registry of their images and the log: by NAT gateway, internet gateway or interface endpoints.",
    remedy: "Add the route to the NAT gateway, or the endpoints ecr.api, ecr.dkr and logs.",
    setting: "network.nat",
    types: [ECS_SERVICE],
    check(service, expect, topology) {
        const subnets = topology.pointedAt(service, "networkConfiguration", SUBNET);
        const endpoints = topology.ofType(VPC_ENDPOINT).some(it => /\.ecr\.(api|dkr)$/.test(it.props["serviceName"]));
        for (const subnet of subnets) {
            expect(
                () => endpoints || waysOut(subnet, topology) > 0,
                `is in ${subnet.name}, which has no way to pull images`,
                "networkConfiguration.subnets",
            );
        }
    },
});

export const entrancesAreReached = stackRule({
    id: "load-balancer-is-reached",
    controls: ["WA OPS05-BP04"],
    description: "A load balancer on the internet, and a NAT gateway, is in subnets that an internet gateway reaches.",
    remedy: "Add the route to the internet gateway.",
    types: [...LOAD_BALANCERS, NAT_GATEWAY],
    check(entrance, expect, topology) {
        const { props, type } = entrance;
        const isInside = () => props["internal"] === true || props["connectivityType"] === "private";
        for (const subnet of topology.pointedAt(entrance, type === NAT_GATEWAY ? "subnetId" : "subnets", SUBNET)) {
            expect(
                () => isInside() || waysOut(subnet, topology) > 0,
                `is in ${subnet.name}, which the internet does not reach`,
                type === NAT_GATEWAY ? "subnetId" : "subnets",
            );
        }
    },
});

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
