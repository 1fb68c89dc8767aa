// A turn of the conductor, as a generator of effects: the Lambda function carries them out in AWS, the model checker in memory.

import { begin, decide, findsSomethingRunning, isSettled, looksAtWork, settle } from "./decide.mjs";

/**
 * @typedef {import("./types.mjs").Config} Config
 * @typedef {import("./types.mjs").State} State
 * @typedef {import("./types.mjs").Seen} Seen
 * @typedef {import("./types.mjs").Wish} Wish
 * @typedef {import("./types.mjs").Work} Work
 * @typedef {import("./types.mjs").Action} Action
 *
 * @typedef {{config: Config, state?: State, version: number, wish: Wish, now: number}} Read
 * @typedef {{do: "read"} | {do: "look", config: Config}
 *   | {do: "work", config: Config, since: number} | {do: "save", state: State, version: number, config: Config}
 *   | {do: "act", action: Action, config: Config}} Effect
 * @typedef {{state: State, settled: boolean}} Outcome
 */

/**
 * One look and what follows from it. The state is saved before anything is done, so whoever takes over knows what was
 * intended; a save that loses against another's ends the round without a call.
 * @returns {Generator<Effect, Outcome | undefined, any>}
 */
export function* round() {
  /** @type {Read} */
  const { config, state: kept, version, wish, now } = yield { do: "read" };
  const state = kept ?? begin(now);
  /** @type {Seen} */
  const glance = yield { do: "look", config };
  /** @type {Work | undefined} */
  const work = looksAtWork(config, state, wish, glance.at) || findsSomethingRunning(config, state, glance)
    ? yield { do: "work", config, since: state.used }
    : undefined;
  const seen = work === undefined ? glance : { ...glance, work };
  const decision = decide(config, state, seen, wish);
  let saved = version;
  if (kept === undefined || differs(kept, decision.state)) {
    if (!(yield { do: "save", state: decision.state, version, config })) {
      return undefined;
    }
    saved++;
  }
  const outcomes = [];
  for (const action of decision.actions) {
    /** @type {string | undefined} */
    const error = yield { do: "act", action, config };
    outcomes.push({ action, error });
  }
  const settled = settle(decision.state, outcomes);
  if (differs(decision.state, settled) && !(yield { do: "save", state: settled, version: saved, config })) {
    return undefined;
  }
  return { state: settled, settled: isSettled(config, decision, seen.at) };
}

/** @param {State} one @param {State} other */
function differs(one, other) {
  const sorted = (/** @type {State} */ state) => JSON.stringify(Object.entries(state).sort(([a], [b]) => (a < b ? -1 : 1)));
  return sorted(one) !== sorted(other);
}
