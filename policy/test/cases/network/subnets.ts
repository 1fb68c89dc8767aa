import * as aws from "../../../src/types";
import { type Cases, type Given, GONE } from "../case";

const ROUTE_TABLE = "aws:ec2/routeTable:RouteTable";
const DATA_SUBNETS = "aws:rds/subnetGroup:SubnetGroup";
const inZone = (zone: string): Given => [aws.SUBNET, { vpcId: "${vpc}", availabilityZone: zone }];
const joins = (name: string): Given => [
    aws.ROUTE_TABLE_ASSOCIATION,
    { subnetId: `\${subnet${name}}`, routeTableId: `\${table${name}}` },
];
const leads = (name: string, target: string): Given => [
    aws.ROUTE,
    { routeTableId: `\${table${name}}`, destinationCidrBlock: "0.0.0.0/0", [target]: "x" },
];
const isolated: Record<string, Given> = {
    vpc: [aws.VPC],
    subnetA: inZone("us-east-1a"),
    subnetB: inZone("us-east-1b"),
    tableA: [ROUTE_TABLE, { vpcId: "${vpc}" }],
    tableB: [ROUTE_TABLE, { vpcId: "${vpc}" }],
    joinedA: joins("A"),
    joinedB: joins("B"),
};
const routed: Record<string, Given> = {
    ...isolated,
    natA: [aws.NAT_GATEWAY],
    natB: [aws.NAT_GATEWAY],
    routeA: leads("A", "natGatewayId"),
    routeB: leads("B", "natGatewayId"),
};

