// Walks through every interleaving, and from every world reached lets things take their course: it has to come to rest, and rightly.

import { asleepWorld, awakeWorld, carryOut, completions, configOf, fallingWorld, must, progress, request, SECOND, tick, Violation, wakingWorld, withLease } from "./world.mjs";

/**
 * @typedef {import("./world.mjs").World} World
 * @typedef {import("./world.mjs").Running} Running
 * @typedef {import("./world.mjs").State} State
 * @typedef {{round: () => Generator<any, any, any>, answer: (request: any) => Generator<any, any, any>}} Protocol
 * @typedef {[string, World]} Step
 */

const BROWSER = { method: "GET", path: "/", address: "https://model/", headers: { accept: "text/html" } };
const PASSES = "a second passes";
const MOST_STEPS = 2_000;
const TURNS_A_SECOND = 6;
const OLD = -12 * SECOND;

const RICH = { requests: 2, messages: 1, faults: 1, ups: 1, hands: 1, starts: 1, jobs: 1, breaks: 1 };
const NONE = { requests: 0, messages: 0, faults: 0, ups: 0, hands: 0, starts: 0, jobs: 0, breaks: 0 };

/** The same for worlds that can't be told apart: times count from now, and what is long ago is just old. @param {World} w */
export function keyOf(w) {
  const { app, worker, queue, left } = w;
  const now = w.t * SECOND;
  return hash([
    w.revision, w.way, w.db, app.min, app.max, app.desired, app.running, app.healthy, worker.desired, worker.running, queue.visible, queue.inFlight,
    w.flying, ago(w.use * SECOND, now), ago(w.used * SECOND, now), w.shielded, w.broken, w.asked, w.written, stateKey(w.state, now), wishKey(w.wish), w.lease === undefined ? "" : w.lease - w.t,
    running(w.conductor, w), running(w.waker, w), Math.min(w.told, 2), w.turns, left.requests, left.messages, left.faults, left.ups, left.hands, left.starts, left.jobs, left.breaks,
  ].join());
}

/** @param {number | undefined} time @param {number} now */
function ago(time, now) {
  return time === undefined ? "" : Math.max(time - now, OLD);
}

/** @param {State | undefined} state @param {number} now */
function stateKey(state, now) {
  if (state === undefined) {
    return "";
  }
  const { phase, scope, since, used, heard, closed, quiet, tried, tries, failed, late, skip, tell, applied } = state;
  return [phase, scope, ago(since, now), ago(used, now), heard.requests, heard.hands, ago(closed, now), ago(quiet, now), ago(tried, now), tries, ago(failed?.at, now), failed?.times,
    late, skip, tell === undefined, applied].join();
}

/** @param {import("./world.mjs").Wish} wish */
function wishKey({ requests, hands, want }) {
  return `${requests},${hands},${want}`;
}

/** @param {Running | undefined} running @param {World} w */
function running(running, w) {
  return running === undefined ? "" : `${running.began - w.t}:${running.answers.map((answer) => answerKey(answer, w)).join(";")}`;
}

/** @param {any} answer @param {World} w */
function answerKey(answer, w) {
  const now = w.t * SECOND;
  if (answer?.config !== undefined) {
    return [answer.config.revision, stateKey(answer.state, now), w.version - answer.version, wishKey(answer.wish), ago(answer.now, now)].join();
  }
  if (answer?.members !== undefined) {
    const { db, app, worker } = answer.members;
    const { jobs } = answer.queues;
    return [ago(answer.at, now), answer.way, db?.status, app?.range.min, app?.range.max, app?.desired, app?.running, app?.healthy, worker?.desired, worker?.running, jobs?.visible, jobs?.inFlight].join();
  }
  return answer?.busy === undefined ? String(answer) : `${ago(answer.lastUse, now)},${answer.busy.length}`;
}

