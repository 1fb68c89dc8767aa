import type { Resource } from "../../resource";
import { resourceRule, stackRule } from "../../rule";
import type { Topology } from "../../topology";
import {
    CACHE_GROUP,
    DEFAULT_SECURITY_GROUP,
    EC2_INSTANCE,
    ECS_SERVICE,
    LOAD_BALANCERS,
    NAT_GATEWAY,
    RDS_CLUSTER,
    RDS_CLUSTER_INSTANCE,
    RDS_INSTANCE,
    ROUTE,
    ROUTE_TABLE_ASSOCIATION,
    SUBNET,
    VPC,
    VPC_ENDPOINT,
} from "../../types";

const SUBNET_GROUPS = ["aws:rds/subnetGroup:SubnetGroup", "aws:elasticache/subnetGroup:SubnetGroup"];

export const subnetsGiveNoPublicAddress = resourceRule(
    "subnets-give-no-public-address",
    [SUBNET, "aws:ec2/defaultSubnet:DefaultSubnet", EC2_INSTANCE],
    ({ type, props }, expect) => {
        const flag = type === EC2_INSTANCE ? "associatePublicIpAddress" : "mapPublicIpOnLaunch";
        expect(flag, "gives public addresses", () => props[flag] !== true);
    },
);

export const subnetsHaveRoutes = stackRule("subnets-have-a-route-table", [SUBNET], (subnet, expect, topology) => {
    expect(
        "",
        "has the VPC's main route table",
        () => topology.pointingAt(subnet, "subnetId", ROUTE_TABLE_ASSOCIATION).length > 0,
    );
});

export const dataIsIsolated = stackRule("data-is-in-private-subnets", SUBNET_GROUPS, (group, expect, topology) => {
    for (const subnet of topology.pointedAt(group, "subnetIds", SUBNET)) {
        expect(
            "subnetIds",
            `is in ${subnet.name}, which a route connects to the internet`,
            () => !routesOf(subnet, topology).some(leadsOut),
        );
    }
});

export const servicesArePrivate = stackRule(
    "services-are-in-private-subnets",
    [ECS_SERVICE],
    (service, expect, topology) => {
        const subnets = topology.pointedAt(service, "networkConfiguration", SUBNET);
        for (const subnet of service.props["networkConfiguration"]?.assignPublicIp === true ? [] : subnets) {
            expect(
                "networkConfiguration.subnets",
                `is in ${subnet.name}, which an internet gateway reaches`,
                () => !routesOf(subnet, topology).some(it => "gatewayId" in it),
            );
        }
    },
);

export const natIsPerZone = stackRule("nat-is-in-each-zone", [VPC], (vpc, expect, topology) => {
    const gateways = topology.ofType(NAT_GATEWAY).length;
    const zones = new Set(
        topology
            .pointingAt(vpc, "vpcId", SUBNET)
            .filter(subnet => routesOf(subnet, topology).some(it => "natGatewayId" in it))
            .map(subnet => subnet.props["availabilityZone"]),
    ).size;
    expect("", `has ${gateways} NAT gateway for ${zones} zones`, () => gateways === 0 || gateways >= zones);
});

export const defaultGroupIsManaged = stackRule(
    "default-security-group-is-managed",
    [VPC, "awsx:ec2:Vpc"],
    (vpc, expect, topology) => {
        expect(
            "",
            "has a default security group with the rules that AWS gives it",
            () =>
                topology.pointingAt(vpc, "vpcId", DEFAULT_SECURITY_GROUP).length > 0 ||
                (vpc.type !== VPC && topology.ofType(DEFAULT_SECURITY_GROUP).length > 0),
        );
    },
);

export const vpcResolvesNames = resourceRule("vpc-resolves-names", [VPC, "awsx:ec2:Vpc"], ({ props }, expect) => {
    expect("enableDnsSupport", "resolves no names", () => props["enableDnsSupport"] !== false);
    expect("enableDnsHostnames", "gives no names to what is in it", () => props["enableDnsHostnames"] === true);
});

export const awsTrafficStaysInside = stackRule("storage-traffic-stays-inside", [VPC], (vpc, expect, topology) => {
    const tables = topology.pointingAt(vpc, "vpcId", "aws:ec2/routeTable:RouteTable");
    expect(
        "",
        "reaches S3 over the internet: it has no gateway endpoint for it",
        () =>
            tables.length === 0 ||
            topology
                .pointingAt(vpc, "vpcId", VPC_ENDPOINT)
                .some(it => /\.s3$/.test(it.props["serviceName"]) && it.props["vpcEndpointType"] === "Gateway"),
    );
});

