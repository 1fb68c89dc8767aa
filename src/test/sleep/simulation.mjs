// A small AWS in memory: what calls do and answer, what happens by itself, and what must never happen.

import { front, linksOf, must, SECOND, wantedBy } from "./world.mjs";

/**
 * @typedef {import("./world.mjs").World} World
 * @typedef {import("./world.mjs").State} State
 * @typedef {import("./world.mjs").Action} Action
 * @typedef {import("./world.mjs").Running} Running
 * @typedef {import("./world.mjs").Tasks} Tasks
 * @typedef {import("../../main/resources/groundwork/sleep/types.mjs").Config} Config
 */

/** CloudWatch shows a request this much later. */
const LAG = 1;
/** An invocation ends before its lease does. */
const LIFE = 2;
const LEASE = 3;
const KEPT = 7;
const WAKER = 0;

/** @param {World} w @param {Config} config */
function look(w, config) {
  const members = config.waves.flat().flatMap((member) => /** @type {[string, any][]} */ (lookAt(w, member)));
  const queues = config.queues.flatMap(({ name }) => (w.queues[name] === undefined ? [] : [[name, w.queues[name]]]));
  return { at: w.t * SECOND, way: w.way, members: Object.fromEntries(members), queues: Object.fromEntries(queues) };
}

/** @param {World} w @param {import("../../main/resources/groundwork/sleep/types.mjs").Member} member */
function lookAt(w, member) {
  if (member.kind !== "service") {
    return [[member.name, { kind: "database", status: w.databases[member.name] }]];
  }
  const tasks = w.services[member.name];
  if (tasks === undefined) {
    return [];
  }
  const { min, max, desired, running, healthy } = tasks;
  return [[member.name, { kind: "service", desired, running, healthy, ...(member.range === undefined ? {} : { range: { min, max } }) }]];
}

/** @param {World} w */
function work(w) {
  const last = w.t >= w.use + LAG ? w.use : w.used;
  return { lastUse: last * SECOND, busy: w.shielded === undefined ? [] : [`protected task of ${w.shielded}`] };
}

/** What AWS does when it is called, and how it answers. @param {World} w @param {any} effect @param {Running} by @returns {[World, any]} */
export function carryOut(w, effect, by) {
  switch (effect.do) {
    case "lease":
      return w.lease === undefined ? [{ ...w, lease: { holder: by.id, until: w.t + LEASE } }, true] : [w, false];
    case "release":
      return w.lease?.holder === by.id ? [{ ...w, lease: undefined }, true] : [w, false];
    case "pause":
      return [w, w.t - by.began < LIFE - 1];
    case "read": {
      const answer = { config: wantedBy(w), ...(w.state === undefined ? {} : { state: w.state }), version: w.version, wish: w.wish, now: w.t * SECOND };
      must(by.id === WAKER || w.lost || w.lease?.holder === by.id, "two conductors work at once");
      return [by.id === WAKER ? w : { ...w, turns: w.turns + 1 }, answer];
    }
    case "look":
      return [w, look(w, effect.config)];
    case "work":
      return [w, work(w)];
    case "save":
      return effect.version === w.version ? [saved(w, effect, by), true] : [w, false];
    case "act":
      return act(w, effect.action, effect.config, by);
    case "wish":
      return w.wish.requests === effect.requests ? [{ ...w, wish: { ...w.wish, requests: effect.requests + 1 } }, true] : [w, false];
    default:
      return [w, undefined];
  }
}

/** @param {World} w @param {{state: State, config: Config}} effect @param {Running} by @returns {World} */
function saved(w, { state, config }, by) {
  const before = w.state;
  const wish = by.answers.find((answer) => answer?.wish !== undefined)?.wish ?? w.wish;
  const seen = by.answers.findLast((answer) => answer?.members !== undefined);
  const members = config.waves.flat();
  if (state.phase === "asleep" && before?.phase !== "asleep") {
    must(w.way === "closed", "asleep, and the way is open");
    must(w.flying === 0 && w.shielded === undefined, "asleep with work in flight");
    for (const { name, kind } of members) {
      const tasks = w.services[name];
      must(kind !== "service" || tasks === undefined || tasks.desired === 0 || w.written || w.lost, "asleep, and a service is to run");
      must(kind === "service" || seen.members[name]?.status === "stopped", "asleep, and a database has been seen to run");
    }
    const { since = 0, quiet = 0 } = before ?? {};
    must(quiet >= since || w.use * SECOND < since, "asleep, and a request has been served since it was idle");
  }
  if (state.phase === "falling" && before?.phase === "awake") {
    must((wish.keep ?? 0) <= w.t * SECOND || wish.want === "sleep", "falls asleep in the window in which it was to stay awake");
  }
  if (state.phase === "awake" && state.scope === "all" && before?.phase !== "awake") {
    for (const { name, kind } of members) {
      must(kind === "service" ? (w.services[name]?.desired ?? 1) > 0 || name === "mail" : w.databases[name] !== "stopped", "awake, and something is stopped");
    }
  }
  const isHeard = before === undefined || state.heard.requests === before.heard.requests;
  const isOnItsWay = (state.phase === "waking" || state.phase === "awake") && state.scope === "all";
  must(isHeard || isOnItsWay || state.failed !== undefined || w.wish.want === "sleep", "a request is heard, and nothing comes of it");
  return { ...w, state, version: w.version + 1 };
}

