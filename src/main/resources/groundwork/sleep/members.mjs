// When a member is ready, when it rests, and what brings it there.

/**
 * @typedef {import("./types.mjs").Member} Member
 * @typedef {import("./types.mjs").Service} Service
 * @typedef {import("./types.mjs").Seen} Seen
 * @typedef {import("./types.mjs").ServiceSeen} ServiceSeen
 * @typedef {import("./types.mjs").Action} Action
 * @typedef {import("./types.mjs").Config} Config
 * @typedef {import("./types.mjs").Scope} Scope
 */

export const NOBODY = { min: 0, max: 0 };
/** An instance answers queries in each of these. */
const RUNNING = ["available", "backing-up", "modifying", "storage-optimization", "configuring-log-exports", "configuring-enhanced-monitoring"];

/** The fewest tasks with which it is awake. @param {Service} service */
export function least(service) {
  if (service.range === undefined) {
    return service.count ?? 1;
  }
  return Math.max(service.range.min, service.targets?.length || service.routed ? 1 : 0);
}

/** @param {Config} config @param {Scope} scope @returns {Member[][]} */
export function within(config, scope) {
  if (scope === "all") {
    return config.waves;
  }
  return config.waves.map((wave) => wave.filter((member) => scope.includes(member.name)));
}

/** Unknown is not ready. @param {Member} member @param {Seen} seen */
export function isReady(member, seen) {
  const now = seen.members[member.name];
  if (now === undefined) {
    return false;
  }
  if (member.kind === "service") {
    const tasks = /** @type {ServiceSeen} */ (now);
    return differences(member, tasks).length === 0 && tasks.running >= least(member) && (least(member) === 0 || tasks.healthy);
  }
  return now.kind === "database" && RUNNING.includes(now.status);
}

/** Unknown does not rest. @param {Member} member @param {Seen} seen */
export function isResting(member, seen) {
  const now = seen.members[member.name];
  if (now === undefined) {
    return false;
  }
  if (now.kind === "service") {
    return (now.range === undefined || now.range.max === 0) && now.desired === 0 && now.running === 0;
  }
  return now.status === "stopped";
}

/** Somebody has stopped it: it will not run again by itself. @param {Member} member @param {Seen} seen */
export function isStopped(member, seen) {
  const now = seen.members[member.name];
  if (now === undefined) {
    return false;
  }
  if (member.kind === "service") {
    const tasks = /** @type {ServiceSeen} */ (now);
    return (member.range !== undefined && tasks.range?.max === 0) || (least(member) > 0 && tasks.desired === 0);
  }
  return now.kind === "database" && (now.status === "stopped" || now.status === "stopping");
}

/** What brings a service to what the configuration says; nothing where autoscaling is free. @param {Service} member @param {ServiceSeen} now @returns {Action[]} */
export function differences(member, now) {
  /** @type {Action[]} */
  const actions = [];
  if (member.range !== undefined && (now.range?.min !== member.range.min || now.range?.max !== member.range.max)) {
    actions.push({ do: "range", member, range: member.range });
  }
  const count = member.range === undefined ? least(member) : Math.min(Math.max(now.desired, least(member)), member.range.max);
  if (now.desired !== count) {
    actions.push({ do: "count", member, count });
  }
  return actions;
}

/** @param {Member} member @param {Seen} seen @returns {Action[]} */
export function run(member, seen) {
  const now = seen.members[member.name];
  if (now === undefined) {
    return [];
  }
  if (member.kind === "service") {
    return differences(member, /** @type {ServiceSeen} */ (now));
  }
  return now.kind === "database" && now.status === "stopped" ? [{ do: "start", member }] : [];
}

/** The range first: while it is open, autoscaling would raise the count again. @param {Member} member @param {Seen} seen @returns {Action[]} */
export function rest(member, seen) {
  const now = seen.members[member.name];
  if (now === undefined) {
    return [];
  }
  if (member.kind !== "service") {
    return now.kind === "database" && now.status === "available" ? [{ do: "stop", member }] : [];
  }
  const tasks = /** @type {ServiceSeen} */ (now);
  /** @type {Action[]} */
  const actions = [];
  if (tasks.range !== undefined && tasks.range.max !== 0) {
    actions.push({ do: "range", member, range: NOBODY });
  }
  if (tasks.desired !== 0) {
    actions.push({ do: "count", member, count: 0 });
  }
  return actions;
}