export const endpointsAreUsed = stackRule("vpc-endpoints-are-used", [VPC_ENDPOINT], (endpoint, expect, topology) => {
    const { props } = endpoint;
    if (props["vpcEndpointType"] === "Interface") {
        expect("privateDnsEnabled", "does not answer to AWS's own names", () => props["privateDnsEnabled"] === true);
        expect(
            "securityGroupIds",
            "has the default security group",
            () => (props["securityGroupIds"] ?? []).length > 0,
        );
        expect("subnetIds", "is in no subnet", () => (props["subnetIds"] ?? []).length > 0);
        return;
    }
    expect("vpcEndpointType", "has no type: AWS takes Gateway", () => props["vpcEndpointType"] !== undefined);
    const tables = topology
        .ofType("aws:ec2/routeTable:RouteTable")
        .filter(table => topology.pointingAt(table, "routeTableId", ROUTE).some(it => "natGatewayId" in it.props));
    const listed = topology.pointedAt(endpoint, "routeTableIds", "aws:ec2/routeTable:RouteTable");
    expect(
        "routeTableIds",
        "is in no route table",
        () => listed.length > 0 || (props["routeTableIds"] ?? []).length > 0,
    );
    expect(
        "routeTableIds",
        "is missing from a private route table",
        () => listed.length === 0 || tables.every(it => listed.includes(it)),
    );
});

export const spansZones = stackRule(
    "spans-two-zones",
    [...LOAD_BALANCERS, ...SUBNET_GROUPS],
    (resource, expect, topology) => {
        const property = LOAD_BALANCERS.includes(resource.type) ? "subnets" : "subnetIds";
        const zones = topology.pointedAt(resource, property, SUBNET).map(it => it.props["availabilityZone"]);
        expect(property, "is in one zone", () => new Set(zones).size !== 1 && resource.props[property]?.length !== 1);
        expect(
            property,
            "names no subnets of two zones",
            () => "subnetMappings" in resource.props || (resource.props[property] ?? []).length > 1,
        );
    },
);

export const dataHasItsSubnets = resourceRule(
    "data-names-its-network",
    [RDS_INSTANCE, RDS_CLUSTER, RDS_CLUSTER_INSTANCE, CACHE_GROUP],
    ({ type, props }, expect) => {
        if ("replicateSourceDb" in props) {
            expect(
                "vpcSecurityGroupIds",
                "has the default security group",
                () => (props["vpcSecurityGroupIds"] ?? []).length > 0,
            );
            return;
        }
        const group = type === CACHE_GROUP ? "subnetGroupName" : "dbSubnetGroupName";
        expect(group, "has no subnet group, and so is in the default VPC", () => !!props[group]);
        if (type !== RDS_CLUSTER_INSTANCE) {
            const groups = type === CACHE_GROUP ? "securityGroupIds" : "vpcSecurityGroupIds";
            expect(groups, "has the default security group", () => (props[groups] ?? []).length > 0);
        }
    },
);

export const instanceMetadata = resourceRule(
    "instance-metadata-needs-a-session",
    [EC2_INSTANCE, "aws:ec2/launchTemplate:LaunchTemplate"],
    ({ props }, expect) => {
        expect(
            "metadataOptions.httpTokens",
            "answers any request for its metadata",
            () => props["metadataOptions"]?.httpTokens === "required",
        );
        expect(
            "metadataOptions.httpPutResponseHopLimit",
            "answers for its metadata beyond the instance",
            () => (props["metadataOptions"]?.httpPutResponseHopLimit ?? 1) <= 2,
        );
        expect(
            "rootBlockDevice.encrypted",
            "has a disk without encryption",
            () => props["rootBlockDevice"]?.encrypted !== false,
        );
    },
);

export const servicesSpanZones = stackRule("services-span-two-zones", [ECS_SERVICE], (service, expect, topology) => {
    const subnets = () => service.props["networkConfiguration"]?.subnets ?? [];
    const zones = topology.pointedAt(service, "networkConfiguration", SUBNET).map(it => it.props["availabilityZone"]);
    expect(
        "networkConfiguration.subnets",
        "may only run in one zone",
        () => subnets().length !== 1 && (zones.length < 2 || new Set(zones).size > 1),
    );
});

/** The routes of a subnet: resources of their own, and those written into its table. */
function routesOf(subnet: Resource, topology: Topology): Record<string, any>[] {
    return topology
        .pointingAt(subnet, "subnetId", ROUTE_TABLE_ASSOCIATION)
        .flatMap(association => topology.pointedAt(association, "routeTableId", "aws:ec2/routeTable:RouteTable"))
        .flatMap(table => [
            ...topology.pointingAt(table, "routeTableId", ROUTE).map(({ props }) => props),
            ...(table.props["routes"] ?? []),
        ]);
}

function leadsOut(route: Record<string, any>): boolean {
    return "gatewayId" in route || "natGatewayId" in route || "egressOnlyGatewayId" in route;
}
