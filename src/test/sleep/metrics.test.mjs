// What CloudWatch reads from the log: lines that are JSON and nothing else.

import assert from "node:assert/strict";
import { test } from "node:test";
import { begin } from "../../main/resources/groundwork/sleep/decide.mjs";
import { phaseMetrics, stateMetrics } from "../../main/resources/groundwork/sleep/metrics.mjs";

const CONFIG = /** @type {any} */ ({ metrics: "events/staging" });

/** @param {() => void} writes */
function written(writes) {
  const { write } = process.stdout;
  /** @type {any[]} */
  const lines = [];
  process.stdout.write = /** @type {any} */ ((/** @type {string} */ line) => lines.push(JSON.parse(line)) > 0);
  try {
    writes();
  } finally {
    process.stdout.write = write;
  }
  return lines;
}

test("the phase is a metric of the stack's namespace, without dimensions", () => {
  const [line] = written(() => phaseMetrics(begin(0), CONFIG));
  assert.equal(line.SleepPhase, 3);
  assert.deepEqual(line._aws.CloudWatchMetrics, [{ Namespace: "events/staging", Dimensions: [[]], Metrics: [{ Name: "SleepPhase", Unit: "None" }] }]);
});

test("a waking that has ended tells its time, a failed one that it failed", () => {
  const woken = { ...begin(9_000), took: [70, 90] };
  assert.deepEqual(written(() => stateMetrics(woken, CONFIG)).map((line) => line.WakingSeconds), [90]);
  assert.deepEqual(written(() => stateMetrics({ ...woken, used: 10_000 }, CONFIG)), []);
  assert.deepEqual(written(() => stateMetrics({ ...begin(0), phase: "falling", tell: "why" }, CONFIG)).map((line) => [line.SleepFailures, line.why]), [[1, "why"]]);
});
