// What wakes an environment, and what keeps it from falling asleep.

import { isWithin } from "./hours.mjs";

/**
 * @typedef {import("./types.mjs").Config} Config
 * @typedef {import("./types.mjs").State} State
 * @typedef {import("./types.mjs").Seen} Seen
 * @typedef {import("./types.mjs").Wish} Wish
 * @typedef {import("./types.mjs").Scope} Scope
 */

const SECOND = 1000;
const LONGEST_BACKOFF = 3600;

/** After a failed waking, nothing but a person wakes it for a while. @param {Config} config @param {State} state @param {number} now */
export function isBackingOff(config, state, now) {
  return state.failed !== undefined && now < retriesAt(config, state.failed);
}

/** @param {Config} config @param {{at: number, times: number}} failed */
export function retriesAt(config, failed) {
  return failed.at + Math.min(config.backoff * 2 ** (failed.times - 1), LONGEST_BACKOFF) * SECOND;
}

/** Which members are to be awake, by what has not been heard yet; undefined where nothing wakes. @param {Config} config @param {State} state @param {Seen} seen @param {Wish} wish @returns {Scope | undefined} */
export function wakes(config, state, seen, wish) {
  if (isNewByHand(state, wish) && wish.want === "wake") {
    return "all";
  }
  if (isBackingOff(config, state, seen.at)) {
    return undefined;
  }
  if (config.wake.includes("request") && isNewRequest(state, wish)) {
    return "all";
  }
  if (config.wake.includes("schedule") && !state.skip && isWithin(config.hours, seen.at)) {
    return "all";
  }
  if (config.wake.includes("queue")) {
    const needed = config.queues.filter((queue) => hasMessages(seen, queue.name)).flatMap((queue) => queue.needs);
    return needed.length > 0 ? [...new Set(needed)].sort() : undefined;
  }
  return undefined;
}

/** @param {State} state @param {Wish} wish */
export function wantsSleep(state, wish) {
  return isNewByHand(state, wish) && wish.want === "sleep";
}

/** @param {State} state @param {Wish} wish */
export function isNewRequest(state, wish) {
  return wish.requests !== state.heard.requests;
}

/** @param {State} state @param {Wish} wish */
function isNewByHand(state, wish) {
  return wish.hands !== state.heard.hands;
}

/** @param {Config} config @param {Wish} wish @param {number} now */
export function isKeptAwake(config, wish, now) {
  return now < (wish.keep ?? 0) || isWithin(config.hours, now);
}

/** Visible or being worked on. @param {Seen} seen @param {string} queue */
export function hasMessages(seen, queue) {
  const messages = seen.queues[queue];
  return messages !== undefined && messages.visible + messages.inFlight > 0;
}

/** Unknown queues are not empty. @param {Config} config @param {Seen} seen */
export function areQueuesEmpty(config, seen) {
  return config.queues.every((queue) => seen.queues[queue.name] !== undefined && !hasMessages(seen, queue.name));
}

/** @param {Scope} one @param {Scope} other @returns {Scope} */
export function both(one, other) {
  return one === "all" || other === "all" ? "all" : [...new Set([...one, ...other])].sort();
}
