// Where the model begins, and what may happen from there.

import { BEHIND_API, SMALL, TWINS, WIDE } from "./systems.mjs";
import { asleepWorld, awakeWorld, fallingWorld, NONE, wakingWorld } from "./world.mjs";

/**
 * @typedef {import("./world.mjs").World} World
 * @typedef {import("./world.mjs").Budget} Budget
 */

const RICH = { requests: 2, messages: 1, faults: 1, ups: 1, hands: 1, starts: 1, jobs: 1, breaks: 1, calls: 1, losses: 0 };
/** @param {Partial<Budget>} parts */
const left = (parts) => ({ left: { ...NONE, ...parts } });

/** Gone through call by call and round by round. @type {Record<string, () => World>} */
export const STARTS = {
  "asleep, one request": () => asleepWorld(SMALL, left({ requests: 1 })),
  "asleep behind an HTTP API, requests and a fault": () => asleepWorld(BEHIND_API, left({ requests: 2, faults: 1 })),
  "asleep, one message": () => asleepWorld(SMALL, left({ messages: 1 })),
  "falling asleep": () => fallingWorld(SMALL, left({ requests: 1, messages: 1, jobs: 1, faults: 1 })),
  "falling asleep, in the drain": () => fallingWorld(SMALL, { t: 101, ...left({ jobs: 1, ups: 1, faults: 1 }) }),
  "the lease is lost, and two conductors hold it": () => wakingWorld(SMALL, {
    lost: true, lease: { holder: 2, until: 103 }, ids: 2, conductors: [{ id: 1, began: 100, answers: [true] }, { id: 2, began: 100, answers: [true] }],
    wish: { requests: 1, hands: 0 }, ...left({ requests: 1, hands: 1 }),
  }),
  "waking": () => wakingWorld(SMALL, left({ requests: 1, messages: 1, faults: 1, hands: 1 })),
  "awake and unused": () => awakeWorld(SMALL, { t: 103 }),
  "asleep, requests and faults": () => asleepWorld(SMALL, left({ requests: 2, faults: 2 })),
  "asleep, a request, a message and a fault": () => asleepWorld(SMALL, left({ messages: 1, requests: 1, faults: 1 })),
  "asleep, two conductors": () => asleepWorld(SMALL, left({ requests: 1, calls: 2, faults: 2 })),
  "asleep, up and AWS": () => asleepWorld(SMALL, left({ ups: 2, starts: 1, faults: 1 })),
  "asleep, twin workers": () => asleepWorld(TWINS, left({ messages: 2, faults: 1 })),
  "awake, requests and faults": () => awakeWorld(SMALL, { t: 103, ...left({ requests: 2, faults: 1 }) }),
  "awake, a message and a protected task": () => awakeWorld(SMALL, { t: 103, ...left({ messages: 1, jobs: 1, faults: 1 }) }),
  "awake, up and a person": () => awakeWorld(SMALL, { t: 101, ...left({ ups: 2, hands: 1, faults: 1 }) }),
  "an image that does not start": () => asleepWorld(SMALL, { broken: true, ...left({ requests: 1, messages: 1, hands: 1 }) }),
  "falling asleep, two conductors": () => fallingWorld(TWINS, left({ calls: 2, faults: 2, messages: 1 })),
  "asleep, everything at once": () => asleepWorld(WIDE, { left: RICH }),
  "waking, up": () => wakingWorld(WIDE, left({ ups: 2, faults: 1 })),
  "awake, everything at once": () => awakeWorld(WIDE, { t: 103, left: RICH }),
};

const ANY = { requests: 1, messages: 1, faults: 2, ups: 2, hands: 1, starts: 1, jobs: 1, breaks: 0, calls: 1, losses: 1 };

/** Gone through along their whole course. @type {Record<string, () => World>} */
export const COURSES = {
  "a request wakes all, which falls asleep again": () => asleepWorld(WIDE, { asked: true, left: ANY }),
  "a message wakes what it needs": () => asleepWorld(WIDE, { queues: { mails: { visible: 1, inFlight: 0 }, jobs: { visible: 0, inFlight: 0 } }, left: ANY }),
  "an image does not start": () => asleepWorld(SMALL, { asked: true, broken: true, left: { ...ANY, breaks: 1 } }),
  "nobody uses it any more": () => awakeWorld(WIDE, { t: 103, left: ANY }),
};
