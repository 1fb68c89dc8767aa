// A small AWS in memory, in which the functions' own protocol runs one effect at a time. Worlds are values: an event makes a new one.

/**
 * @typedef {import("../../main/resources/groundwork/sleep/types.mjs").Config} Config
 * @typedef {import("../../main/resources/groundwork/sleep/types.mjs").State} State
 * @typedef {import("../../main/resources/groundwork/sleep/types.mjs").Wish} Wish
 * @typedef {import("../../main/resources/groundwork/sleep/types.mjs").Action} Action
 *
 * @typedef {{min: number, max: number, desired: number, running: number, healthy: boolean}} Tasks
 * @typedef {{answers: any[], began: number, rounds: number}} Running a function in the middle of its work: what it has been answered
 * @typedef {{requests: number, messages: number, faults: number, ups: number, hands: number, starts: number, jobs: number, breaks: number}} Budget
 *
 * @typedef {object} World
 * @property {number} t seconds
 * @property {number} revision which configuration `pulumi up` has written
 * @property {"open" | "closed"} way
 * @property {string} db
 * @property {Tasks} app
 * @property {Tasks} worker
 * @property {{visible: number, inFlight: number}} queue
 * @property {number} flying requests that the service is answering
 * @property {number} use when the last request came to the service
 * @property {number} used when the one before came
 * @property {boolean} shielded the worker's task protects itself
 * @property {boolean} broken the service's tasks never become healthy
 * @property {boolean} written `up` has raised a range behind the conductor's back, so what it has just looked at may be wrong
 * @property {boolean} asked somebody wants the service and has not had it yet
 * @property {State | undefined} state
 * @property {number} version
 * @property {Wish} wish
 * @property {number | undefined} lease until when
 * @property {Running | undefined} conductor
 * @property {Running | undefined} waker
 * @property {number} told how often the alarm topic was told
 * @property {number} turns of the conductor in this second
 * @property {Budget} left
 */

export const SECOND = 1000;
/** CloudWatch shows a request this much later. */
const LAG = 1;
const LEASE = 2;

/** @param {number} revision @returns {Config} */
function config(revision) {
  return {
    environment: "model", revision: `r${revision}`, after: 3, wake: ["request", "queue", "hand"], answer: "page", hold: 0,
    drain: 2, limit: 6, tries: 2, backoff: 4, usual: 3,
    waves: [
      [{ kind: "instance", name: "db", id: "db" }],
      [
        { kind: "service", name: "app", cluster: "c", service: "app", range: { min: 1, max: 2 + revision }, targets: [["g"]] },
        { kind: "service", name: "worker", cluster: "c", service: "worker", count: 1 },
      ],
    ],
    way: [{ kind: "rule", arn: "rule", hosts: ["model"] }],
    activity: [{ namespace: "n", metric: "m", dimensions: {} }],
    queues: [{ name: "jobs", url: "jobs", needs: ["db", "worker"] }],
  };
}

export const CONFIGS = [config(0), config(1)];

/** @param {World} w @returns {Config} */
export const configOf = (w) => /** @type {Config} */ (CONFIGS[w.revision]);

/** What a correct protocol never lets happen. */
export class Violation extends Error {}

/** @param {boolean} holds @param {string} what */
export function must(holds, what) {
  if (!holds) {
    throw new Violation(what);
  }
}

/** @param {Partial<World>} [parts] @returns {World} */
export function awakeWorld(parts = {}) {
  return {
    t: 100, revision: 0, way: "open", db: "available",
    app: { min: 1, max: 2, desired: 1, running: 1, healthy: true },
    worker: { min: 0, max: 0, desired: 1, running: 1, healthy: true },
    queue: { visible: 0, inFlight: 0 }, flying: 0, use: 90, used: 90, shielded: false, broken: false, written: false, asked: false,
    state: { phase: "awake", scope: "all", since: 90 * SECOND, used: 99 * SECOND, heard: { requests: 0, hands: 0 }, took: [], applied: "r0" },
    version: 1, wish: { requests: 0, hands: 0 }, lease: undefined, conductor: undefined, waker: undefined, told: 0, turns: 0,
    left: { requests: 0, messages: 0, faults: 0, ups: 0, hands: 0, starts: 0, jobs: 0, breaks: 0 },
    ...parts,
  };
}

