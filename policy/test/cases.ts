import type { Resource } from "../src/resource";
import { resource } from "./harness";

/** A rule, resources that pass it, and resources that break it: for what no stack of the repository has. */
export type Case = [rule: string, good: Resource[], bad: Resource[]];

type Inputs = Record<string, unknown>;

const of = (type: string, props: Inputs = {}, references: Record<string, Resource[]> = {}, name = "it") =>
    resource({ type, props, references, name });
const document = (...statements: object[]) =>
    JSON.stringify({ Version: "2012-10-17", Statement: statements.map(it => ({ Effect: "Allow", ...it })) });
const policy = (statement: object) => of("aws:iam/rolePolicy:RolePolicy", { policy: document(statement) });
const trust = (Principal: object, Condition?: object) =>
    of("aws:iam/role:Role", {
        assumeRolePolicy: document({ Action: "sts:AssumeRole", Principal, ...(Condition ? { Condition } : {}) }),
    });
const github = (sub: string) =>
    trust(
        { Federated: "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" },
        {
            StringLike: { "token.actions.githubusercontent.com:sub": sub },
            StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" },
        },
    );
const task = (container: object) =>
    of("aws:ecs/taskDefinition:TaskDefinition", {
        containerDefinitions: JSON.stringify([{ name: "app", ...container }]),
    });
const variable = (name: string, value: string) => task({ environment: [{ name, value }] });
const schedule = (call: string, input: object) =>
    of("aws:scheduler/schedule:Schedule", {
        target: { arn: `arn:aws:scheduler:::aws-sdk:${call}`, input: JSON.stringify(input) },
    });

const vpc = of("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" }, {}, "vpc");
const table = (name: string) => of("aws:ec2/routeTable:RouteTable", {}, {}, name);
const subnet = (name: string, availabilityZone: string) =>
    of("aws:ec2/subnet:Subnet", { availabilityZone }, { vpcId: [vpc] }, name);
const routed = (from: Resource, by: Resource, target: string) => [
    of("aws:ec2/routeTableAssociation:RouteTableAssociation", {}, { subnetId: [from], routeTableId: [by] }),
    of("aws:ec2/route:Route", { destinationCidrBlock: "0.0.0.0/0", [target]: "x" }, { routeTableId: [by] }),
];
const one = subnet("one", "a");
const two = subnet("two", "b");
const tables = [table("t1"), table("t2")] as const;
const private2 = [
    vpc,
    one,
    two,
    ...tables,
    ...routed(one, tables[0], "natGatewayId"),
    ...routed(two, tables[1], "natGatewayId"),
];
const nat = (name: string) => of("aws:ec2/natGateway:NatGateway", {}, {}, name);
const databases = (subnets: Resource[]) => of("aws:rds/subnetGroup:SubnetGroup", {}, { subnetIds: subnets });

const cluster = of("aws:rds/cluster:Cluster", {}, {}, "db");
const reader = (name: string, availabilityZone: string) =>
    of("aws:rds/clusterInstance:ClusterInstance", { availabilityZone }, { clusterIdentifier: [cluster] }, name);

const targets = of("aws:lb/targetGroup:TargetGroup", {}, {}, "targets");
const rule = of("aws:lb/listenerRule:ListenerRule", {}, {}, "rule");
const balanced = (...dependencies: Resource[]) =>
    resource({ type: "aws:ecs/service:Service", references: { loadBalancers: [targets] }, dependencies });
const certificate = of("aws:acm/certificate:Certificate", {}, {}, "certificate");
const issued = of("aws:acm/certificateValidation:CertificateValidation", {}, {}, "issued");
const listener = (source: Resource) => of("aws:lb/listener:Listener", {}, { certificateArn: [source] });
const egress = (cidrIpv4: string, port: number) =>
    of("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", {
        cidrIpv4,
        ipProtocol: "tcp",
        fromPort: port,
        toPort: port,
    });
const nothing = of("aws:iam/role:Role", {
    assumeRolePolicy: document({ Action: "sts:AssumeRole", Principal: { Service: "ecs-tasks.amazonaws.com" } }),
});

const steps = of("aws:appautoscaling/policy:Policy", { policyType: "StepScaling" }, {}, "steps");
const alarm = of("aws:cloudwatch/metricAlarm:MetricAlarm", {}, { alarmActions: [steps] }, "alarm");

