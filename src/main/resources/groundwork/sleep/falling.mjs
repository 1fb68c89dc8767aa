// Falling asleep: the way first, then the drain, another look, then wave after wave in reverse. Anything in between turns it round.

import { areQueuesEmpty, both, isBackingOff, wakes } from "./causes.mjs";
import { isWay, switching } from "./entrance.mjs";
import { isResting, rest } from "./members.mjs";
import { begins } from "./waking.mjs";

/**
 * @typedef {import("./types.mjs").Config} Config
 * @typedef {import("./types.mjs").State} State
 * @typedef {import("./types.mjs").Seen} Seen
 * @typedef {import("./types.mjs").Wish} Wish
 * @typedef {import("./types.mjs").Decision} Decision
 */

const SECOND = 1000;

/** @param {State} state @param {number} now @returns {State} */
export function falls(state, now) {
  const { tried, tries, ...rest } = state;
  return { ...rest, phase: "falling", since: now };
}

/** @param {Config} config @param {State} state @param {Seen} seen @param {Wish} wish @returns {Decision} */
export function falling(config, state, seen, wish) {
  const scope = wakes(config, state, seen, wish);
  if (scope !== undefined) {
    return { state: begins(state, both(state.scope, scope), seen.at), actions: [] };
  }
  if (!isWay(config, seen, "closed")) {
    const { closed, ...rest } = state;
    return { state: rest, actions: switching(seen, "closed") };
  }
  if (state.closed === undefined) {
    return { state: { ...state, closed: seen.at, quiet: state.quiet ?? seen.at + 60 * SECOND }, actions: [] };
  }
  if (seen.at - state.closed < config.drain * SECOND || seen.work === undefined) {
    return { state: lateness(config, state, seen), actions: [] };
  }
  if ((seen.work.lastUse ?? 0) > (state.quiet ?? 0) || isInFlight(config, state, seen)) {
    return isBackingOff(config, state, seen.at)
      ? { state: lateness(config, state, seen), actions: [] }
      : { state: begins({ ...state, used: seen.at }, state.scope, seen.at), actions: [] };
  }
  const running = config.waves.findLast((wave) => wave.some((member) => !isResting(member, seen)));
  if (running === undefined) {
    const { closed, quiet, late, ...rest } = state;
    return { state: { ...rest, phase: "asleep", scope: [], since: seen.at }, actions: [] };
  }
  return { state: lateness(config, state, seen), actions: running.flatMap((member) => rest(member, seen)) };
}

/** After a failed waking, messages that only wait don't keep it awake. @param {Config} config @param {State} state @param {Seen} seen */
function isInFlight(config, state, seen) {
  if ((seen.work?.busy.length ?? 0) > 0) {
    return true;
  }
  if (isBackingOff(config, state, seen.at)) {
    return config.queues.some((queue) => (seen.queues[queue.name]?.inFlight ?? 1) > 0);
  }
  return !areQueuesEmpty(config, seen);
}

/** The alarm topic is told once. @param {Config} config @param {State} state @param {Seen} seen @returns {State} */
function lateness(config, state, seen) {
  if (state.late || seen.at - state.since < (config.drain + config.limit) * SECOND) {
    return state;
  }
  const running = config.waves.flat().filter((member) => !isResting(member, seen)).map((member) => member.name);
  const why = seen.work?.busy.length ? seen.work.busy.join(", ") : `${running.join(", ")} still running`;
  const trouble = state.trouble === undefined ? "" : `; last failed call: ${state.trouble}`;
  return { ...state, late: true, tell: `${config.environment} has not fallen asleep: ${why}${trouble}` };
}