/** 53 bits. @param {string} text */
function hash(text) {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 2654435761);
    b = Math.imul(b ^ c, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

/** @param {() => Generator<any, any, any>} start @param {Running} running what it does after what it has been answered */
function resume(start, { answers }) {
  const steps = start();
  let step = steps.next();
  for (const answer of answers) {
    step = steps.next(answer);
  }
  return { steps, step };
}

/** @param {Protocol} protocol */
export function checker(protocol) {
  /** Worlds from which it has come to rest. @type {Set<number>} */
  const good = new Set();

  /** The conductor's next effect, with the outcomes that AWS may have. @param {World} w @param {boolean} faulty @returns {Step[]} */
  function conductor(w, faulty) {
    const running = /** @type {Running} */ (w.conductor);
    const { step } = resume(protocol.round, running);
    if (step.done) {
      return [["the round ends", ended(w, step.value)]];
    }
    const effect = step.value;
    const name = effect.do === "act" ? `${effect.action.do} ${effect.action.member?.name ?? ""}` : effect.do;
    const [after, answer] = carryOut(w, effect);
    /** @param {World} world @param {any} value @returns {World} */
    const answered = (world, value) => ({ ...world, conductor: { ...running, answers: [...running.answers, value] } });
    /** @type {Step[]} */
    const steps = [[name, answered(after, answer)]];
    if (!faulty || w.left.faults === 0) {
      return steps;
    }
    const left = { ...w.left, faults: w.left.faults - 1 };
    /** @param {string} what @param {World} world */
    const fault = (what, world) => steps.push([`${name}: ${what}`, { ...world, left }]);
    switch (effect.do) {
      case "act":
        fault("fails", answered(w, "Throttling"));
        fault("is done, and the answer is lost", answered(after, "TimeoutError"));
        break;
      case "look": {
        const { way, ...noWay } = answer;
        fault("the way is unknown", answered(w, noWay));
        fault("the database is unknown", answered(w, { ...answer, members: { app: answer.members.app, worker: answer.members.worker } }));
        fault("services are unknown", answered(w, { ...answer, members: { db: answer.members.db } }));
        fault("queues are unknown", answered(w, { ...answer, queues: {} }));
        break;
      }
      case "work":
        fault("is unknown", answered(w, undefined));
        break;
      case "save":
        fault("is done, and the answer is lost", { ...after, conductor: undefined, lease: undefined });
        break;
    }
    fault("the function dies", { ...w, conductor: undefined });
    return steps;
  }

  /** @param {World} w @param {{settled: boolean} | undefined} outcome @returns {World} */
  function ended(w, outcome) {
    const turns = w.turns + 1;
    if (outcome === undefined || outcome.settled) {
      return { ...w, turns, conductor: undefined, lease: undefined };
    }
    return { ...w, turns, conductor: { answers: [], began: /** @type {Running} */ (w.conductor).began, rounds: 0 } };
  }

  /** @param {World} w @param {boolean} faulty @returns {Step[]} */
  function waker(w, faulty) {
    const running = /** @type {Running} */ (w.waker);
    const { step } = resume(() => protocol.answer(BROWSER), running);
    if (step.done) {
      must([200, 307, 503].includes(step.value.status), `a request is answered with ${step.value.status}`);
      must(step.value.status !== 307 || w.state?.phase === "awake" || running.began < w.t, "a request is sent on while the environment is not awake");
      return [["an answer", { ...w, waker: undefined }]];
    }
    const effect = step.value;
    const [after, answer] = carryOut(w, effect);
    /** @type {Step[]} */
    const steps = [[`the waker: ${effect.do}`, { ...after, waker: { ...running, answers: [...running.answers, answer] } }]];
    if (faulty && w.left.faults > 0 && effect.do === "wish") {
      const left = { ...w.left, faults: w.left.faults - 1 };
      steps.push(["the wish is not kept", { ...w, left, waker: { ...running, answers: [...running.answers, undefined] } }]);
      steps.push(["the wish is kept, and the answer is lost", { ...after, left, waker: { ...running, answers: [...running.answers, undefined] } }]);
    }
    return steps;
  }

  /** A whole round at once, with every fault that may happen in it. @param {World} w @returns {Step[]} */
  function rounds(w) {
    return conductor(w, true).flatMap(([name, world]) => {
      const isOver = world.conductor === undefined || world.conductor.answers.length === 0;
      return isOver ? [/** @type {Step} */ ([name, world])] : rounds(world).map(([rest, end]) => /** @type {Step} */ ([`${name} · ${rest}`, end]));
    });
  }

  /** Everything that may happen next. @param {World} w @param {boolean} whole rounds are not interrupted @returns {Step[]} */
  function events(w, whole) {
    /** @type {Step[]} */
    const next = [];
    const { left } = w;
    /** @param {keyof typeof left} what @param {string} name @param {() => World} make */
    const spend = (what, name, make) => {
      if (left[what] > 0) {
        next.push([name, { ...make(), left: { ...left, [what]: left[what] - 1 } }]);
      }
    };
    if (w.conductor !== undefined) {
      next.push(...(whole ? rounds(w) : conductor(w, true)));
    } else if (w.lease === undefined) {
      next.push(["the conductor is called", withLease(w)]);
    }
    if (w.waker !== undefined) {
      next.push(...waker(w, true));
    }
    next.push([PASSES, tick(w)]);
    next.push(...progress(w).map((world) => /** @type {Step} */ (["AWS gets on", world])));
    next.push(...completions(w).map((world) => /** @type {Step} */ (["work ends", world])));
    if (w.waker === undefined) {
      spend("requests", "a request", () => request(w));
    }
    spend("messages", "a message", () => ({ ...w, queue: { ...w.queue, visible: w.queue.visible + 1 } }));
    if (w.worker.running > 0 && w.worker.desired > 0 && !w.shielded) {
      spend("jobs", "the worker protects itself", () => ({ ...w, shielded: true }));
    }
    if (w.revision === 0) {
      spend("ups", "up: another range", () => ({ ...w, revision: 1 }));
    }
    if (w.way === "closed") {
      spend("ups", "up: writes the range", () => ({ ...w, written: true, app: { ...w.app, min: 1, max: 2 + w.revision } }));
    }
    if (w.db === "stopped") {
      spend("starts", "AWS starts the database", () => ({ ...w, db: "starting" }));
    }
    spend("breaks", "the image breaks", () => ({ ...w, broken: true }));
    if (w.broken) {
      next.push(["the image is repaired", { ...w, broken: false }]);
    }
    for (const want of /** @type {const} */ (["wake", "sleep"])) {
      spend("hands", `by hand: ${want}`, () => ({ ...w, asked: w.asked || want === "wake", wish: { ...w.wish, hands: w.wish.hands + 1, want } }));
    }
    return next;
  }

  /** One step of the course of things: no more faults, all work ends, whoever has asked asks again. @param {World} w @returns {World} */
  function course(w) {
    const [first] = completions(w);
    if (first !== undefined) {
      return first;
    }
    const isTimeUp = w.turns >= TURNS_A_SECOND && (w.conductor?.answers.length ?? 0) === 0;
    if (w.conductor !== undefined && !isTimeUp) {
      return stepOf(conductor(w, false));
    }
    if (w.waker !== undefined) {
      return stepOf(waker(w, false));
    }
    const [moved] = progress(w);
    if (moved !== undefined) {
      return moved;
    }
    if (w.lease === undefined && !isTimeUp) {
      return withLease(w);
    }
    const later = tick(w);
    return w.asked && later.t % 2 === 0 ? request(later) : later;
  }

  /** @param {World} w */
  function isAtRest(w) {
    return w.state?.phase === "asleep" && w.conductor === undefined && w.waker === undefined && w.lease === undefined && w.turns >= TURNS_A_SECOND
      && progress(w).length === 0 && completions(w).length === 0 && w.wish.requests === w.state.heard.requests && w.wish.hands === w.state.heard.hands;
  }

  /** It comes to rest from here, with everything as it should be. @param {World} start */
  function comesToRest(start) {
    const way = [];
    const nothingWakes = start.state?.phase === "asleep" && !start.asked && start.waker === undefined && start.queue.visible + start.queue.inFlight === 0
      && start.wish.requests === start.state.heard.requests && start.wish.hands === start.state.heard.hands && (start.conductor?.answers.length ?? 0) === 0;
    let w = { ...start, left: NONE };
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      const key = keyOf(w);
      if (good.has(key)) {
        way.forEach((each) => good.add(each));
        return;
      }
      way.push(key);
      must(!nothingWakes || w.state?.phase === "asleep", "it wakes, and nothing has asked for it");
      if (w.state?.phase === "awake" && w.state.scope === "all" && w.turns >= TURNS_A_SECOND && (w.conductor?.answers.length ?? 0) === 0) {
        isRightlyAwake(w);
      }
      if (isAtRest(w)) {
        isRightlyAsleep(w);
        const isServed = !w.asked && w.queue.visible + w.queue.inFlight === 0;
        if (isServed || (w.broken && w.told > 0)) {
          way.forEach((each) => good.add(each));
          return;
        }
      }
      w = course(w);
    }
    throw new Violation(`never comes to rest: ${w.state?.phase} ${JSON.stringify(w.state?.scope)}`);
  }

  /** @param {World} w */
  function isRightlyAwake(w) {
    const range = /** @type {any} */ (configOf(w).waves[1]?.[0]).range;
    must(w.way === "open", "awake, and the way is closed");
    must(w.db === "available" && w.worker.desired === 1, "awake, and something is stopped");
    must(w.app.min === range.min && w.app.max === range.max, "awake with another range than up wanted");
  }

  /** @param {World} w */
  function isRightlyAsleep(w) {
    must(w.way === "closed", "asleep, and the way is open");
    must(w.db === "stopped", `asleep, and the database is ${w.db}`);
    must(w.app.max === 0 && w.app.desired === 0 && w.app.running === 0 && w.worker.running === 0 && w.worker.desired === 0, "asleep, and a service runs");
  }

  /** @param {World} start @param {number} most worlds @param {boolean} [whole] rounds are not interrupted: less is interleaved, and it goes deeper @returns {{states: number, depth: number, complete: boolean}} */
  function explore(start, most, whole = false) {
    /** @type {Set<number>} */
    const known = new Set([keyOf(start)]);
    /** @type {{world: World, by?: string, from?: any}[]} */
    let front = [{ world: start }];
    comesToRest(start);
    let depth = 0;
    while (front.length > 0 && known.size < most) {
      /** @type {typeof front} */
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
    return { states: known.size, depth, complete: front.length === 0 };
  }

  /** Far in, where every interleaving would be too many: chosen by chance, the same each time. @param {World} start @param {number} walks @param {number} length */
  function wander(start, walks, length) {
    let seed = 1;
    /** @param {number} below */
    const chance = (below) => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    const met = new Set();
    for (let walk = 0; walk < walks; walk++) {
      /** @type {any} */
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

  return { explore, wander };
}

/** @param {Step[]} steps @returns {World} */
function stepOf(steps) {
  return /** @type {Step} */ (steps[0])[1];
}

/** With the way there, when something is wrong. @template T @param {any} at @param {() => T} run @returns {T} */
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
    throw new Violation(`${error.message}\n  after: ${way.join(" · ") || "nothing"}\n  in: ${JSON.stringify({ ...at.world, conductor: at.world.conductor?.answers.length, left: undefined })}`);
  }
}

/** @type {Record<string, () => World>} */
export const STARTS = {
  "asleep, one request": () => asleepWorld({ left: { ...NONE, requests: 1 } }),
  "asleep, one message": () => asleepWorld({ left: { ...NONE, messages: 1 } }),
  "asleep, requests and faults": () => asleepWorld({ left: { ...NONE, requests: 2, faults: 2 } }),
  "asleep, a request, a message and a fault": () => asleepWorld({ left: { ...NONE, messages: 1, requests: 1, faults: 1 } }),
  "asleep, up and AWS": () => asleepWorld({ left: { ...NONE, ups: 2, starts: 1, faults: 1 } }),
  "awake and unused": () => awakeWorld({ t: 103, left: NONE }),
  "awake, requests and faults": () => awakeWorld({ t: 103, left: { ...NONE, requests: 2, faults: 1 } }),
  "awake, a message and a protected task": () => awakeWorld({ t: 103, left: { ...NONE, messages: 1, jobs: 1, faults: 1 } }),
  "awake, up and a person": () => awakeWorld({ t: 101, left: { ...NONE, ups: 2, hands: 1, faults: 1 } }),
  "an image that does not start": () => asleepWorld({ broken: true, left: { ...NONE, requests: 1, messages: 1, hands: 1 } }),
  "asleep, everything at once": () => asleepWorld({ left: RICH }),
  "falling asleep": () => fallingWorld({ left: { ...NONE, requests: 1, messages: 1, jobs: 1, faults: 1 } }),
  "falling asleep, in the drain": () => fallingWorld({ t: 101, left: { ...NONE, jobs: 1, ups: 1, faults: 1 } }),
  "waking": () => wakingWorld({ left: { ...NONE, requests: 1, messages: 1, faults: 1, hands: 1 } }),
  "awake, everything at once": () => awakeWorld({ t: 103, left: RICH }),
};