/** @param {Partial<World>} [parts] @returns {World} */
export function asleepWorld(parts = {}) {
  const stopped = { min: 0, max: 0, desired: 0, running: 0, healthy: false };
  return awakeWorld({
    way: "closed", db: "stopped", app: stopped, worker: stopped,
    state: { phase: "asleep", scope: [], since: 90 * SECOND, used: 80 * SECOND, heard: { requests: 0, hands: 0 }, took: [], applied: "r0" },
    ...parts,
  });
}

/** The way is closed, and the drain over. @param {Partial<World>} parts @returns {World} */
export function fallingWorld(parts) {
  const state = /** @type {State} */ (awakeWorld().state);
  return awakeWorld({ t: 102, way: "closed", state: { ...state, phase: "falling", since: 100 * SECOND, used: 90 * SECOND, quiet: 90 * SECOND, closed: 100 * SECOND }, ...parts });
}

/** The database is there, the services are not. @param {Partial<World>} parts @returns {World} */
export function wakingWorld(parts) {
  const state = /** @type {State} */ (asleepWorld().state);
  return asleepWorld({ db: "available", asked: true, state: { ...state, phase: "waking", scope: "all", since: 99 * SECOND, used: 99 * SECOND, tried: 99 * SECOND, tries: 1 }, ...parts });
}

/** @param {World} w */
function look(w) {
  const { min, max, desired, running, healthy } = w.app;
  return {
    at: w.t * SECOND,
    way: w.way,
    members: {
      db: { kind: "database", status: w.db },
      app: { kind: "service", range: { min, max }, desired, running, healthy },
      worker: { kind: "service", desired: w.worker.desired, running: w.worker.running, healthy: w.worker.running > 0 },
    },
    queues: { jobs: w.queue },
  };
}

/** @param {World} w */
function work(w) {
  const last = w.t >= w.use + LAG ? w.use : w.used;
  return { lastUse: last * SECOND, busy: w.shielded ? ["protected task of worker"] : [] };
}

/** What AWS does when it is called, and how it answers. @param {World} w @param {any} effect @returns {[World, any]} */
export function carryOut(w, effect) {
  switch (effect.do) {
    case "read":
      return [w, { config: configOf(w), state: w.state, version: w.version, wish: w.wish, now: w.t * SECOND }];
    case "look":
      return [w, look(w)];
    case "work":
      return [w, work(w)];
    case "save":
      return effect.version === w.version ? [saved(w, effect.state), true] : [w, false];
    case "act":
      return act(w, effect.action);
    case "wish":
      return w.wish.requests === effect.requests ? [{ ...w, wish: { ...w.wish, requests: effect.requests + 1 } }, true] : [w, false];
    default:
      return [w, undefined];
  }
}

/** @param {World} w @param {State} state @returns {World} */
function saved(w, state) {
  if (state.phase === "asleep" && w.state?.phase !== "asleep") {
    must(w.way === "closed", "asleep, and the way is open");
    must(w.flying === 0 && !w.shielded, "asleep with work in flight");
    must((w.app.desired === 0 && w.app.max === 0) || w.written, "asleep, and a service is to run");
    must(w.worker.desired === 0, "asleep, and the worker is to run");
    const { since = 0, quiet = 0 } = w.state ?? {};
    must(quiet >= since || w.use * SECOND < since, "asleep, and a request has been served since it was idle");
  }
  if (state.phase === "awake" && state.scope === "all" && w.state?.phase !== "awake") {
    must(w.db === "available" && w.app.desired > 0 && w.worker.desired > 0, "awake, and something is stopped");
  }
  const isHeard = w.state === undefined || state.heard.requests === w.state.heard.requests;
  const isOnItsWay = (state.phase === "waking" || state.phase === "awake") && state.scope === "all";
  must(isHeard || isOnItsWay || state.failed !== undefined || w.wish.want === "sleep", "a request is heard, and nothing comes of it");
  return { ...w, state, version: w.version + 1 };
}

