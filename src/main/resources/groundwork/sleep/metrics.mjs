// Phase and waking times as CloudWatch metrics, by way of the log.

/**
 * @typedef {import("./types.mjs").Config} Config
 * @typedef {import("./types.mjs").State} State
 */

const PHASES = /** @type {const} */ ({ asleep: 0, falling: 1, waking: 2, awake: 3 });

/** @param {State} state @param {Config} config */
export function metrics(state, config) {
  if (config.metrics === undefined) {
    return;
  }
  const values = {
    SleepPhase: PHASES[state.phase],
    ...(state.phase === "awake" && state.took.length > 0 && state.since === state.used ? { WakingSeconds: state.took.at(-1) } : {}),
    ...(state.tell !== undefined ? { SleepFailures: 1 } : {}),
  };
  const definition = { Namespace: config.metrics, Dimensions: [[]], Metrics: Object.keys(values).map((Name) => ({ Name, Unit: Name === "WakingSeconds" ? "Seconds" : "None" })) };
  // The runtime's console would put a prefix before it, and the line would be no JSON.
  process.stdout.write(`${JSON.stringify({ _aws: { Timestamp: Date.now(), CloudWatchMetrics: [definition] }, ...values, phase: state.phase, trouble: state.trouble })}\n`);
}
