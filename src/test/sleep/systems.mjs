// The environments of the model: what there is, what links to what, and what `pulumi up` may want of it.

/**
 * @typedef {import("../../main/resources/groundwork/sleep/types.mjs").Config} Config
 * @typedef {import("../../main/resources/groundwork/sleep/types.mjs").Member} Member
 *
 * @typedef {object} Service
 * @property {number} [count] a fixed number of tasks
 * @property {[min: number, max: number]} [range] of the scalable target
 * @property {boolean} [isPublic] it has a target group, or a route of an HTTP API
 * @property {boolean} [health] its container has a health check
 * @property {string[]} links
 * @property {string} [queue] that it consumes
 *
 * @typedef {object} System
 * @property {string} name
 * @property {boolean} [hasApi] its entrance is an HTTP API
 * @property {Record<string, "instance" | "cluster">} databases that are stopped
 * @property {string} [pausing] an Aurora cluster that pauses by itself, and so is not stopped
 * @property {Record<string, Service>} services
 * @property {[string, string][]} [alike] names that can be exchanged without any difference
 *
 * @typedef {object} Wanted what `pulumi up` has written
 * @property {number} range how far the range of the public service is raised
 * @property {number} count how far the fixed counts are raised
 * @property {boolean} extra a service more
 * @property {boolean} gone the service `side` less
 */

/** One of each kind: small enough to go through call by call. @type {System} */
export const SMALL = {
  name: "small",
  databases: { db: "instance" },
  services: {
    app: { range: [1, 2], isPublic: true, links: ["db"] },
    worker: { count: 1, links: ["db"], queue: "jobs" },
  },
};

/** Behind an HTTP API, with a range that begins at none. @type {System} */
export const BEHIND_API = {
  name: "behind an API",
  hasApi: true,
  databases: { db: "instance" },
  services: {
    app: { range: [0, 2], isPublic: true, health: true, links: ["db"] },
    worker: { count: 1, links: ["db"], queue: "jobs" },
  },
};

/** Three waves: two kinds of databases, a cache that is a task, an inner service, two workers with queues of their own. @type {System} */
export const WIDE = {
  name: "wide",
  databases: { db: "instance" },
  pausing: "ledger",
  services: {
    cache: { count: 1, health: true, links: [] },
    side: { count: 1, links: [] },
    api: { range: [1, 2], health: true, links: ["db", "cache", "ledger"] },
    mail: { range: [0, 1], links: ["db"], queue: "mails" },
    work: { count: 1, links: ["db"], queue: "jobs" },
    app: { range: [1, 2], isPublic: true, links: ["api", "db"] },
  },
};

/** Two workers that can't be told apart. @type {System} */
export const TWINS = {
  name: "twins",
  databases: { db: "cluster" },
  services: {
    app: { range: [1, 2], isPublic: true, links: ["db"] },
    one: { count: 1, links: ["db"], queue: "ones" },
    two: { count: 1, links: ["db"], queue: "twos" },
  },
  alike: [["one", "two"], ["ones", "twos"]],
};

/** @type {Service} */
const EXTRA = { range: [1, 1], links: [] };
/** @type {Wanted} */
export const AS_FIRST = { range: 0, count: 0, extra: false, gone: false };

/** The services that the configuration names. @param {System} system @param {Wanted} wanted @returns {Record<string, Service>} */
export function servicesOf(system, { extra, gone }) {
  const { side, ...others } = system.services;
  return { ...others, ...(side === undefined || gone ? {} : { side }), ...(extra ? { extra: EXTRA } : {}) };
}

/** @param {Service} service @param {Wanted} wanted @returns {{count: number} | {range: {min: number, max: number}}} */
export function sizeOf({ count = 1, range, isPublic }, wanted) {
  if (range === undefined) {
    return { count: count + wanted.count };
  }
  const [min, max] = range;
  return { range: { min, max: max + (isPublic ? wanted.range : 0) } };
}

/** @type {Map<string, Config>} */
const configs = new Map();

/** What `pulumi up` hands to the functions. @param {System} system @param {Wanted} wanted @returns {Config} */
export function configOf(system, wanted) {
  const revision = `${system.name} ${wanted.range}${wanted.count}${wanted.extra ? "+" : ""}${wanted.gone ? "-" : ""}`;
  const known = configs.get(revision) ?? configure(system, wanted, revision);
  configs.set(revision, known);
  return known;
}

/** @param {System} system @param {Wanted} wanted @param {string} revision @returns {Config} */
function configure(system, wanted, revision) {
  const services = servicesOf(system, wanted);
  return {
    environment: "model", revision, after: 3, wake: ["request", "queue", "hand"], answer: "page", hold: 0,
    drain: 2, limit: 6, tries: 2, backoff: 4, usual: 3,
    waves: wavesOf(system, services, wanted),
    way: [system.hasApi ? { kind: "mapping", domain: "model", mapping: "m", awake: "services", asleep: "waker" } : { kind: "rule", arn: "rule", hosts: ["model"] }],
    activity: [{ namespace: "n", metric: "m", dimensions: {} }],
    queues: Object.entries(services).flatMap(([name, { queue }]) => (queue === undefined ? [] : [{ name: queue, url: queue, needs: needsOf(system, services, name) }])),
  };
}

/** @param {System} system @param {Record<string, Service>} services @param {string} name @returns {string[]} */
function needsOf(system, services, name) {
  const service = services[name];
  return service === undefined ? (system.databases[name] === undefined ? [] : [name]) : [...new Set([name, ...service.links.flatMap((to) => needsOf(system, services, to))])].sort();
}

/** Each after what it links to. @param {System} system @param {Record<string, Service>} services @param {Wanted} wanted @returns {Member[][]} */
function wavesOf(system, services, wanted) {
  /** @type {Member[][]} */
  const waves = [Object.entries(system.databases).map(([name, kind]) => ({ kind, name, id: name }))];
  /** @param {string} name @returns {number} */
  const rank = (name) => 1 + Math.max(-1, ...(services[name]?.links ?? []).filter((to) => to !== system.pausing).map((to) => (services[to] === undefined ? 0 : rank(to))));
  for (const [name, service] of Object.entries(services)) {
    const { isPublic, health } = service;
    (waves[rank(name)] ??= []).push({
      kind: "service", name, cluster: "c", service: name, ...sizeOf(service, wanted), ...(isPublic ? (system.hasApi ? { routed: true } : { targets: [["g"]] }) : {}), ...(health ? { health } : {}),
    });
  }
  return waves;
}
