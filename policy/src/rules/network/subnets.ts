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

export const subnetsGiveNoPublicAddress = resourceRule({
    id: "subnets-give-no-public-address",
    controls: ["FSBP EC2.15", "FSBP EC2.9", "WA SEC05-BP01"],
    description: "Nothing gets a public address by the subnet that it is in; an instance has none at all.",
    remedy: "Set mapPublicIpOnLaunch, and an instance's associatePublicIpAddress, to false.",
    types: [SUBNET, "aws:ec2/defaultSubnet:DefaultSubnet", EC2_INSTANCE],
    check({ type, props }, expect) {
        const flag = type === EC2_INSTANCE ? "associatePublicIpAddress" : "mapPublicIpOnLaunch";
        expect(() => props[flag] !== true, "gives public addresses", flag);
    },
});

export const subnetsHaveRoutes = stackRule({
    id: "subnets-have-a-route-table",
    controls: ["WA SEC05-BP01"],
    description: "Each subnet has a route table of its own: the VPC's main one is not looked after.",
    remedy: "Associate the subnet with a route table.",
    types: [SUBNET],
    check(subnet, expect, topology) {
        expect(
            () => topology.pointingAt(subnet, "subnetId", ROUTE_TABLE_ASSOCIATION).length > 0,
            "has the VPC's main route table",
        );
    },
});

export const dataIsIsolated = stackRule({
    id: "data-is-in-private-subnets",
    controls: ["FSBP RDS.46", "WA SEC05-BP01"],
    description: "Databases and caches are in subnets that no route connects to the internet.",
    remedy: "Put the subnet group into subnets without a route to an internet gateway.",
    types: SUBNET_GROUPS,
    check(group, expect, topology) {
        for (const subnet of topology.pointedAt(group, "subnetIds", SUBNET)) {
            expect(
                () => !routesOf(subnet, topology).some(leadsOut),
                `is in ${subnet.name}, which a route connects to the internet`,
                "subnetIds",
            );
        }
    },
});

export const servicesArePrivate = stackRule({
    id: "services-are-in-private-subnets",
    controls: ["FSBP ECS.2", "WA SEC05-BP01"],
    description: "Tasks without a public address are in subnets that an internet gateway does not reach.",
    remedy: "Put the service into private subnets.",
    types: [ECS_SERVICE],
    check(service, expect, topology) {
        expect(() => true, "");
        const subnets = topology.pointedAt(service, "networkConfiguration", SUBNET);
        for (const subnet of service.props["networkConfiguration"]?.assignPublicIp === true ? [] : subnets) {
            expect(
                () => !routesOf(subnet, topology).some(it => "gatewayId" in it.props),
                `is in ${subnet.name}, which an internet gateway reaches`,
                "networkConfiguration.subnets",
            );
        }
    },
});

export const natIsPerZone = stackRule({
    id: "nat-is-in-each-zone",
    level: "advisory",
    controls: ["WA REL10-BP01"],
    description: "In production, private subnets of each zone have a NAT gateway of that zone.",
    remedy: "Create a NAT gateway in each zone; with one, the loss of its zone cuts off all.",
    setting: "network.nat",
    environments: ["production"],
    types: [VPC],
    check(vpc, expect, topology) {
        const gateways = topology.ofType(NAT_GATEWAY).length;
        const zones = new Set(
            topology
                .pointingAt(vpc, "vpcId", SUBNET)
                .filter(subnet => routesOf(subnet, topology).some(it => "natGatewayId" in it.props))
                .map(subnet => subnet.props["availabilityZone"]),
        ).size;
        expect(() => gateways === 0 || gateways >= zones, `has ${gateways} NAT gateway for ${zones} zones`, "");
    },
});

export const defaultGroupIsManaged = stackRule({
    id: "default-security-group-is-managed",
    controls: ["FSBP EC2.2", "CIS 5.4"],
    description: "The stack empties the default security group of its VPC: AWS creates it open among its members.",
    remedy: "Add a DefaultSecurityGroup without rules.",
    types: [VPC, "awsx:ec2:Vpc"],
    check(vpc, expect, topology) {
        expect(
            () =>
                topology.pointingAt(vpc, "vpcId", DEFAULT_SECURITY_GROUP).length > 0 ||
                (vpc.type !== VPC && topology.ofType(DEFAULT_SECURITY_GROUP).length > 0),
            "has a default security group with the rules that AWS gives it",
            "",
        );
    },
});

export const vpcResolvesNames = resourceRule({
    id: "vpc-resolves-names",
    controls: ["WA SEC05-BP01"],
    description: "A VPC resolves the private names of endpoints, databases and services.",
    remedy: "Set enableDnsSupport and enableDnsHostnames to true.",
    types: [VPC, "awsx:ec2:Vpc"],
    check({ props }, expect) {
        expect(() => props["enableDnsSupport"] !== false, "resolves no names", "enableDnsSupport");
        expect(() => props["enableDnsHostnames"] === true, "gives no names to what is in it", "enableDnsHostnames");
    },
});

