// What may happen next in a world: steps of the functions with every outcome, requests, messages, time, `up`, people, AWS.

import { byHand, carryOut, completions, lands, progress, request, tick } from "./simulation.mjs";
import { continued, updates } from "./updates.mjs";
import { must } from "./world.mjs";

/**
 * @typedef {import("./world.mjs").World} World
 * @typedef {import("./world.mjs").Running} Running
 * @typedef {import("./world.mjs").Budget} Budget
 * @typedef {{turn: () => Generator<any, any, any>, answer: (request: any) => Generator<any, any, any>}} Protocol
 * @typedef {[string, World]} Step
 */

const BROWSER = { method: "GET", path: "/", address: "https://model/", headers: { accept: "text/html" } };
export const PASSES = "a second passes";
export const TURNS_A_SECOND = 3;
const FAILED = "failed";

/** @param {Protocol} protocol */
export function eventsOf(protocol) {
  /** Where a function is, by what it has been answered. @type {WeakMap<Running, IteratorResult<any, any> | {fails: true}>} */
  const places = new WeakMap();

  /** @param {Running} running @param {() => Generator<any, any, any>} start @returns {any} */
  function place(running, start) {
    const known = places.get(running);
    if (known !== undefined) {
      return known;
    }
    const steps = start();
    let step = steps.next();
    try {
      for (const answer of running.answers) {
        step = answer === FAILED ? steps.throw(FAILED) : steps.next(answer);
      }
    } catch (error) {
      if (error !== FAILED) {
        throw error;
      }
      step = { done: true, value: undefined };
    }
    places.set(running, step);
    return step;
  }

  /** @param {World} w @param {number} slot @param {Running | undefined} running @returns {World} */
  const inPlace = (w, slot, running) => ({ ...w, conductors: w.conductors.map((each, i) => (i === slot ? running : each)) });

  /** A round remembers nothing of the one before. @param {Running} running @param {any} effect @param {any} answer @returns {Running} */
  const told = (running, effect, answer) => ({ ...running, answers: effect.do === "pause" && answer === true ? [true] : [...running.answers, answer] });

  /** A conductor's next effect, with the outcomes that AWS may have. @param {World} w @param {number} slot @param {boolean} faulty @returns {Step[]} */
  function conductor(w, slot, faulty) {
    const running = /** @type {Running} */ (w.conductors[slot]);
    const { done, value: effect } = place(running, protocol.turn);
    if (done) {
      return [["the invocation ends", inPlace(w, slot, undefined)]];
    }
    const name = effect.do === "act" ? `${effect.action.do} ${effect.action.member?.name ?? ""}` : effect.do;
    const [after, answer] = carryOut(w, effect, running);
    /** @param {World} world @param {any} value */
    const answered = (world, value) => inPlace(world, slot, told(running, effect, value));
    /** @type {Step[]} */
    const steps = [[name, answered(after, answer)]];
    if (!faulty || w.left.faults === 0 || effect.do === "pause") {
      return steps;
    }
    const left = { ...w.left, faults: w.left.faults - 1 };
    /** @param {string} what @param {World} world */
    const fault = (what, world) => steps.push([`${name}: ${what}`, { ...world, left }]);
    switch (effect.do) {
      case "act":
        fault("fails", answered(w, "Throttling"));
        fault("is done, and the answer is lost", answered(after, "TimeoutError"));
        if (w.late === undefined) {
          fault("the function dies, and the call arrives later", { ...inPlace(w, slot, undefined), late: effect.action });
        }
        break;
      case "look":
        for (const [what, seen] of partly(answer)) {
          fault(`${what} unknown`, answered(w, seen));
        }
        break;
      case "work":
        fault("is unknown", answered(w, undefined));
        break;
      default:
        fault("fails", answered(w, FAILED));
        if (after !== w && effect.do !== "read") {
          fault("is done, and the answer is lost", answered(after, FAILED));
        }
    }
    fault("the function dies", inPlace(w, slot, undefined));
    return steps;
  }

  /** @param {World} w @param {boolean} faulty @returns {Step[]} */
  function waker(w, faulty) {
    const running = /** @type {Running} */ (w.waker);
    const { done, value: effect } = place(running, () => protocol.answer(BROWSER));
    if (done) {
      must([200, 307, 503].includes(effect.status), `a request is answered with ${effect.status}`);
      must(effect.status !== 307 || w.state?.phase === "awake" || running.began < w.t, "a request is sent on while the environment is not awake");
      return [["an answer", { ...w, waker: undefined }]];
    }
    const [after, answer] = carryOut(w, effect, running);
    /** @param {World} world @param {any} value @returns {World} */
    const answered = (world, value) => ({ ...world, waker: { ...running, answers: [...running.answers, value] } });
    /** @type {Step[]} */
    const steps = [[`the waker: ${effect.do}`, answered(after, answer)]];
    if (faulty && w.left.faults > 0 && effect.do === "wish") {
      const left = { ...w.left, faults: w.left.faults - 1 };
      steps.push(["the wish is not kept", answered({ ...w, left }, undefined)]);
      steps.push(["the wish is kept, and the answer is lost", answered({ ...after, left }, undefined)]);
    }
    return steps;
  }

  /** Whether a conductor is between two rounds, or there is none. @param {World} w @param {number} slot */
  function isBetween(w, slot) {
    const running = w.conductors[slot];
    return running === undefined || place(running, protocol.turn).value?.do === "pause";
  }

  /** Up to the end of the round at once, with every fault that may happen in it. @param {World} w @param {number} slot @returns {Step[]} */
  function rounds(w, slot) {
    return conductor(w, slot, true).flatMap(([name, world]) =>
      isBetween(world, slot) ? [/** @type {Step} */ ([name, world])] : rounds(world, slot).map(([rest, end]) => /** @type {Step} */ ([`${name} · ${rest}`, end])),
    );
  }

  /** @param {World} w @param {number} slot */
  const called = (w, slot) => inPlace({ ...w, ids: w.ids + 1 }, slot, { id: w.ids + 1, began: w.t, answers: [] });

  /** Everything that may happen next. @param {World} w @param {boolean} whole rounds are not interrupted @returns {Step[]} */
  function events(w, whole) {
    const { left } = w;
    /** @type {Step[]} */
    const next = w.conductors.flatMap((running, slot) => (running === undefined ? [] : whole ? rounds(w, slot) : conductor(w, slot, true)));
    /** @param {keyof Budget} what @param {Step[]} steps */
    const spend = (what, ...steps) => {
      if (left[what] > 0) {
        next.push(...steps.map(([name, world]) => /** @type {Step} */ ([name, { ...world, left: { ...left, [what]: left[what] - 1 } }])));
      }
    };
    const free = w.conductors.indexOf(undefined);
    if (w.conductors.every((running) => running === undefined)) {
      next.push(["the conductor is called", called(w, free)]);
    } else if (free >= 0) {
      spend("calls", ["another conductor is called", called(w, free)]);
    }
    if (w.conductors.some((running) => running?.id === w.lease?.holder)) {
      spend("losses", ["the lease is lost", { ...w, lease: undefined, lost: true }]);
    }
    if (w.waker !== undefined) {
      next.push(...waker(w, true));
    } else {
      spend("requests", ["a request", request(w)]);
    }
    if (w.late !== undefined) {
      next.push(["the late call arrives", lands(w)]);
    }
    next.push([PASSES, tick(w)], ...progress(w).map((world) => /** @type {Step} */ (["AWS gets on", world])));
    next.push(...completions(w).map((world) => /** @type {Step} */ (["work ends", world])), ...continued(w));
    for (const [name, messages] of Object.entries(w.queues)) {
      spend("messages", [`a message of ${name}`, { ...w, queues: { ...w.queues, [name]: { ...messages, visible: messages.visible + 1 } } }]);
    }
    for (const [name, { queue, count }] of Object.entries(w.system.services)) {
      const tasks = w.services[name];
      if (w.shielded === undefined && queue !== undefined && count !== undefined && tasks !== undefined && tasks.running > 0 && tasks.desired > 0) {
        spend("jobs", [`${name} protects itself`, { ...w, shielded: name }]);
      }
    }
    spend("ups", ...updates(w));
    for (const [name, status] of Object.entries(w.databases)) {
      const other = { stopped: "starting", available: "backing-up" }[status];
      if (other !== undefined) {
        spend("starts", [`AWS: ${name} is ${other}`, { ...w, databases: { ...w.databases, [name]: other } }]);
      }
    }
    if (w.broken) {
      next.push(["the image is repaired", { ...w, broken: false }]);
    } else {
      spend("breaks", ["the image breaks", { ...w, broken: true }]);
    }
    spend("hands", ["by hand: wake", byHand(w, "wake")], ["by hand: sleep", byHand(w, "sleep")]);
    return next;
  }

  /** One step of the course of things: no more faults, all work ends, whoever has asked asks again. @param {World} w @returns {Step} */
  function course(w) {
    const [soon] = [...completions(w).map((world) => /** @type {Step} */ (["work ends", world])), ...continued(w)];
    if (soon !== undefined) {
      return soon;
    }
    if (w.late !== undefined) {
      return ["the late call arrives", lands(w)];
    }
    const isTimeUp = w.turns >= TURNS_A_SECOND;
    const slot = w.conductors.findIndex((running, i) => running !== undefined && !(isTimeUp && isBetween(w, i)));
    if (slot >= 0) {
      return first(conductor(w, slot, false));
    }
    if (w.waker !== undefined) {
      return first(waker(w, false));
    }
    const [moved] = progress(w);
    if (moved !== undefined) {
      return ["AWS gets on", { ...moved, turns: 0 }];
    }
    if (!isTimeUp && w.lease === undefined && w.conductors.every((running) => running === undefined)) {
      return ["the conductor is called", called(w, 0)];
    }
    const later = tick(w);
    return [PASSES, w.asked && later.t % 2 === 0 ? request(later) : later];
  }

  return { events, course, isBetween };
}

/** What a look may miss. @param {any} seen @returns {[string, any][]} */
function partly(seen) {
  const { way, ...noWay } = seen;
  const kinds = Object.entries(seen.members);
  /** @type {[string, any][]} */
  const parts = [["the way is", noWay], ["queues are", { ...seen, queues: {} }]];
  for (const kind of ["service", "database"]) {
    parts.push([`all of kind ${kind} are`, { ...seen, members: Object.fromEntries(kinds.filter(([, member]) => /** @type {any} */ (member).kind !== kind)) }]);
  }
  for (const [name] of kinds.slice(-1)) {
    const { [name]: hidden, ...members } = seen.members;
    parts.push([`${name} is`, { ...seen, members }]);
  }
  return parts;
}

/** @param {Step[]} steps @returns {Step} */
function first(steps) {
  return /** @type {Step} */ (steps[0]);
}
