// A staging environment in moto: database, worker, app behind a load balancer, a queue; and the functions that put it to sleep.

import { randomUUID } from "node:crypto";
import * as gateway from "@aws-sdk/client-apigatewayv2";
import * as scaling from "@aws-sdk/client-application-auto-scaling";
import * as watch from "@aws-sdk/client-cloudwatch";
import * as dynamo from "@aws-sdk/client-dynamodb";
import * as ecs from "@aws-sdk/client-ecs";
import * as balancing from "@aws-sdk/client-elastic-load-balancing-v2";
import * as rds from "@aws-sdk/client-rds";
import * as sns from "@aws-sdk/client-sns";
import * as sqs from "@aws-sdk/client-sqs";
import { copy, load, plant } from "./sources.mjs";

/**
 * @typedef {import("../../main/resources/groundwork/sleep/types.mjs").Config} Config
 * @typedef {import("../../main/resources/groundwork/sleep/types.mjs").State} State
 * @typedef {Awaited<ReturnType<typeof import("./moto.mjs").startAws>>} Aws
 */

export const HOST = "staging.example.com";
const CLUSTER = "events-staging";
const PASS = { Field: "http-header", HttpHeaderConfig: { HttpHeaderName: "x-origin-pass", Values: ["secret"] } };

/** What the Lambda runtime and the role give the functions. @param {Aws} aws */
export function configure(aws) {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: aws.url, AWS_REGION: "us-east-1", AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test",
    TABLE: "sleep", CONDUCTOR: "conductor", PAUSE: "0.01",
  });
}

/** @param {Aws} aws */
export async function createEnvironment(aws) {
  const clients = {
    ecs: new ecs.ECSClient({}), scaling: new scaling.ApplicationAutoScalingClient({}), balancing: new balancing.ElasticLoadBalancingV2Client({}),
    rds: new rds.RDSClient({}), dynamo: new dynamo.DynamoDBClient({}), sqs: new sqs.SQSClient({}), sns: new sns.SNSClient({}),
    watch: new watch.CloudWatchClient({}), gateway: new gateway.ApiGatewayV2Client({}),
  };
  const { vpc, subnets } = await defaultNetwork(aws);
  const entrance = await createEntrance(clients.balancing, vpc, subnets);
  await clients.ecs.send(new ecs.CreateClusterCommand({ clusterName: CLUSTER }));
  await clients.ecs.send(new ecs.RegisterTaskDefinitionCommand({ family: "task", containerDefinitions: [{ name: "main", image: "busybox", memory: 128 }] }));
  for (const serviceName of ["app", "worker"]) {
    await clients.ecs.send(new ecs.CreateServiceCommand({ cluster: CLUSTER, serviceName, taskDefinition: "task", desiredCount: 1 }));
  }
  await clients.scaling.send(new scaling.RegisterScalableTargetCommand({ ...target("app"), MinCapacity: 1, MaxCapacity: 3 }));
  await clients.rds.send(
    new rds.CreateDBInstanceCommand({ DBInstanceIdentifier: "db", DBInstanceClass: "db.t4g.micro", Engine: "postgres", AllocatedStorage: 20, MasterUsername: "owner", MasterUserPassword: randomUUID() }),
  );
  const queue = /** @type {string} */ ((await clients.sqs.send(new sqs.CreateQueueCommand({ QueueName: "jobs" }))).QueueUrl);
  const topic = /** @type {string} */ ((await clients.sns.send(new sns.CreateTopicCommand({ Name: "alarms" }))).TopicArn);
  await clients.dynamo.send(
    new dynamo.CreateTableCommand({ TableName: "sleep", BillingMode: "PAY_PER_REQUEST", KeySchema: [{ AttributeName: "id", KeyType: "HASH" }], AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }] }),
  );
  aws.whenCounted(async ({ service, desiredCount }) => {
    if (service === "app" && desiredCount !== undefined) {
      await (desiredCount > 0 ? register() : deregister());
    }
  });
  const register = () => clients.balancing.send(new balancing.RegisterTargetsCommand({ TargetGroupArn: entrance.group, Targets: [{ Id: "10.0.0.1" }] }));
  const deregister = () => clients.balancing.send(new balancing.DeregisterTargetsCommand({ TargetGroupArn: entrance.group, Targets: [{ Id: "10.0.0.1" }] }));
  await register();

  const dimensions = { LoadBalancer: "app/lb/1", TargetGroup: "targetgroup/app/1" };
  /** @type {Omit<Config, "revision">} */
  const config = {
    environment: CLUSTER, after: 0, wake: ["request", "queue", "hand"], answer: "page", hold: 20, drain: 0, limit: 600, tries: 2, backoff: 600, usual: 90,
    waves: [
      [{ kind: "instance", name: "db", id: "db" }],
      [
        { kind: "service", name: "app", cluster: CLUSTER, service: "app", range: { min: 1, max: 3 }, targets: [[entrance.group]] },
        { kind: "service", name: "worker", cluster: CLUSTER, service: "worker", count: 1 },
      ],
    ],
    way: [{ kind: "rule", arn: entrance.rule, hosts: [HOST] }],
    activity: [{ namespace: "AWS/ApplicationELB", metric: "RequestCount", dimensions }],
    queues: [{ name: "jobs", url: queue, needs: ["db", "worker"] }],
    cluster: CLUSTER, topic,
  };
  /** What `pulumi up` writes. @param {Partial<Config>} [parts] */
  const up = (parts = {}) =>
    clients.dynamo.send(new dynamo.PutItemCommand({ TableName: "sleep", Item: { id: { S: "config" }, body: { S: JSON.stringify({ ...config, ...parts }) } } }));
  await up();

  return { clients, config, up, queue, register, deregister, rule: entrance.rule, subnets, dimensions };
}

