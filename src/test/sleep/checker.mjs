// Walks through interleavings, and from every world reached lets things take their course: it has to come to rest, and rightly.

import { eventsOf, PASSES, TURNS_A_SECOND } from "./events.mjs";
import { keyOf } from "./keys.mjs";
import { completions, progress } from "./simulation.mjs";
import { servicesOf } from "./systems.mjs";
import { must, NONE, Violation, wantedBy } from "./world.mjs";

/**
 * @typedef {import("./world.mjs").World} World
 * @typedef {import("./events.mjs").Protocol} Protocol
 * @typedef {import("./events.mjs").Step} Step
 * @typedef {{world: World, by?: string, from?: any}} At
 */

/** Waiting after many failures takes long. */
const MOST_STEPS = 40_000;

/** @param {Protocol} protocol */
export function checker(protocol) {
  const { events, course, isBetween } = eventsOf(protocol);
  /** Worlds from which it has come to rest. @type {Set<number>} */
  const good = new Set();

  /** It comes to rest from here, with everything as it should be. @param {World} start */
  function comesToRest(start) {
    const way = [];
    const nothingWakes = isUndisturbed(start) && start.state?.phase === "asleep";
    let w = { ...start, left: NONE };
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      const key = keyOf(w);
      if (good.has(key)) {
        way.forEach((each) => good.add(each));
        return;
      }
      way.push(key);
      must(!nothingWakes || w.state?.phase === "asleep", "it wakes, and nothing has asked for it");
      if (w.state?.phase === "awake" && w.state.scope === "all" && w.turns >= TURNS_A_SECOND && isFinished(w) && w.conductors.every((_, slot) => isBetween(w, slot))) {
        isRightlyAwake(w);
      }
      if (w.state?.phase === "asleep" && w.turns >= TURNS_A_SECOND && isUntouched(w)) {
        isRightlyAsleep(w);
        if (isSettled(w)) {
          way.forEach((each) => good.add(each));
          return;
        }
      }
      w = course(w)[1];
    }
    throw new Violation(`never comes to rest: ${w.state?.phase} ${JSON.stringify(w.state?.scope)}`);
  }

  /** From the start through every interleaving, as far as the number of worlds allows. @param {World} start @param {number} most worlds @param {boolean} [whole] rounds are not interrupted: less is interleaved, and it goes deeper */
  function explore(start, most, whole = false) {
    /** @type {Set<number>} */
    const known = new Set([keyOf(start)]);
    /** @type {At[]} */
    let front = [{ world: start }];
    attempt({ world: start }, () => comesToRest(start));
    let depth = 0;
    while (front.length > 0) {
      /** @type {At[]} */
      const next = [];
      for (const at of front) {
        for (const [by, reached] of attempt(at, () => events(at.world, whole))) {
          const world = { ...reached, turns: 0 };
          const key = keyOf(world);
          if (!known.has(key)) {
            known.add(key);
            const there = { world, by, from: at };
            attempt(there, () => comesToRest(world));
            next.push(there);
          }
        }
        if (known.size >= most) {
          return { states: known.size, depth, complete: false };
        }
      }
      front = next;
      depth++;
    }
    return { states: known.size, depth, complete: true };
  }

  /**
   * Along the whole course of things, to its rest, with something else in between at each place where it may be, at most so many times in a run.
   * @param {World} start @param {number} deviations @param {number} [most] worlds
   */
  function deviate(start, deviations, most = Infinity) {
    /** With how many deviations each has been reached. @type {Map<number, number>} */
    const known = new Map();
    /** @type {(At & {spent: number, depth: number})[]} */
    const open = [{ world: start, spent: 0, depth: 0 }];
    let depth = 0;
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const { world, spent } = at;
      const key = keyOf(world);
      if ((known.get(key) ?? Infinity) <= spent) {
        continue;
      }
      if (known.size >= most) {
        return { states: known.size, depth, complete: false };
      }
      known.set(key, spent);
      depth = Math.max(depth, at.depth);
      const here = at;
      attempt(here, () => {
        comesToRest(world);
        if (spent === deviations) {
          return;
        }
        const others = events(world, false);
        open.push(...others.map(([by, reached]) => ({ world: { ...reached, turns: 0 }, by, from: here, spent: spent + 1, depth: here.depth + 1 })));
        if (!isOver(world)) {
          const [by, reached] = course(world);
          open.push({ world: reached, by, from: here, spent, depth: here.depth + 1 });
        }
      });
    }
    return { states: known.size, depth, complete: true };
  }

  /**
   * The same with more disturbances in a run than could all be tried: chosen by chance, the same each time.
   * @param {World} start @param {number} runs @param {number} disturbances in each
   */
  function disturb(start, runs, disturbances) {
    const chance = dice();
    const length = undisturbed(start);
    const met = new Set();
    for (let run = 0; run < runs; run++) {
      /** @type {At} */
      let at = { world: start };
      for (let left = disturbances; left > 0; left--) {
        for (let steps = chance(length); steps > 0 && !isOver(at.world); steps--) {
          const here = at;
          const [by, world] = attempt(here, () => course(here.world));
          at = { world, by, from: here };
        }
        const here = at;
        const next = attempt(here, () => events(here.world, false));
        const [by, world] = /** @type {Step} */ (next[chance(next.length)]);
        at = { world: { ...world, turns: 0 }, by, from: here };
      }
      const end = at;
      met.add(keyOf(end.world));
      attempt(end, () => comesToRest(end.world));
    }
    return met.size;
  }

  /** How many steps there are to rest. @param {World} start */
  function undisturbed(start) {
    let steps = 0;
    for (let world = start; !isOver(world) && steps < MOST_STEPS; world = course(world)[1]) {
      steps++;
    }
    return steps;
  }

  /** Far in, where every interleaving would be too many: chosen by chance, the same each time. @param {World} start @param {number} walks @param {number} length */
  function wander(start, walks, length) {
    const chance = dice();
    const met = new Set();
    for (let walk = 0; walk < walks; walk++) {
      /** @type {At} */
      let at = { world: start };
      for (let step = 0; step < length; step++) {
        const next = attempt(at, () => events(at.world, false));
        const others = next.filter(([by]) => by !== PASSES);
        const among = others.length > 0 && chance(3) > 0 ? others : next;
        const [by, world] = /** @type {Step} */ (among[chance(among.length)]);
        at = { world, by, from: at };
        const key = keyOf(world);
        if (!met.has(key)) {
          met.add(key);
          attempt(at, () => comesToRest(world));
        }
      }
    }
    return met.size;
  }

  return { explore, deviate, disturb, wander };
}

