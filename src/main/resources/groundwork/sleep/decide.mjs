// The protocol: what to do next, from what is wanted and what is seen. Pure; docs/sleep.md tells it in words.

import { isKeptAwake } from "./causes.mjs";
import { isWithin } from "./hours.mjs";
import { asleep } from "./asleep.mjs";
import { awake } from "./awake.mjs";
import { falling } from "./falling.mjs";
import { waking } from "./waking.mjs";
import { isResting } from "./members.mjs";

/**
 * @typedef {import("./types.mjs").Config} Config
 * @typedef {import("./types.mjs").State} State
 * @typedef {import("./types.mjs").Seen} Seen
 * @typedef {import("./types.mjs").Wish} Wish
 * @typedef {import("./types.mjs").Action} Action
 * @typedef {import("./types.mjs").Decision} Decision
 */

const SECOND = 1000;
const phases = { awake, falling, asleep, waking };

/** An environment that `pulumi up` has just created is awake. @param {number} now @returns {State} */
export function begin(now) {
  return { phase: "awake", scope: "all", since: now, used: now, heard: { requests: 0, hands: 0 }, took: [] };
}

/** @param {Config} config @param {State} state @param {Seen} seen @param {Wish} wish @returns {Decision} */
export function decide(config, state, seen, wish) {
  const { state: next, actions } = phases[state.phase](config, state, seen, wish);
  const heard = { requests: wish.requests, hands: wish.hands };
  const skip = isWithin(config.hours, seen.at) && next.skip;
  const telling = next.tell === undefined ? [] : [/** @type {Action} */ ({ do: "tell", text: next.tell })];
  return { state: tidy({ ...next, heard, skip: skip || undefined }), actions: [...actions, ...telling] };
}

/** Metrics, tasks and jobs are looked at only where they can decide something. @param {Config} config @param {State} state @param {Wish} wish @param {number} now */
export function looksAtWork(config, state, wish, now) {
  switch (state.phase) {
    case "awake":
      return now - state.used >= config.after * SECOND && !isKeptAwake(config, wish, now);
    case "falling":
      return !isDraining(config, state, now);
    default:
      return false;
  }
}

/** While asleep, work is looked at only when something runs that should not. @param {Config} config @param {State} state @param {Seen} seen */
export function findsSomethingRunning(config, state, seen) {
  return state.phase === "asleep" && config.waves.flat().some((member) => seen.members[member.name] !== undefined && !isResting(member, seen));
}

/** Whether the next round can wait for the next minute. @param {Config} config @param {Decision} decision @param {number} now */
export function isSettled(config, { state, actions }, now) {
  if (actions.length > 0) {
    return false;
  }
  switch (state.phase) {
    case "asleep":
      return true;
    case "awake":
      return state.applied === config.revision;
    case "falling":
      return state.closed !== undefined && isDraining(config, state, now);
    default:
      return false;
  }
}

/** @param {Config} config @param {State} state @param {number} now */
function isDraining(config, state, now) {
  return state.closed === undefined || now - state.closed < config.drain * SECOND;
}

/** What the outcome of the actions changes. @param {State} state @param {{action: Action, error: string | undefined}[]} outcomes @returns {State} */
export function settle(state, outcomes) {
  const told = outcomes.some(({ action, error }) => action.do === "tell" && error === undefined);
  const trouble = outcomes.find(({ error }) => error !== undefined);
  return tidy({
    ...state,
    tell: told ? undefined : state.tell,
    trouble: trouble === undefined ? undefined : `${trouble.action.do}${"member" in trouble.action ? ` ${trouble.action.member.name}` : ""}: ${trouble.error}`,
  });
}

/** @param {Record<string, unknown>} state @returns {State} */
function tidy(state) {
  return /** @type {any} */ (Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined)));
}