/** @param {World} w @param {Action} action @param {Config} config that the conductor goes by @param {Running} [by] none where the call arrives late @returns {[World, string | undefined]} */
function act(w, action, config, by) {
  must(by === undefined || !by.answers.includes(false), "acts, though another has taken over");
  switch (action.do) {
    case "open":
      isServed(w, "the way is opened to what does not run");
      return [{ ...w, way: "open" }, undefined];
    case "close":
      return [{ ...w, way: "closed" }, undefined];
    case "start":
      return switchDatabase(w, action.member.name, "stopped", "starting");
    case "stop": {
      const { name } = action.member;
      const users = config.waves.flat().filter((member) => member.kind === "service" && linksOf(w, member.name).includes(name));
      must(w.written || w.lost || w.databases[name] !== "available" || users.every((user) => (w.services[user.name]?.running ?? 0) === 0), "the database is stopped under running services");
      return switchDatabase(w, name, "available", "stopping");
    }
    case "tell":
      return [{ ...w, told: w.told + 1 }, undefined];
    case "range":
    case "count":
      return size(w, action, config, by);
  }
}

/** @param {World} w @param {string} name @param {string} from @param {string} to @returns {[World, string | undefined]} */
function switchDatabase(w, name, from, to) {
  return w.databases[name] === from ? [{ ...w, databases: { ...w.databases, [name]: to } }, undefined] : [w, "InvalidDBInstanceState"];
}

/** @param {World} w @param {Extract<Action, {do: "range" | "count"}>} action @param {Config} config @param {Running} [by] @returns {[World, string | undefined]} */
function size(w, action, config, by) {
  const { name } = action.member;
  const tasks = w.services[name];
  if (tasks === undefined) {
    return [w, "ServiceNotFoundException"];
  }
  if (action.do === "range") {
    return [withTasks(w, name, { ...tasks, ...action.range }), undefined];
  }
  const names = config.waves.flat().map((member) => member.name);
  if (action.count === 0 && !w.lost) {
    const isPublic = name === "app";
    must(!isPublic || w.way === "closed", "a service stops while requests reach it");
    must(!isPublic || w.flying === 0, "a service stops with a request in flight");
    // What protects itself after the look is kept running by ECS.
    const busy = by?.answers.findLast((answer) => answer?.busy !== undefined)?.busy ?? [];
    must(busy.length === 0 || tasks.desired === 0, "a service stops over a protected task");
    const callers = names.filter((caller) => linksOf(w, caller).includes(name));
    must(w.written || tasks.desired === 0 || callers.every((caller) => (w.services[caller]?.running ?? 0) === 0), "a service stops before those that call it");
  }
  if (action.count > 0 && tasks.desired === 0 && !w.lost) {
    must(linksOf(w, name).every((to) => isThere(w, to)), "a service starts before what it links to");
  }
  return [withTasks(w, name, { ...tasks, desired: action.count }), undefined];
}

/** @param {World} w @param {string} name @param {Tasks} tasks @returns {World} */
const withTasks = (w, name, tasks) => ({ ...w, services: { ...w.services, [name]: tasks } });

/** @param {World} w @param {string} name */
function isThere(w, name) {
  const tasks = w.services[name];
  return name === w.system.pausing || (tasks === undefined ? RUNNING.includes(w.databases[name] ?? "") : tasks.running > 0);
}

const RUNNING = ["available", "backing-up"];

/** What a request needs is there. @param {World} w @param {string} what is wrong otherwise */
function isServed(w, what) {
  for (const name of ["app", ...linksOf(w, "app")]) {
    must(isThere(w, name) || w.lost, what);
  }
}

/** An invocation ends before its lease does, and so does its last call; a request is answered within the drain. @param {World} w @returns {World} */
export function tick(w) {
  const t = w.t + 1;
  const isFree = w.lease !== undefined && t >= w.lease.until;
  const landed = isFree && w.late !== undefined ? lands(w) : w;
  const conductors = w.conductors.map((running) => (running !== undefined && t - running.began >= LIFE ? undefined : running));
  const isAnswered = w.flying > 0 && t - w.use >= wantedBy(w).drain;
  return { ...landed, t, turns: 0, conductors, ...(isFree ? { lease: undefined } : {}), ...(isAnswered ? { flying: 0 } : {}) };
}

/** The call of a conductor that has died arrives. @param {World} w @returns {World} */
export function lands(w) {
  const { late, ...rest } = w;
  return late === undefined ? w : act({ ...rest, late: undefined }, late, wantedBy(w))[0];
}