/** The same throws each time. */
function dice() {
  let seed = 1;
  /** @param {number} below */
  return (below) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
}

/** Nothing is on its way. @param {World} w */
function isFinished(w) {
  return w.late === undefined && w.pending === undefined;
}

/** Nobody is doing anything, and nothing has to be done. @param {World} w */
function isUntouched(w) {
  return isFinished(w) && w.lease === undefined && w.conductors.every((running) => running === undefined) && w.waker === undefined && progress(w).length === 0 && completions(w).length === 0
    && w.wish.requests === w.state?.heard.requests && w.wish.hands === w.state.heard.hands;
}

/** Everybody who asked has been served, or people have been told that it can't be. @param {World} w */
function isSettled(w) {
  return (!w.asked && areQueuesEmpty(w)) || (w.broken && w.told > 0);
}

/** @param {World} w */
function areQueuesEmpty({ queues }) {
  return Object.values(queues).every(({ visible, inFlight }) => visible + inFlight === 0);
}

/** @param {World} w */
function isOver(w) {
  return w.state?.phase === "asleep" && w.turns >= TURNS_A_SECOND && isUntouched(w) && isSettled(w);
}

/** Nothing asks for waking. @param {World} w */
function isUndisturbed(w) {
  return !w.asked && w.waker === undefined && areQueuesEmpty(w) && w.shielded === undefined
    && w.wish.requests === w.state?.heard.requests && w.wish.hands === w.state.heard.hands && w.conductors.every((running) => (running?.answers.length ?? 0) <= 1);
}

/** @param {World} w */
function isRightlyAwake(w) {
  const isDeploying = progress(w).length > 0;
  must(w.way === "open", "awake, and the way is closed");
  for (const member of wantedBy(w).waves.flat()) {
    if (member.kind !== "service") {
      must(["available", "backing-up"].includes(w.databases[member.name] ?? ""), "awake, and a database is stopped");
      continue;
    }
    const tasks = w.services[member.name];
    must(tasks !== undefined && (member.range === undefined ? tasks.desired === member.count : tasks.min === member.range.min && tasks.max === member.range.max),
      "awake with another size than up wanted");
    must(tasks === undefined || tasks.running === 0 || tasks.runs === w.definition || isDeploying, "awake with another task definition than up wanted");
  }
}

/** @param {World} w */
function isRightlyAsleep(w) {
  must(w.way === "closed", "asleep, and the way is open");
  for (const [name, status] of Object.entries(w.databases)) {
    must(status === "stopped", `asleep, and ${name} is ${status}`);
  }
  must(w.paused === undefined || w.paused === "paused", "asleep, and somebody is connected to what pauses by itself");
  const wanted = servicesOf(w.system, w.wanted);
  for (const [name, tasks] of Object.entries(w.services)) {
    must(wanted[name] === undefined || (tasks.desired === 0 && tasks.running === 0 && tasks.max === 0), `asleep, and ${name} runs`);
  }
}

/** With the way there, when something is wrong. @template T @param {At} at @param {() => T} run @returns {T} */
function attempt(at, run) {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof Violation) || error.message.includes("\n")) {
      throw error;
    }
    const way = [];
    for (let each = at; each?.by !== undefined; each = each.from) {
      way.unshift(each.by);
    }
    const { system, conductors, left, ...rest } = at.world;
    throw new Violation(`${error.message}\n  after: ${way.slice(-60).join(" · ") || "nothing"}\n  in: ${JSON.stringify({ ...rest, conductors: conductors.map((running) => running?.answers.length) })}`);
  }
}
