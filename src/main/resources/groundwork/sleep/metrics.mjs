// Phase and waking times as CloudWatch metrics, by way of the log.

/**
 * @typedef {import("./types.mjs").Config} Config
 * @typedef {import("./types.mjs").State} State
 */

const PHASES = /** @type {const} */ ({ asleep: 0, falling: 1, waking: 2, awake: 3 });

/** Once an invocation, so that there is a line without gaps. @param {State | undefined} state @param {Config} config */
export function phaseMetrics(state, config) {
  if (state !== undefined) {
    write(config, { SleepPhase: PHASES[state.phase] }, { phase: state.phase, trouble: state.trouble });
  }
}

/** When a waking has ended, one way or the other. @param {State} state @param {Config} config */
export function stateMetrics(state, config) {
  if (state.phase === "awake" && state.took.length > 0 && state.since === state.used) {
    write(config, { WakingSeconds: state.took.at(-1) ?? 0 }, {});
  }
  if (state.tell !== undefined) {
    write(config, { SleepFailures: 1 }, { why: state.tell });
  }
}

/** @param {Config} config @param {Record<string, number>} values @param {Record<string, string | undefined>} details */
function write(config, values, details) {
  if (config.metrics === undefined) {
    return;
  }
  const definition = { Namespace: config.metrics, Dimensions: [[]], Metrics: Object.keys(values).map((Name) => ({ Name, Unit: Name === "WakingSeconds" ? "Seconds" : "None" })) };
  // The runtime's console would put a prefix before it, and the line would be no JSON.
  process.stdout.write(`${JSON.stringify({ _aws: { Timestamp: Date.now(), CloudWatchMetrics: [definition] }, ...values, ...details })}\n`);
}
