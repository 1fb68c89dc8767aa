// Decisions one by one, where an example says it better than the model does.

import assert from "node:assert/strict";
import { test } from "node:test";
import { begin, decide, isSettled, settle } from "../../main/resources/groundwork/sleep/decide.mjs";
import { isWithin, nextStart } from "../../main/resources/groundwork/sleep/hours.mjs";

/**
 * @typedef {import("../../main/resources/groundwork/sleep/types.mjs").Config} Config
 * @typedef {import("../../main/resources/groundwork/sleep/types.mjs").State} State
 * @typedef {import("../../main/resources/groundwork/sleep/types.mjs").Seen} Seen
 */

const MINUTE = 60_000;
/** A Wednesday, 12:00 in New York. */
const NOON = Date.parse("2026-11-25T17:00:00Z");
const HOURS = { days: ["mon", "tue", "wed", "thu", "fri"], start: "08:00", stop: "18:00", timezone: "America/New_York" };

/** @param {Partial<Config>} parts @returns {Config} */
function config(parts = {}) {
  return {
    environment: "lauv-staging", revision: "1", after: 900, wake: ["request", "queue", "schedule", "hand"], answer: "page", hold: 0,
    drain: 180, limit: 600, tries: 2, backoff: 600, usual: 90, activity: [], queues: [], way: [{ kind: "rule", arn: "r", hosts: ["h"] }],
    waves: [[{ kind: "service", name: "app", cluster: "c", service: "app", range: { min: 1, max: 3 }, targets: [["g"]] }]],
    ...parts,
  };
}

/** @param {Partial<Seen>} parts @returns {Seen} */
function seen(parts = {}) {
  return {
    at: NOON, way: "open", queues: {}, work: { busy: [] },
    members: { app: { kind: "service", range: { min: 1, max: 3 }, desired: 2, running: 2, healthy: true } },
    ...parts,
  };
}

/** @param {Partial<State>} parts @returns {State} */
const state = (parts = {}) => ({ ...begin(NOON - 60 * MINUTE), applied: "1", ...parts });
const NOBODY = { requests: 0, hands: 0 };

test("idle for long enough, it falls asleep", () => {
  assert.equal(decide(config(), state(), seen(), NOBODY).state.phase, "falling");
});

test("a metric without data is no use, and an unknown one is no idleness", () => {
  const { work, ...unknown } = seen();
  assert.deepEqual(work, { busy: [] });
  assert.equal(decide(config(), state(), unknown, NOBODY).state.phase, "awake");
});

test("queues that can't be read keep it awake", () => {
  const queues = [{ name: "jobs", url: "u", needs: ["app"] }];
  assert.equal(decide(config({ queues }), state(), seen(), NOBODY).state.phase, "awake");
  assert.equal(decide(config({ queues }), state(), seen({ queues: { jobs: { visible: 0, inFlight: 0 } } }), NOBODY).state.phase, "falling");
});

test("a message in flight, a protected task or a job counts as use now", () => {
  const queues = [{ name: "jobs", url: "u", needs: ["app"] }];
  const inFlight = decide(config({ queues }), state(), seen({ queues: { jobs: { visible: 0, inFlight: 1 } } }), NOBODY);
  const busy = decide(config(), state(), seen({ work: { busy: ["job migrate"] } }), NOBODY);
  assert.deepEqual([inFlight.state.phase, inFlight.state.used], ["awake", NOON]);
  assert.deepEqual([busy.state.phase, busy.state.used], ["awake", NOON]);
});

test("what was just woken stays awake for as long as what was just used", () => {
  assert.equal(decide(config(), state({ used: NOON - 14 * MINUTE }), seen(), NOBODY).state.phase, "awake");
});

test("a window by hand and the hours keep it awake", () => {
  assert.equal(decide(config(), state(), seen(), { ...NOBODY, keep: NOON + MINUTE }).state.phase, "awake");
  assert.equal(decide(config({ hours: HOURS }), state(), seen(), NOBODY).state.phase, "awake");
});

test("put to sleep by hand within its hours, it sleeps until the next day's", () => {
  const asked = decide(config({ hours: HOURS }), state(), seen(), { requests: 0, hands: 1, want: "sleep" });
  assert.equal(asked.state.phase, "falling");
  const wish = { requests: 0, hands: 1, want: /** @type {const} */ ("sleep") };
  const asleep = { ...asked.state, phase: /** @type {const} */ ("asleep") };
  assert.equal(decide(config({ hours: HOURS }), asleep, seen({ way: "closed" }), wish).state.phase, "asleep");
  const evening = decide(config({ hours: HOURS }), asleep, seen({ way: "closed", at: NOON + 7 * 60 * MINUTE }), wish);
  assert.equal(evening.state.phase, "asleep");
  assert.equal(decide(config({ hours: HOURS }), evening.state, seen({ way: "closed", at: NOON + 20 * 60 * MINUTE }), wish).state.phase, "waking");
});