/** A request comes in: to the service, where the way is open, else to the waker. @param {World} w @returns {World} */
export function request(w) {
  if (w.way === "open") {
    isServed(w, "a request reaches a service without what it needs");
    must(front(w).healthy || w.lost, "a request reaches a service that is not ready");
    return { ...w, flying: 1, used: w.t > w.use ? w.use : w.used, use: w.t, asked: false };
  }
  return { ...w, asked: true, waker: w.waker ?? { id: WAKER, began: w.t, answers: [] } };
}

/** A person asks, for a while where it is to wake. @param {World} w @param {"wake" | "sleep"} want @returns {World} */
export function byHand(w, want) {
  const keep = want === "wake" ? (w.t + KEPT) * SECOND : 0;
  return { ...w, asked: w.asked || want === "wake", wish: { ...w.wish, hands: w.wish.hands + 1, want, keep } };
}

/** What AWS does by itself, each a step of its own. @param {World} w @returns {World[]} */
export function progress(w) {
  const next = Object.entries(w.databases).flatMap(([name, status]) => {
    const after = { starting: "available", stopping: "stopped", "backing-up": "available" }[status];
    return after === undefined ? [] : [{ ...w, databases: { ...w.databases, [name]: after } }];
  });
  for (const [name, tasks] of Object.entries(w.services)) {
    next.push(...tasksProgress(w, name, tasks));
    const queue = w.system.services[name]?.queue;
    next.push(...(queue === undefined ? [] : queueProgress(w, queue, tasks, linksOf(w, name))));
  }
  if (w.paused !== undefined) {
    next.push(...pausingProgress(w, w.paused));
  }
  return next;
}

/** @param {World} w @param {string} name @param {Tasks} tasks @returns {World[]} */
function tasksProgress(w, name, tasks) {
  const scaled = wantedBy(w).waves.flat().some((member) => member.name === name && "range" in member);
  const held = scaled ? Math.min(Math.max(tasks.desired, tasks.min), tasks.max) : tasks.desired;
  const backlog = w.queues[w.system.services[name]?.queue ?? ""]?.visible ?? 0;
  const next = [];
  if (held !== tasks.desired) {
    next.push(withTasks(w, name, { ...tasks, desired: held }));
  } else if (scaled && backlog > 0 && tasks.desired === 0 && tasks.max > 0) {
    next.push(withTasks(w, name, { ...tasks, desired: 1 }));
  }
  if (tasks.running !== tasks.desired) {
    if (tasks.running < tasks.desired || w.shielded !== name) {
      must(name !== "app" || tasks.desired > 0 || w.flying === 0 || w.lost, "a request in flight is cut off");
      const isKept = tasks.running > 0 && tasks.desired > 0;
      next.push(withTasks(w, name, { ...tasks, running: tasks.desired, healthy: isKept && tasks.healthy, runs: isKept ? tasks.runs : w.definition }));
    }
  } else if (tasks.running > 0 && tasks.runs !== w.definition) {
    next.push(withTasks(w, name, { ...tasks, runs: w.definition }));
  } else if (tasks.running > 0 && !tasks.healthy && !(w.broken && name === "app") && linksOf(w, name).every((to) => (to === w.system.pausing ? w.paused === "available" : isThere(w, to)))) {
    next.push(withTasks(w, name, { ...tasks, healthy: true }));
  }
  return next;
}

/** @param {World} w @param {string} name @param {Tasks} tasks @param {string[]} links @returns {World[]} */
function queueProgress(w, name, tasks, links) {
  const { visible, inFlight } = w.queues[name] ?? { visible: 0, inFlight: 0 };
  const next = [];
  if (inFlight > 0 && tasks.running === 0) {
    next.push({ ...w, queues: { ...w.queues, [name]: { visible: visible + inFlight, inFlight: 0 } } });
  }
  if (visible > 0 && tasks.running > 0 && links.every((to) => isThere(w, to))) {
    next.push({ ...w, queues: { ...w.queues, [name]: { visible: visible - 1, inFlight: inFlight + 1 } } });
  }
  return next;
}

/** Aurora resumes when somebody connects, and pauses when nobody is. @param {World} w @param {string} status @returns {World[]} */
function pausingProgress(w, status) {
  const isUsed = Object.entries(w.services).some(([name, { running }]) => running > 0 && linksOf(w, name).includes(w.system.pausing ?? ""));
  if (status === "resuming") {
    return [{ ...w, paused: "available" }];
  }
  const isRight = isUsed === (status === "available");
  return isRight ? [] : [{ ...w, paused: isUsed ? "resuming" : "paused" }];
}

/** What is being worked on comes to its end. @param {World} w @returns {World[]} */
export function completions(w) {
  const next = [];
  if (w.flying > 0) {
    next.push({ ...w, flying: 0 });
  }
  for (const [name, service] of Object.entries(w.system.services)) {
    const messages = w.queues[service.queue ?? ""];
    if (messages !== undefined && messages.inFlight > 0 && (w.services[name]?.running ?? 0) > 0) {
      next.push({ ...w, queues: { ...w.queues, [service.queue ?? ""]: { ...messages, inFlight: messages.inFlight - 1 } } });
    }
  }
  if (w.shielded !== undefined) {
    next.push({ ...w, shielded: undefined });
  }
  return next;
}