/** @typedef {Awaited<ReturnType<typeof createEnvironment>>} Environment */

/** What AWS shows of it. @param {Environment} environment */
export async function look({ clients, rule }) {
  const [services, ranges, rules, databases] = await Promise.all([
    clients.ecs.send(new ecs.DescribeServicesCommand({ cluster: CLUSTER, services: ["app", "worker"] })),
    clients.scaling.send(new scaling.DescribeScalableTargetsCommand({ ServiceNamespace: "ecs" })),
    clients.balancing.send(new balancing.DescribeRulesCommand({ RuleArns: [rule] })),
    clients.rds.send(new rds.DescribeDBInstancesCommand({ DBInstanceIdentifier: "db" })),
  ]);
  const [range] = ranges.ScalableTargets ?? [];
  const conditions = rules.Rules?.[0]?.Conditions ?? [];
  return {
    app: services.services?.find((each) => each.serviceName === "app")?.desiredCount,
    worker: services.services?.find((each) => each.serviceName === "worker")?.desiredCount,
    range: `${range?.MinCapacity}-${range?.MaxCapacity}`,
    db: databases.DBInstances?.[0]?.DBInstanceStatus,
    hosts: conditions.find((each) => each.Field === "host-header")?.HostHeaderConfig?.Values,
    pass: conditions.find((each) => each.Field === "http-header")?.HttpHeaderConfig?.Values,
  };
}

export const AWAKE = { app: 1, worker: 1, range: "1-3", db: "available", hosts: ["awake.invalid"], pass: ["secret"] };
export const ASLEEP = { app: 0, worker: 0, range: "0-0", db: "stopped", hosts: [HOST], pass: ["secret"] };

/** The functions, as Lambda would load them. @param {[file: string, from: string, to: string][]} [changes] */
export async function loadFunctions(changes = []) {
  const folder = copy("lambda");
  changes.forEach(([file, from, to]) => plant(folder, file, from, to));
  const conductor = await load(folder, "conductor.mjs");
  const waker = await load(folder, "waker.mjs");
  return {
    /** @param {object} [event] @returns {Promise<State>} */
    conduct: (event = {}) => {
      const until = Date.now() + 60_000;
      return conductor.handler(event, { awsRequestId: randomUUID(), getRemainingTimeInMillis: () => until - Date.now() });
    },
    /** @param {object} [parts] */
    ask: (parts = {}) => waker.handler({ httpMethod: "GET", path: "/", headers: { host: HOST, "x-forwarded-proto": "https", accept: "text/html" }, ...parts }),
  };
}

/** @param {string} service */
function target(service) {
  return { ServiceNamespace: /** @type {const} */ ("ecs"), ScalableDimension: /** @type {const} */ ("ecs:service:DesiredCount"), ResourceId: `service/${CLUSTER}/${service}` };
}

/** @param {balancing.ElasticLoadBalancingV2Client} client @param {string} VpcId @param {string[]} Subnets */
async function createEntrance(client, VpcId, Subnets) {
  const balancer = (await client.send(new balancing.CreateLoadBalancerCommand({ Name: "entrance", Subnets }))).LoadBalancers?.[0]?.LoadBalancerArn;
  const group = /** @type {string} */ ((await client.send(new balancing.CreateTargetGroupCommand({ Name: "app", Protocol: "HTTP", Port: 80, VpcId, TargetType: "ip" }))).TargetGroups?.[0]?.TargetGroupArn);
  const Actions = [{ Type: /** @type {const} */ ("forward"), TargetGroupArn: group }];
  const listener = (await client.send(new balancing.CreateListenerCommand({ LoadBalancerArn: balancer, Protocol: "HTTP", Port: 80, DefaultActions: Actions }))).Listeners?.[0]?.ListenerArn;
  const Conditions = [{ Field: "host-header", HostHeaderConfig: { Values: ["awake.invalid"] } }, PASS];
  const rule = /** @type {string} */ ((await client.send(new balancing.CreateRuleCommand({ ListenerArn: listener, Priority: 1, Conditions, Actions }))).Rules?.[0]?.RuleArn);
  return { group, rule };
}

/** @param {Aws} aws */
async function defaultNetwork(aws) {
  const headers = { authorization: "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/ec2/aws4_request, SignedHeaders=host, Signature=0", "content-type": "application/x-www-form-urlencoded" };
  const answer = await (await fetch(aws.url, { method: "POST", headers, body: "Action=DescribeSubnets&Version=2016-11-15" })).text();
  const subnets = [...answer.matchAll(/<subnetId>([^<]+)/g)].map((match) => /** @type {string} */ (match[1])).slice(0, 2);
  return { vpc: /** @type {string} */ (/<vpcId>([^<]+)/.exec(answer)?.[1]), subnets };
}