/** @param {World} w @param {Action} action @returns {[World, string | undefined]} */
function act(w, action) {
  switch (action.do) {
    case "open":
      must(w.app.running > 0 && w.db === "available", "the way is opened to what does not run");
      return [{ ...w, way: "open" }, undefined];
    case "close":
      return [{ ...w, way: "closed" }, undefined];
    case "start":
      return w.db === "stopped" ? [{ ...w, db: "starting" }, undefined] : [w, "InvalidDBInstanceState"];
    case "stop":
      must((w.app.running === 0 || w.written) && w.worker.running === 0, "the database is stopped under running services");
      return w.db === "available" ? [{ ...w, db: "stopping" }, undefined] : [w, "InvalidDBInstanceState"];
    case "tell":
      return [{ ...w, told: w.told + 1 }, undefined];
    case "range":
      return [{ ...w, app: { ...w.app, ...action.range } }, undefined];
    case "count": {
      const name = /** @type {"app" | "worker"} */ (action.member.name);
      if (action.count === 0) {
        must(name === "worker" || w.way === "closed", "a service stops while requests reach it");
        must(name === "worker" || w.flying === 0, "a service stops with a request in flight");
        must(!w.shielded || w.worker.desired === 0 || name === "app", "a worker stops over a protected task");
      } else {
        must(w[name].desired > 0 || w.db === "available", "a service starts before its database");
      }
      return [{ ...w, [name]: { ...w[name], desired: action.count } }, undefined];
    }
  }
}

/** @param {World} w @returns {World} */
export function withLease(w) {
  return { ...w, lease: w.t + LEASE, conductor: { answers: [], began: w.t, rounds: 0 } };
}

/** An invocation ends before its lease does; a request is answered within the drain. @param {World} w @returns {World} */
export function tick(w) {
  const t = w.t + 1;
  const isOver = w.conductor !== undefined && t - w.conductor.began >= LEASE;
  const isFree = w.lease !== undefined && t >= w.lease;
  const isAnswered = w.flying > 0 && t - w.use >= (configOf(w).drain ?? 0);
  return {
    ...w, t, turns: 0,
    ...(isOver ? { conductor: undefined } : {}),
    ...(isFree ? { lease: undefined } : {}),
    ...(isAnswered ? { flying: 0 } : {}),
  };
}

/** A request comes in: to the service, where the way is open, else to the waker. @param {World} w @returns {World} */
export function request(w) {
  if (w.way === "open") {
    must(w.app.running > 0 && w.app.healthy, "a request reaches a service that is not ready");
    must(w.db === "available", "a request reaches a service without its database");
    return { ...w, flying: 1, used: w.t > w.use ? w.use : w.used, use: w.t, asked: false };
  }
  return { ...w, asked: true, waker: w.waker ?? { answers: [], began: w.t, rounds: 0 } };
}

/** What AWS does by itself, each a step of its own. @param {World} w @returns {World[]} */
export function progress(w) {
  const next = [];
  if (w.db === "starting") {
    next.push({ ...w, db: "available" });
  }
  if (w.db === "stopping") {
    next.push({ ...w, db: "stopped" });
  }
  const held = Math.min(Math.max(w.app.desired, w.app.min), w.app.max);
  if (held !== w.app.desired) {
    next.push({ ...w, app: { ...w.app, desired: held } });
  }
  if (w.app.running !== w.app.desired) {
    must(w.app.desired > 0 || w.flying === 0, "a request in flight is cut off");
    next.push({ ...w, app: { ...w.app, running: w.app.desired, healthy: w.app.desired > 0 && w.app.healthy } });
  } else if (w.app.running > 0 && !w.app.healthy && !w.broken && w.db === "available") {
    next.push({ ...w, app: { ...w.app, healthy: true } });
  }
  if (w.worker.running !== w.worker.desired && !(w.worker.desired === 0 && w.shielded)) {
    next.push({ ...w, worker: { ...w.worker, running: w.worker.desired, healthy: w.worker.desired > 0 } });
  }
  if (w.queue.inFlight > 0 && w.worker.running === 0) {
    next.push({ ...w, queue: { visible: w.queue.visible + w.queue.inFlight, inFlight: 0 } });
  }
  if (w.queue.visible > 0 && w.worker.running > 0 && w.db === "available") {
    next.push({ ...w, queue: { visible: w.queue.visible - 1, inFlight: w.queue.inFlight + 1 } });
  }
  return next;
}

/** What is being worked on comes to its end. @param {World} w @returns {World[]} */
export function completions(w) {
  const next = [];
  if (w.flying > 0) {
    next.push({ ...w, flying: 0 });
  }
  if (w.queue.inFlight > 0 && w.worker.running > 0) {
    next.push({ ...w, queue: { ...w.queue, inFlight: w.queue.inFlight - 1 } });
  }
  if (w.shielded) {
    next.push({ ...w, shielded: false });
  }
  return next;
}