test("autoscaling is left alone within the range", () => {
  const { actions, state: next } = decide(config({ revision: "2" }), state({ used: NOON }), seen(), NOBODY);
  assert.deepEqual([actions, next.applied], [[], "2"]);
});

test("a narrower range takes the count along", () => {
  const waves = [[{ kind: /** @type {const} */ ("service"), name: "app", cluster: "c", service: "app", range: { min: 1, max: 1 } }]];
  const { actions } = decide(config({ revision: "2", waves }), state({ used: NOON }), seen(), NOBODY);
  assert.deepEqual(actions.map((action) => action.do), ["range", "count"]);
});

test("after a failed waking nothing but a person wakes it, longer each time", () => {
  const failed = { at: NOON - 15 * MINUTE, times: 2, why: "app not ready" };
  const asleep = state({ phase: "asleep", scope: [], failed });
  const rested = seen({ way: "closed" });
  assert.equal(decide(config(), asleep, rested, { requests: 1, hands: 0 }).state.phase, "asleep");
  assert.equal(decide(config(), asleep, rested, { requests: 1, hands: 1, want: "wake" }).state.phase, "waking");
  assert.equal(decide(config(), asleep, { ...rested, at: NOON + 6 * MINUTE }, { requests: 1, hands: 0 }).state.phase, "waking");
});

test("a waking that fails names what is not ready and the last failed call", () => {
  const waking = state({ phase: "waking", since: NOON - 20 * MINUTE, tried: NOON - 10 * MINUTE, tries: 2, trouble: "count app: ThrottlingException" });
  const unhealthy = { app: { kind: /** @type {const} */ ("service"), range: { min: 1, max: 3 }, desired: 1, running: 1, healthy: false } };
  const { state: next, actions } = decide(config(), waking, seen({ way: "closed", members: unhealthy }), NOBODY);
  assert.equal(next.phase, "falling");
  assert.deepEqual(actions, [{ do: "tell", text: "lauv-staging could not be woken: app not ready after 2 tries of 600 s; last failed call: count app: ThrottlingException" }]);
  assert.equal(settle(next, [{ action: { do: "tell", text: "" }, error: "InternalError" }]).tell, next.tell);
  assert.equal(settle(next, [{ action: { do: "tell", text: "" }, error: undefined }]).tell, undefined);
});

test("of two listener rules that are switched one by one, neither is forgotten", () => {
  const waking = state({ phase: "waking", since: NOON, tried: NOON });
  assert.deepEqual(decide(config(), waking, seen({ way: "mixed" }), NOBODY).actions, [{ do: "open" }]);
  assert.deepEqual(decide(config(), state({ phase: "falling", since: NOON }), seen({ way: "mixed" }), NOBODY).actions, [{ do: "close" }]);
});

test("without an entrance there is nothing to switch, and nothing to wait for", () => {
  const { way, ...closed } = seen({ at: NOON + 300_000 });
  assert.equal(way, "open");
  const inside = config({ way: [] });
  const waking = decide(inside, state({ phase: "waking", since: NOON, tried: NOON }), closed, NOBODY);
  assert.deepEqual([waking.state.phase, waking.actions], ["awake", []]);
  const awake = decide(inside, state({ used: NOON + 300_000 }), closed, NOBODY);
  assert.ok(isSettled(inside, awake, NOON));
  const falling = decide(inside, state({ phase: "falling", since: NOON, closed: NOON, quiet: NOON }), closed, NOBODY);
  assert.deepEqual(falling.actions.map((action) => action.do), ["range", "count"]);
});

test("in the drain it waits for the next minute", () => {
  const falling = state({ phase: "falling", since: NOON, closed: NOON, quiet: NOON - MINUTE });
  const decision = decide(config(), falling, seen({ way: "closed" }), NOBODY);
  assert.deepEqual([decision.state.phase, decision.actions], ["falling", []]);
  assert.ok(isSettled(config(), decision, NOON));
});

test("hours are those of their time zone, over midnight and over the change of clocks", () => {
  assert.ok(isWithin(HOURS, NOON));
  assert.ok(!isWithin(HOURS, NOON + 6 * 60 * MINUTE));
  assert.ok(!isWithin(HOURS, Date.parse("2026-11-28T17:00:00Z")));
  const night = { days: ["fri"], start: "22:00", stop: "06:00", timezone: "Europe/Berlin" };
  assert.ok(isWithin(night, Date.parse("2026-11-28T04:30:00Z")));
  assert.ok(!isWithin(night, Date.parse("2026-11-27T04:30:00Z")));
  const summer = { ...HOURS, timezone: "Europe/Berlin" };
  assert.ok(isWithin(summer, Date.parse("2026-03-30T06:00:00Z")), "08:00 in summer time");
  assert.ok(!isWithin(summer, Date.parse("2026-03-27T06:00:00Z")), "07:00 in winter time");
});

test("the next start is told to the minute", () => {
  assert.equal(nextStart(HOURS, Date.parse("2026-11-27T23:10:00Z")), Date.parse("2026-11-30T13:00:00Z"));
  assert.equal(nextStart({ ...HOURS, days: [] }, NOON), undefined);
});