export const cases: Cases = {
    "subnets-give-no-public-address": {
        sound: {
            subnet: [aws.SUBNET, { mapPublicIpOnLaunch: false }],
            instance: [aws.EC2_INSTANCE, { associatePublicIpAddress: false }],
        },
        faults: [
            ["subnet.mapPublicIpOnLaunch", true, "gives public addresses"],
            ["instance.associatePublicIpAddress", true, "gives public addresses"],
        ],
    },
    "subnets-have-a-route-table": {
        sound: isolated,
        faults: [["joinedA", GONE, "has the VPC's main route table", "subnetA"]],
    },
    "data-is-in-private-subnets": {
        sound: { ...isolated, data: [DATA_SUBNETS, { subnetIds: ["${subnetA}", "${subnetB}"] }] },
        faults: [
            [
                "route",
                leads("A", "natGatewayId"),
                "is in subnetA, which a route connects to the internet",
                "data.subnetIds",
            ],
            [
                "route",
                leads("B", "gatewayId"),
                "is in subnetB, which a route connects to the internet",
                "data.subnetIds",
            ],
        ],
    },
    "services-are-in-private-subnets": {
        sound: { ...routed, service: [aws.ECS_SERVICE, { networkConfiguration: { subnets: ["${subnetA}"] } }] },
        faults: [
            [
                "routeA",
                leads("A", "gatewayId"),
                "is in subnetA, which an internet gateway reaches",
                "service.networkConfiguration.subnets",
            ],
        ],
        harmless: [["routeB", leads("B", "gatewayId")]],
    },
    "nat-is-in-each-zone": {
        sound: routed,
        faults: [["natB", GONE, "has 1 NAT gateway for 2 zones", "vpc"]],
    },
    "default-security-group-is-managed": {
        sound: { vpc: [aws.VPC], group: [aws.DEFAULT_SECURITY_GROUP, { vpcId: "${vpc}" }] },
        faults: [["group", GONE, "has a default security group with the rules that AWS gives it", "vpc"]],
    },
    "vpc-resolves-names": {
        sound: { vpc: [aws.VPC, { enableDnsHostnames: true }] },
        faults: [
            ["vpc.enableDnsSupport", false, "resolves no names"],
            ["vpc.enableDnsHostnames", false, "gives no names to what is in it"],
        ],
    },
    "storage-traffic-stays-inside": {
        sound: {
            ...isolated,
            s3: [
                aws.VPC_ENDPOINT,
                { vpcId: "${vpc}", serviceName: "com.amazonaws.us-east-1.s3", vpcEndpointType: "Gateway" },
            ],
        },
        faults: [
            ["s3", GONE, "reaches S3 over the internet: it has no gateway endpoint for it", "vpc"],
            [
                "s3.serviceName",
                "com.amazonaws.us-east-1.dynamodb",
                "reaches S3 over the internet: it has no gateway endpoint for it",
                "vpc",
            ],
        ],
    },
    "vpc-endpoints-are-used": {
        sound: {
            ...routed,
            s3: [aws.VPC_ENDPOINT, { vpcEndpointType: "Gateway", routeTableIds: ["${tableA}", "${tableB}"] }],
            ecr: [
                aws.VPC_ENDPOINT,
                {
                    vpcEndpointType: "Interface",
                    ...{ privateDnsEnabled: true, subnetIds: ["s"], securityGroupIds: ["g"] },
                },
            ],
        },
        faults: [
            ["ecr.privateDnsEnabled", false, "does not answer to AWS's own names"],
            ["ecr.securityGroupIds", [], "has the default security group"],
            ["ecr.subnetIds", [], "is in no subnet"],
            ["s3.vpcEndpointType", GONE, "has no type: AWS takes Gateway"],
            ["s3.routeTableIds", [], "is in no route table"],
            ["s3.routeTableIds", ["${tableA}"], "is missing from a private route table"],
        ],
    },
    "spans-two-zones": {
        sound: {
            ...isolated,
            balancer: [aws.LOAD_BALANCERS[0]!, { subnets: ["${subnetA}", "${subnetB}"] }],
            data: [DATA_SUBNETS, { subnetIds: ["${subnetA}", "${subnetB}"] }],
        },
        faults: [
            [
                "subnetB",
                inZone("us-east-1a"),
                ["balancer.subnets", "data.subnetIds"].map(it => `${it}: is in one zone`),
            ],
            [
                "data.subnetIds",
                ["${subnetA}"],
                ["data.subnetIds: is in one zone", "data.subnetIds: names no subnets of two zones"],
            ],
            ["balancer.subnets", [], "names no subnets of two zones"],
        ],
        harmless: [["balancer", [aws.LOAD_BALANCERS[0]!, { subnetMappings: [{}, {}] }]]],
    },
    "data-names-its-network": {
        sound: {
            db: [aws.RDS_INSTANCE, { dbSubnetGroupName: "data", vpcSecurityGroupIds: ["sg-1"] }],
            copy: [aws.RDS_INSTANCE, { replicateSourceDb: "db", vpcSecurityGroupIds: ["sg-1"] }],
            cache: [aws.CACHE_GROUP, { subnetGroupName: "data", securityGroupIds: ["sg-1"] }],
        },
        faults: [
            ["db.dbSubnetGroupName", GONE, "has no subnet group, and so is in the default VPC"],
            ["db.vpcSecurityGroupIds", [], "has the default security group"],
            ["copy.vpcSecurityGroupIds", [], "has the default security group"],
            ["cache.subnetGroupName", GONE, "has no subnet group, and so is in the default VPC"],
            ["cache.securityGroupIds", GONE, "has the default security group"],
        ],
    },
    "instance-metadata-needs-a-session": {
        sound: { instance: [aws.EC2_INSTANCE, { metadataOptions: { httpTokens: "required" } }] },
        faults: [
            ["instance.metadataOptions.httpPutResponseHopLimit", 64, "answers for its metadata beyond the instance"],
            ["instance.rootBlockDevice.encrypted", false, "has a disk without encryption"],
            ["instance.metadataOptions.httpTokens", "optional", "answers any request for its metadata"],
        ],
    },
    "services-span-two-zones": {
        sound: { web: ["aws:ecs/service:Service", { networkConfiguration: { subnets: ["one", "two"] } }] },
        faults: [["web.networkConfiguration.subnets", ["one"], "may only run in one zone"]],
    },
};