export const awsTrafficStaysInside = stackRule({
    id: "storage-traffic-stays-inside",
    controls: ["WA SEC05-BP02"],
    description: "A VPC reaches S3 by a gateway endpoint in all of its private route tables, not over the internet.",
    remedy: "Add a Gateway endpoint for S3, with the route tables.",
    types: [VPC],
    check(vpc, expect, topology) {
        const tables = topology.pointingAt(vpc, "vpcId", "aws:ec2/routeTable:RouteTable");
        expect(
            () =>
                tables.length === 0 ||
                topology
                    .pointingAt(vpc, "vpcId", VPC_ENDPOINT)
                    .some(it => /\.s3$/.test(it.props["serviceName"]) && it.props["vpcEndpointType"] === "Gateway"),
            "reaches S3 over the internet: it has no gateway endpoint for it",
            "",
        );
    },
});

export const endpointsAreUsed = stackRule({
    id: "vpc-endpoints-are-used",
    controls: ["WA SEC05-BP02"],
    description:
        "A gateway endpoint is in all route tables that subnets use, an interface endpoint answers to AWS's own names, and to its security group.",
    remedy: "Set routeTableIds; or privateDnsEnabled, subnetIds and securityGroupIds.",
    types: [VPC_ENDPOINT],
    check(endpoint, expect, topology) {
        const { props } = endpoint;
        if (props["vpcEndpointType"] === "Interface") {
            expect(
                () => props["privateDnsEnabled"] === true,
                "does not answer to AWS's own names",
                "privateDnsEnabled",
            );
            expect(
                () => (props["securityGroupIds"] ?? []).length > 0,
                "has the default security group",
                "securityGroupIds",
            );
            expect(() => (props["subnetIds"] ?? []).length > 0, "is in no subnet", "subnetIds");
            return;
        }
        expect(() => props["vpcEndpointType"] !== undefined, "has no type: AWS takes Gateway", "vpcEndpointType");
        const tables = topology
            .ofType("aws:ec2/routeTable:RouteTable")
            .filter(table => topology.pointingAt(table, "routeTableId", ROUTE).some(it => "natGatewayId" in it.props));
        const listed = topology.pointedAt(endpoint, "routeTableIds", "aws:ec2/routeTable:RouteTable");
        expect(
            () => listed.length > 0 || (props["routeTableIds"] ?? []).length > 0,
            "is in no route table",
            "routeTableIds",
        );
        expect(
            () => listed.length === 0 || tables.every(it => listed.includes(it)),
            "is missing from a private route table",
            "routeTableIds",
        );
    },
});

export const spansZones = stackRule({
    id: "spans-two-zones",
    controls: ["FSBP ELB.13", "FSBP RDS.5", "WA REL10-BP01"],
    description: "Load balancers and subnet groups are in subnets of two zones, and in production so are services.",
    remedy: "Name subnets of two zones or more.",
    setting: "network.zones",
    types: [...LOAD_BALANCERS, ...SUBNET_GROUPS],
    check(resource, expect, topology) {
        const property = LOAD_BALANCERS.includes(resource.type) ? "subnets" : "subnetIds";
        const zones = topology.pointedAt(resource, property, SUBNET).map(it => it.props["availabilityZone"]);
        expect(() => new Set(zones).size !== 1 && resource.props[property]?.length !== 1, "is in one zone", property);
        expect(
            () => "subnetMappings" in resource.props || (resource.props[property] ?? []).length > 1,
            "names no subnets of two zones",
            property,
        );
    },
});

export const dataHasItsSubnets = resourceRule({
    id: "data-names-its-network",
    controls: ["FSBP RDS.18", "FSBP ElastiCache.7", "WA SEC05-BP01"],
    description: "Databases and caches name their subnets and security groups: the VPC's default ones are not theirs.",
    remedy: "Set the subnet group and the security groups.",
    types: [RDS_INSTANCE, RDS_CLUSTER, RDS_CLUSTER_INSTANCE, CACHE_GROUP],
    check({ type, props }, expect) {
        if ("replicateSourceDb" in props) {
            expect(
                () => (props["vpcSecurityGroupIds"] ?? []).length > 0,
                "has the default security group",
                "vpcSecurityGroupIds",
            );
            return;
        }
        const group = type === CACHE_GROUP ? "subnetGroupName" : "dbSubnetGroupName";
        expect(() => !!props[group], "has no subnet group, and so is in the default VPC", group);
        if (type !== RDS_CLUSTER_INSTANCE) {
            const groups = type === CACHE_GROUP ? "securityGroupIds" : "vpcSecurityGroupIds";
            expect(() => (props[groups] ?? []).length > 0, "has the default security group", groups);
        }
    },
});

export const instanceMetadata = resourceRule({
    id: "instance-metadata-needs-a-session",
    controls: ["FSBP EC2.8", "CIS 5.6"],
    description: "An instance answers for its metadata only within a session (IMDSv2).",
    remedy: "Set metadataOptions.httpTokens to required.",
    types: [EC2_INSTANCE, "aws:ec2/launchTemplate:LaunchTemplate"],
    check({ props }, expect) {
        expect(
            () => props["metadataOptions"]?.httpTokens === "required",
            "answers any request for its metadata",
            "metadataOptions.httpTokens",
        );
    },
});

function routesOf(subnet: Resource, topology: Topology): Resource[] {
    return topology
        .pointingAt(subnet, "subnetId", ROUTE_TABLE_ASSOCIATION)
        .flatMap(association => topology.pointedAt(association, "routeTableId", "aws:ec2/routeTable:RouteTable"))
        .flatMap(table => topology.pointingAt(table, "routeTableId", ROUTE));
}

function leadsOut({ props }: Resource): boolean {
    return "gatewayId" in props || "natGatewayId" in props || "egressOnlyGatewayId" in props;
}
