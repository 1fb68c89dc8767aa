// How a request is answered while the environment is not awake, and whether it asks for waking.

import { isBackingOff, retriesAt } from "./causes.mjs";
import { begin } from "./decide.mjs";
import { isWithin, nextStart } from "./hours.mjs";
import { page } from "./page.mjs";
import { kindOf } from "./request.mjs";

/**
 * @typedef {import("./types.mjs").Config} Config
 * @typedef {import("./types.mjs").State} State
 * @typedef {import("./types.mjs").Wish} Wish
 * @typedef {import("./request.mjs").Request} Request
 * @typedef {import("./request.mjs").Response} Response
 *
 * @typedef {{situation: "waking", elapsed: number, usual: number, limit: number}
 *   | {situation: "asleep", opens?: number} | {situation: "failed", at: number, tries: number, again: number, told: boolean}} View
 * @typedef {{wake: boolean, hold: boolean, pause: number, response: Response}} Reply
 * @typedef {{do: "read"} | {do: "wish", requests: number} | {do: "call"} | {do: "pause", seconds: number}} Effect
 */

const SECOND = 1000;
/** What a load balancer needs until it follows a changed rule. */
const SWITCHING = 1;

/** @param {Request} request @returns {Generator<Effect, Response, any>} */
export function* answer(request) {
  /** @type {number | undefined} */
  let until;
  for (;;) {
    /** @type {{config: Config, state?: State, wish: Wish, now: number}} */
    const { config, state, wish, now } = yield { do: "read" };
    const reply = respond(config, state ?? begin(now), wish, request, now);
    if (reply.wake && (yield { do: "wish", requests: wish.requests })) {
      yield { do: "call" };
    }
    until ??= now + config.hold * SECOND;
    if (!reply.hold || now >= until) {
      if (reply.pause > 0) {
        yield { do: "pause", seconds: reply.pause };
      }
      return reply.response;
    }
    yield { do: "pause", seconds: 1 };
  }
}

/** @param {Config} config @param {State} state @param {Wish} wish @param {Request} request @param {number} now @returns {Reply} */
export function respond(config, state, wish, request, now) {
  const kind = kindOf(request, config);
  const isAwake = state.phase === "awake" && state.scope === "all";
  const view = viewOf(config, state, now);
  if (kind === "probe") {
    const phase = isAwake ? "awake" : view.situation;
    const headers = { "cache-control": "no-store", "content-type": "text/plain; charset=utf-8", "x-environment": phase };
    return immediately({ status: phase === "failed" ? 503 : 200, headers, body: phase });
  }
  if (kind === "upgrade" || kind === "prefetch") {
    return immediately(text("Not available while the environment is not awake", view));
  }
  if (isAwake) {
    return { ...immediately(redirect(request)), pause: SWITCHING };
  }
  const isWakeable = config.wake.includes("request") && !isBackingOff(config, state, now);
  const isComing = state.phase === "waking" && state.scope === "all";
  const wake = isWakeable && !isComing && wish.requests === state.heard.requests;
  const isHeld = config.answer === "hold" && kind === "client" && view.situation === "waking";
  const isShown = config.answer !== "refuse" && kind === "browser";
  return { ...immediately(isShown ? html(view) : problem(view)), wake, hold: isHeld };
}

/** @param {Config} config @param {State} state @param {number} now @returns {View} */
export function viewOf(config, state, now) {
  if (state.failed !== undefined && isBackingOff(config, state, now) && state.phase !== "waking") {
    return { situation: "failed", at: state.failed.at, tries: config.tries, again: retriesAt(config, state.failed), told: config.topic !== undefined && state.tell === undefined };
  }
  if (state.phase !== "waking" && !config.wake.includes("request")) {
    const opens = config.hours === undefined || isWithin(config.hours, now) ? undefined : nextStart(config.hours, now);
    return { situation: "asleep", ...(config.wake.includes("schedule") && opens !== undefined ? { opens } : {}) };
  }
  const elapsed = state.phase === "waking" ? Math.max(0, Math.round((now - state.since) / SECOND)) : 0;
  return { situation: "waking", elapsed, usual: usual(config, state), limit: config.limit * config.tries };
}

/** The median of the last wakings. @param {Config} config @param {State} state */
export function usual(config, state) {
  const sorted = [...state.took].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? config.usual;
}

/** @param {View} view */
function retryAfter(view) {
  switch (view.situation) {
    case "waking":
      return Math.min(60, Math.max(5, view.usual - view.elapsed));
    default:
      return 300;
  }
}

/** @param {Response} response @returns {Reply} */
function immediately(response) {
  return { wake: false, hold: false, pause: 0, response };
}

/** @param {View} view */
function common(view) {
  return {
    "cache-control": "no-store",
    "retry-after": String(retryAfter(view)),
    "x-content-type-options": "nosniff",
    "x-environment": view.situation,
    "x-robots-tag": "noindex",
  };
}

/** @param {string} body @param {View} view @returns {Response} */
function text(body, view) {
  return { status: 503, headers: { ...common(view), "content-type": "text/plain; charset=utf-8" }, body };
}

/** @param {View} view @returns {Response} */
function problem(view) {
  const details = { waking: "The environment was asleep and is being started", asleep: "The environment is asleep", failed: "The environment could not be started" };
  const body = { type: "about:blank", title: "Service Unavailable", status: 503, detail: details[view.situation] };
  return { status: 503, headers: { ...common(view), "content-type": "application/problem+json" }, body: JSON.stringify(body) };
}

/** @param {View} view @returns {Response} */
function html(view) {
  const { body, policy } = page(view);
  return {
    status: 503,
    headers: { ...common(view), "content-type": "text/html; charset=utf-8", "content-security-policy": policy, "referrer-policy": "no-referrer" },
    body,
  };
}

/** Keeps method and body. @param {Request} request @returns {Response} */
function redirect(request) {
  return { status: 307, headers: { "cache-control": "no-store", location: request.address }, body: "" };
}

/** When the table cannot be read. @returns {Response} */
export function unavailable() {
  return { status: 503, headers: { "cache-control": "no-store", "retry-after": "10", "content-type": "text/plain; charset=utf-8" }, body: "Not available at the moment; please try again" };
}