export const cases: Case[] = [
    ["scaling-steps-are-triggered", [steps, alarm], [steps]],
    ["iam-no-access-keys", [], [of("aws:iam/accessKey:AccessKey")]],
    [
        "iam-no-log-group-creation",
        [policy({ Action: "logs:PutLogEvents" })],
        [policy({ Action: ["logs:CreateLogGroup"] })],
    ],
    ["trust-of-federation-is-narrow", [github("repo:acme/app:ref:refs/heads/main")], [github("repo:*")]],
    ["trust-of-federation-is-narrow", [github("repo:acme/app:*")], [github("*")]],
    ["trust-names-principals", [nothing], [trust({ AWS: "*" }, { StringLike: { "aws:SourceArn": "*" } })]],
    [
        "trust-stays-in-the-account",
        [trust({ AWS: "arn:aws:iam::999999999999:root" }, { StringEquals: { "sts:ExternalId": "abc-123" } })],
        [
            of("aws:iam/role:Role", {
                a: "arn:aws:iam::123456789012:role/a",
                b: "arn:aws:sqs:us-east-1:123456789012:b",
                assumeRolePolicy: document({
                    Action: "sts:AssumeRole",
                    Principal: { AWS: "arn:aws:iam::999999999999:root" },
                }),
            }),
        ],
    ],
    [
        "vpc-endpoint-policy-is-narrow",
        [
            of("aws:ec2/vpcEndpoint:VpcEndpoint", {
                policy: document({ Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::a/*" }),
            }),
        ],
        [of("aws:ec2/vpcEndpoint:VpcEndpoint", { policy: document({ Principal: "*", Action: "*", Resource: "*" }) })],
    ],
    [
        "network-acl-is-closed",
        [
            of("aws:ec2/networkAclRule:NetworkAclRule", {
                ruleAction: "allow",
                cidrBlock: "0.0.0.0/0",
                fromPort: 443,
                toPort: 443,
            }),
        ],
        [
            of("aws:ec2/networkAclRule:NetworkAclRule", {
                ruleAction: "allow",
                cidrBlock: "0.0.0.0/0",
                fromPort: 0,
                toPort: 65535,
            }),
        ],
    ],
    [
        "instance-metadata-needs-a-session",
        [of("aws:ec2/instance:Instance", { metadataOptions: { httpTokens: "required" } })],
        [of("aws:ec2/instance:Instance")],
    ],
    ["egress-has-no-risky-port", [egress("10.0.0.0/8", 22)], [egress("0.0.0.0/0", 22)]],
    ["world-egress", [egress("192.0.2.0/24", 27017)], [egress("52.0.0.0/8", 27017)]],
    ["data-is-in-private-subnets", [databases([one]), one, tables[0]], [...private2, databases([one])]],
    ["nat-is-in-each-zone", [...private2, nat("1"), nat("2")], [...private2, nat("1")]],
    [
        "table-can-be-restored",
        [of("aws:dynamodb/table:Table", { pointInTimeRecovery: { enabled: true }, deletionProtectionEnabled: true })],
        [of("aws:dynamodb/table:Table", { pointInTimeRecovery: { enabled: false }, deletionProtectionEnabled: true })],
    ],
    ["production-cluster-spans-zones", [cluster, reader("1", "a"), reader("2", "b")], [cluster, reader("1", "a")]],
    [
        "production-cluster-spans-zones",
        [cluster, reader("1", "a"), reader("2", "b")],
        [cluster, reader("1", "a"), reader("2", "a")],
    ],
    ["service-waits-for-listener", [targets, rule, balanced(targets, rule)], [targets, rule, balanced(targets)]],
    ["certificate-is-validated", [listener(issued)], [listener(certificate)]],
    [
        "what-sleeps-wakes",
        [
            schedule("rds:stopDBInstance", { DbInstanceIdentifier: "db" }),
            schedule("rds:startDBInstance", { DbInstanceIdentifier: "db" }),
        ],
        [
            schedule("rds:stopDBInstance", { DbInstanceIdentifier: "db" }),
            schedule("rds:startDBInstance", { DbInstanceIdentifier: "other" }),
        ],
    ],
    [
        "production-does-not-sleep",
        [schedule("rds:startDBInstance", {})],
        [schedule("ecs:updateService", { DesiredCount: 0 })],
    ],
    [
        "schedule-says-what-it-changes",
        [schedule("ecs:updateService", { Cluster: "c", Service: "s", DesiredCount: 1 })],
        [schedule("ecs:updateService", { Service: "s", DesiredCount: 1 })],
    ],
    ["no-secrets-in-environment", [variable("DB_PASS_FILE", "/run/x")], [variable("DB_PASS", "hunter2")]],
    ["no-secrets-in-environment", [variable("PUBLIC_KEY", "abc")], [variable("SECRET_KEY_BASE", "0123abcd")]],
    ["no-secrets-in-environment", [variable("TOKEN_TTL", "3600")], [variable("API_TOKEN", "/abcdef")]],
    [
        "no-secrets-in-environment",
        [variable("DB_URL", "postgres://db/app")],
        [variable("X", "eyJhbGciOiJI.eyJzdWIiOiIx.c2ln")],
    ],
    [
        "no-secrets-in-text",
        [task({ command: ["app", "--port=80"] })],
        [task({ command: ["app", "--password=hunter2"] })],
    ],
    ["no-secrets-in-text", [task({})], [task({ dockerLabels: { key: "AKIAIOSFODNN7EXAMPLE" } })]],
    [
        "iam-pass-role-is-bounded",
        [
            policy({
                Action: "iam:PassRole",
                Resource: "arn:aws:iam::1:role/a",
                Condition: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
            }),
        ],
        [policy({ Action: "iam:PassRole", Resource: "arn:aws:iam::1:role/a" })],
    ],
    [
        "iam-scoped-resources",
        [
            policy({
                Action: "secretsmanager:GetSecretValue",
                Resource: "arn:aws:secretsmanager:r:1:secret:/app/db-??????",
            }),
        ],
        [policy({ Action: "secretsmanager:GetSecretValue", Resource: "arn:aws:secretsmanager:r:1:secret:/app/*" })],
    ],
    [
        "iam-scoped-resources",
        [policy({ Action: "s3:GetObject", Resource: "arn:aws:s3:::files/*" })],
        [policy({ Action: "s3:GetObject", Resource: "arn:aws:s3:::*-files/*" })],
    ],
];
