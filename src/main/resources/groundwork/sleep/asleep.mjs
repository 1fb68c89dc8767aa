// Asleep: something may wake it; what runs all the same goes back to sleep, with nothing in flight.

import { wakes } from "./causes.mjs";
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

/** @param {Config} config @param {State} state @param {Seen} seen @param {Wish} wish @returns {Decision} */
export function asleep(config, state, seen, wish) {
  const scope = wakes(config, state, seen, wish);
  if (scope !== undefined) {
    return { state: begins(state, scope, seen.at), actions: [] };
  }
  if (!isWay(config, seen, "closed")) {
    return { state, actions: switching(seen, "closed") };
  }
  const running = config.waves.findLast((wave) => wave.some((member) => !isResting(member, seen)));
  const isIdle = seen.work?.busy.length === 0;
  return { state, actions: running !== undefined && isIdle ? running.flatMap((member) => rest(member, seen)) : [] };
}
