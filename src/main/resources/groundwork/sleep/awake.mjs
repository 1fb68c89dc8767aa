// Awake: what the configuration says runs, and the environment falls asleep when nothing has used it for long enough.

import { areQueuesEmpty, both, hasMessages, isKeptAwake, isNewRequest, wakes, wantsSleep } from "./causes.mjs";
import { differences, isStopped, within } from "./members.mjs";
import { isWay, switching } from "./entrance.mjs";
import { falls } from "./falling.mjs";
import { begins } from "./waking.mjs";

/**
 * @typedef {import("./types.mjs").Config} Config
 * @typedef {import("./types.mjs").State} State
 * @typedef {import("./types.mjs").Seen} Seen
 * @typedef {import("./types.mjs").Wish} Wish
 * @typedef {import("./types.mjs").Action} Action
 * @typedef {import("./types.mjs").ServiceSeen} ServiceSeen
 * @typedef {import("./types.mjs").Decision} Decision
 */

const SECOND = 1000;

/** @param {Config} config @param {State} before @param {Seen} seen @param {Wish} wish @returns {Decision} */
export function awake(config, before, seen, wish) {
  const wanted = wakes(config, before, seen, wish);
  const scope = both(before.scope, wanted ?? []);
  const state = { ...before, used: lastUse(config, before, seen, wish) };
  if (wantsSleep(before, wish)) {
    return { state: { ...falls(state, seen.at), skip: true }, actions: [] };
  }
  const members = within(config, scope).flat();
  if (scope.length !== before.scope.length || members.some((member) => isStopped(member, seen))) {
    return { state: begins(state, scope, seen.at), actions: [] };
  }
  if (isIdle(config, state, seen, wish)) {
    return { state: { ...falls(state, seen.at), quiet: state.used }, actions: [] };
  }
  const way = state.scope === "all" ? "open" : "closed";
  return applies(config, state, seen, isWay(config, seen, way) ? [] : switching(seen, way));
}

/** What `pulumi up` has changed; autoscaling is free within the range. @param {Config} config @param {State} state @param {Seen} seen @param {Action[]} way @returns {Decision} */
function applies(config, state, seen, way) {
  if (state.applied === config.revision) {
    return { state, actions: way };
  }
  const members = within(config, state.scope).flat();
  const changes = members.flatMap((member) => {
    const now = seen.members[member.name];
    return member.kind === "service" && now !== undefined ? differences(member, /** @type {ServiceSeen} */ (now)) : [];
  });
  const isKnown = members.every((member) => seen.members[member.name] !== undefined);
  const applied = isKnown && changes.length === 0 ? config.revision : state.applied;
  return { state: { ...state, applied }, actions: [...way, ...changes] };
}

/** @param {Config} config @param {State} state @param {Seen} seen @param {Wish} wish */
function lastUse(config, state, seen, wish) {
  const isUsed = isNewRequest(state, wish)
    || wish.hands !== state.heard.hands
    || config.queues.some((queue) => hasMessages(seen, queue.name))
    || (seen.work?.busy.length ?? 0) > 0;
  return isUsed ? seen.at : Math.max(state.used, seen.work?.lastUse ?? 0);
}

/** @param {Config} config @param {State} state @param {Seen} seen @param {Wish} wish */
function isIdle(config, state, seen, wish) {
  return seen.work !== undefined
    && areQueuesEmpty(config, seen)
    && seen.at - state.used >= config.after * SECOND
    && !isKeptAwake(config, wish, seen.at);
}
