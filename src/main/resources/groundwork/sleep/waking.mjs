// Waking: wave after wave, each waited for; the way opens when all are ready. What takes too long is given up.

import { both, wakes, wantsSleep } from "./causes.mjs";
import { isWay, switching } from "./entrance.mjs";
import { isReady, run, within } from "./members.mjs";
import { falls } from "./falling.mjs";

/**
 * @typedef {import("./types.mjs").Config} Config
 * @typedef {import("./types.mjs").State} State
 * @typedef {import("./types.mjs").Seen} Seen
 * @typedef {import("./types.mjs").Wish} Wish
 * @typedef {import("./types.mjs").Scope} Scope
 * @typedef {import("./types.mjs").Decision} Decision
 */

const SECOND = 1000;
const REMEMBERED = 10;

/** @param {State} state @param {Scope} scope @param {number} now @returns {State} */
export function begins(state, scope, now) {
  const { closed, quiet, late, skip, ...rest } = state;
  return { ...rest, phase: "waking", scope, since: now, used: now, tried: now, tries: 1 };
}

/** @param {Config} config @param {State} before @param {Seen} seen @param {Wish} wish @returns {Decision} */
export function waking(config, before, seen, wish) {
  const wanted = wakes(config, before, seen, wish);
  if (wantsSleep(before, wish) && wanted !== "all") {
    return { state: { ...falls(before, seen.at), skip: true }, actions: [] };
  }
  const state = wanted === undefined ? before : { ...before, scope: both(before.scope, wanted) };
  const waiting = within(config, state.scope).find((wave) => wave.some((member) => !isReady(member, seen)));
  const way = state.scope === "all" ? "open" : "closed";
  if (waiting === undefined && isWay(config, seen, way)) {
    return { state: arrives(config, state, seen), actions: [] };
  }
  if (seen.at - (state.tried ?? state.since) >= config.limit * SECOND) {
    return again(config, state, seen);
  }
  if (waiting === undefined) {
    return { state, actions: switching(seen, way) };
  }
  return { state, actions: isWay(config, seen, "closed") ? waiting.flatMap((member) => run(member, seen)) : switching(seen, "closed") };
}

/** @param {Config} config @param {State} state @param {Seen} seen @returns {State} */
function arrives(config, state, seen) {
  const { tried, tries, failed, ...rest } = state;
  const seconds = Math.round((seen.at - state.since) / SECOND);
  const took = state.scope === "all" ? [...state.took, seconds].slice(-REMEMBERED) : state.took;
  return { ...rest, phase: "awake", since: seen.at, used: seen.at, took, applied: config.revision };
}

/** @param {Config} config @param {State} state @param {Seen} seen @returns {Decision} */
function again(config, state, seen) {
  const tries = state.tries ?? 1;
  if (tries < config.tries) {
    return { state: { ...state, tries: tries + 1, tried: seen.at }, actions: [] };
  }
  const waiting = within(config, state.scope).flat().filter((member) => !isReady(member, seen));
  const what = waiting.length > 0 ? `${waiting.map((member) => member.name).join(", ")} not ready` : "the way could not be switched";
  const why = `${what} after ${tries} ${tries === 1 ? "try" : "tries"} of ${config.limit} s`
    + (state.trouble === undefined ? "" : `; last failed call: ${state.trouble}`);
  const failed = { at: seen.at, times: (state.failed?.times ?? 0) + 1, why };
  return { state: { ...falls(state, seen.at), failed, tell: `${config.environment} could not be woken: ${why}` }, actions: [] };
}
