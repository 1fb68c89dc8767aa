// Services on ECS: counts, ranges and health, and changing them.

import { ApplicationAutoScalingClient, DescribeScalableTargetsCommand, RegisterScalableTargetCommand } from "@aws-sdk/client-application-auto-scaling";
import { DescribeServicesCommand, DescribeTasksCommand, ECSClient, GetTaskProtectionCommand, ListTasksCommand, UpdateServiceCommand } from "@aws-sdk/client-ecs";
import { DescribeTargetHealthCommand, ElasticLoadBalancingV2Client } from "@aws-sdk/client-elastic-load-balancing-v2";
import { calling, chunks, ifKnown } from "./calling.mjs";
import { least } from "./members.mjs";

/**
 * @typedef {import("./types.mjs").Service} Service
 * @typedef {import("./types.mjs").ServiceSeen} ServiceSeen
 * @typedef {import("./types.mjs").Range} Range
 * @typedef {import("@aws-sdk/client-ecs").Task} Task
 */

const ecs = new ECSClient(calling);
const scaling = new ApplicationAutoScalingClient(calling);
const balancing = new ElasticLoadBalancingV2Client(calling);
const NAMESPACE = { ServiceNamespace: /** @type {const} */ ("ecs"), ScalableDimension: /** @type {const} */ ("ecs:service:DesiredCount") };

/** @param {Service} service */
const resource = ({ cluster, service }) => `service/${cluster}/${service}`;

/** @param {Service[]} services @returns {Promise<Record<string, ServiceSeen>>} */
export async function look(services) {
  const clusters = [...new Set(services.map(({ cluster }) => cluster))];
  const parts = await Promise.all(
    clusters.flatMap((cluster) => chunks(services.filter((service) => service.cluster === cluster), 10).map((some) => lookAt(cluster, some))),
  );
  return Object.assign({}, ...parts);
}

/** @param {string} cluster @param {Service[]} services @returns {Promise<Record<string, ServiceSeen>>} */
async function lookAt(cluster, services) {
  const scaled = services.filter((service) => service.range !== undefined);
  const [counts, ranges] = await Promise.all([
    ifKnown(`services of ${cluster}`, ecs.send(new DescribeServicesCommand({ cluster, services: services.map(({ service }) => service) }))),
    scaled.length === 0
      ? { ScalableTargets: [] }
      : ifKnown("ranges", scaling.send(new DescribeScalableTargetsCommand({ ...NAMESPACE, ResourceIds: scaled.map(resource) }))),
  ]);
  /** @type {Record<string, ServiceSeen>} */
  const seen = {};
  await Promise.all(
    services.map(async (service) => {
      const found = counts?.services?.find((each) => each.serviceName === service.service && each.status === "ACTIVE");
      const target = ranges?.ScalableTargets?.find((each) => each.ResourceId === resource(service));
      if (found === undefined || (service.range !== undefined && target === undefined)) {
        return;
      }
      const running = found.runningCount ?? 0;
      const healthy = running > 0 ? await ifKnown(`health of ${service.name}`, isHealthy(service)) : false;
      if (healthy === undefined) {
        return;
      }
      const range = target === undefined ? {} : { range: { min: target.MinCapacity ?? 0, max: target.MaxCapacity ?? 0 } };
      seen[service.name] = { kind: "service", desired: found.desiredCount ?? 0, running, healthy, ...range };
    }),
  );
  return seen;
}

/** @param {Service} service */
async function isHealthy(service) {
  const groups = await Promise.all((service.targets ?? []).map(async (alternatives) => (await Promise.all(alternatives.map(hasHealthyTarget))).includes(true)));
  if (groups.includes(false)) {
    return false;
  }
  if (!service.health || groups.length > 0) {
    return true;
  }
  const tasks = await running(service.cluster, service.service);
  return tasks.filter((task) => task.healthStatus === "HEALTHY").length >= least(service);
}

/** @param {string} group */
async function hasHealthyTarget(group) {
  const { TargetHealthDescriptions } = await balancing.send(new DescribeTargetHealthCommand({ TargetGroupArn: group }));
  return (TargetHealthDescriptions ?? []).some((target) => target.TargetHealth?.State === "healthy");
}

/** @param {string} cluster @param {string} [serviceName] @returns {Promise<Task[]>} */
async function running(cluster, serviceName) {
  /** @type {Task[]} */
  const tasks = [];
  /** @type {string | undefined} */
  let nextToken;
  do {
    const listed = await ecs.send(new ListTasksCommand({ cluster, desiredStatus: "RUNNING", ...(serviceName ? { serviceName } : {}), ...(nextToken ? { nextToken } : {}) }));
    for (const some of chunks(listed.taskArns ?? [], 100)) {
      tasks.push(...((await ecs.send(new DescribeTasksCommand({ cluster, tasks: some }))).tasks ?? []));
    }
    nextToken = listed.nextToken;
  } while (nextToken);
  return tasks;
}

/** Tasks that must not be stopped: those that protect themselves, and those outside services. @param {string} cluster @param {Service[]} services @param {boolean} countsJobs @returns {Promise<string[]>} */
export async function busy(cluster, services, countsJobs) {
  const tasks = await running(cluster);
  const names = new Map(services.map(({ service, name }) => [`service:${service}`, name]));
  const jobs = countsJobs ? tasks.filter((task) => !task.group?.startsWith("service:")) : [];
  const ofServices = tasks.filter((task) => names.has(task.group ?? ""));
  const shielded = await Promise.all(
    chunks(ofServices, 100).map(async (some) => {
      const arns = some.flatMap((task) => task.taskArn ?? []);
      const { protectedTasks, failures } = await ecs.send(new GetTaskProtectionCommand({ cluster, tasks: arns }));
      if (failures?.some((failure) => failure.reason !== "MISSING" && failure.reason !== "TASK_NOT_VALID")) {
        throw new Error(`task protection of ${failures.length} tasks is unknown`);
      }
      return (protectedTasks ?? []).filter((task) => task.protectionEnabled).flatMap((task) => task.taskArn ?? []);
    }),
  );
  const held = new Set(shielded.flat());
  const holders = new Set(ofServices.filter((task) => held.has(task.taskArn ?? "")).map((task) => names.get(task.group ?? "")));
  return [...[...holders].map((name) => `protected task of ${name}`), ...jobs.map((task) => `job ${task.group ?? ""}`)];
}

/** @param {Service} service @param {Range} range */
export async function scale(service, range) {
  await scaling.send(new RegisterScalableTargetCommand({ ...NAMESPACE, ResourceId: resource(service), MinCapacity: range.min, MaxCapacity: range.max }));
}

/** @param {Service} service @param {number} desiredCount */
export async function count(service, desiredCount) {
  await ecs.send(new UpdateServiceCommand({ cluster: service.cluster, service: service.service, desiredCount }));
}
