// A world of the model: everything that AWS, the functions and people have come to. Worlds are values: an event makes a new one.

import { AS_FIRST, configOf, servicesOf, sizeOf } from "./systems.mjs";

/**
 * @typedef {import("../../main/resources/groundwork/sleep/types.mjs").Config} Config
 * @typedef {import("../../main/resources/groundwork/sleep/types.mjs").State} State
 * @typedef {import("../../main/resources/groundwork/sleep/types.mjs").Wish} Wish
 * @typedef {import("../../main/resources/groundwork/sleep/types.mjs").Action} Action
 * @typedef {import("./systems.mjs").System} System
 * @typedef {import("./systems.mjs").Wanted} Wanted
 *
 * @typedef {{min: number, max: number, desired: number, running: number, healthy: boolean, runs: number}} Tasks `runs` is the task definition of those that run
 * @typedef {{visible: number, inFlight: number}} Messages
 * @typedef {{id: number, began: number, answers: any[]}} Running a function in the middle of its work: what it has been answered
 * @typedef {{requests: number, messages: number, faults: number, ups: number, hands: number, starts: number, jobs: number, breaks: number, calls: number, losses: number}} Budget
 *
 * @typedef {object} World
 * @property {System} system
 * @property {number} t seconds
 * @property {Wanted} wanted what `pulumi up` has written
 * @property {"extra" | "gone" | undefined} pending what `up` has yet to do
 * @property {number} definition the task definition that `up` wants
 * @property {"open" | "closed"} way
 * @property {Record<string, string>} databases their status
 * @property {string | undefined} paused the status of the cluster that pauses by itself
 * @property {Record<string, Tasks>} services
 * @property {Record<string, Messages>} queues
 * @property {number} flying requests that the service is answering
 * @property {number} use when the last request came to the service
 * @property {number} used when the one before came
 * @property {string | undefined} shielded the service whose task protects itself
 * @property {boolean} broken the public service's tasks never become healthy
 * @property {boolean} written `up` has raised a range behind the conductor's back, so what it has just looked at may be wrong
 * @property {boolean} lost the lease was lost under its holder, so that two conductors may act at once
 * @property {boolean} asked somebody wants the service and has not had it yet
 * @property {State | undefined} state
 * @property {number} version
 * @property {Wish} wish
 * @property {{holder: number, until: number} | undefined} lease
 * @property {(Running | undefined)[]} conductors two places, so that one may be called while another works
 * @property {Running | undefined} waker
 * @property {Action | undefined} late a call of a conductor that has died, still on its way to AWS
 * @property {number} told how often the alarm topic was told
 * @property {number} turns rounds in this second
 * @property {number} ids of invocations so far
 * @property {Budget} left
 */

export const SECOND = 1000;
export const NONE = { requests: 0, messages: 0, faults: 0, ups: 0, hands: 0, starts: 0, jobs: 0, breaks: 0, calls: 0, losses: 0 };

/** What a correct protocol never lets happen. */
export class Violation extends Error {}

/** @param {boolean} holds @param {string} what */
export function must(holds, what) {
  if (!holds) {
    throw new Violation(what);
  }
}

/** @param {World} w @returns {Config} */
export const wantedBy = (w) => configOf(w.system, w.wanted);

/** @param {World} w @param {string} name */
export const linksOf = (w, name) => servicesOf(w.system, w.wanted)[name]?.links ?? [];

/** What is behind the entrance. @param {World} w @returns {Tasks} */
export const front = (w) => /** @type {Tasks} */ (w.services["app"]);

/** @param {System} system @param {boolean} isAwake @returns {Record<string, Tasks>} */
function tasksOf(system, isAwake) {
  return Object.fromEntries(
    Object.entries(system.services).map(([name, service]) => {
      const size = sizeOf(service, AS_FIRST);
      const { min, max } = "range" in size ? size.range : { min: 0, max: 0 };
      const desired = "range" in size ? min : size.count;
      return [name, isAwake ? { min, max, desired, running: desired, healthy: desired > 0, runs: 0 } : { min: 0, max: 0, desired: 0, running: 0, healthy: false, runs: 0 }];
    }),
  );
}

/** @param {System} system @param {string} status */
const databasesOf = (system, status) => Object.fromEntries(Object.keys(system.databases).map((name) => [name, status]));

/** @param {System} system @param {Partial<World>} [parts] @returns {World} */
export function awakeWorld(system, parts = {}) {
  const queues = Object.values(system.services).flatMap(({ queue }) => (queue === undefined ? [] : [[queue, { visible: 0, inFlight: 0 }]]));
  return {
    system, t: 100, wanted: AS_FIRST, pending: undefined, definition: 0, way: "open", databases: databasesOf(system, "available"),
    paused: system.pausing === undefined ? undefined : "available", services: tasksOf(system, true), queues: Object.fromEntries(queues),
    flying: 0, use: 90, used: 90, shielded: undefined, broken: false, written: false, lost: false, asked: false,
    state: { phase: "awake", scope: "all", since: 90 * SECOND, used: 99 * SECOND, heard: { requests: 0, hands: 0 }, took: [], applied: configOf(system, AS_FIRST).revision },
    version: 1, wish: { requests: 0, hands: 0 }, lease: undefined, conductors: [undefined, undefined], waker: undefined, late: undefined, told: 0, turns: 0, ids: 0,
    left: NONE, ...parts,
  };
}

/** @param {System} system @param {Partial<World>} [parts] @returns {World} */
export function asleepWorld(system, parts = {}) {
  return awakeWorld(system, {
    way: "closed", databases: databasesOf(system, "stopped"), paused: system.pausing === undefined ? undefined : "paused", services: tasksOf(system, false),
    state: { phase: "asleep", scope: [], since: 90 * SECOND, used: 80 * SECOND, heard: { requests: 0, hands: 0 }, took: [], applied: configOf(system, AS_FIRST).revision },
    ...parts,
  });
}

/** The way is closed, and the drain over. @param {System} system @param {Partial<World>} parts @returns {World} */
export function fallingWorld(system, parts) {
  const state = /** @type {State} */ (awakeWorld(system).state);
  return awakeWorld(system, { t: 102, way: "closed", state: { ...state, phase: "falling", since: 100 * SECOND, used: 90 * SECOND, quiet: 90 * SECOND, closed: 100 * SECOND }, ...parts });
}

/** The databases are there, the services are not. @param {System} system @param {Partial<World>} parts @returns {World} */
export function wakingWorld(system, parts) {
  const state = /** @type {State} */ (asleepWorld(system).state);
  return asleepWorld(system, {
    databases: databasesOf(system, "available"), asked: true, state: { ...state, phase: "waking", scope: "all", since: 99 * SECOND, used: 99 * SECOND, tried: 99 * SECOND, tries: 1 }, ...parts,
  });
}
