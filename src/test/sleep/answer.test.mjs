// How requests are told apart and answered.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, respond, usual } from "../../main/resources/groundwork/sleep/answer.mjs";
import { begin } from "../../main/resources/groundwork/sleep/decide.mjs";
import { page } from "../../main/resources/groundwork/sleep/page.mjs";
import { kindOf, read, write } from "../../main/resources/groundwork/sleep/request.mjs";

/**
 * @typedef {import("../../main/resources/groundwork/sleep/types.mjs").Config} Config
 * @typedef {import("../../main/resources/groundwork/sleep/types.mjs").State} State
 */

const NOW = Date.parse("2026-11-25T03:00:00Z");
const HTML = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
const NONE = { requests: 0, hands: 0 };

/** @param {Partial<Config>} parts @returns {Config} */
const config = (parts = {}) => ({
  environment: "lauv-staging", revision: "1", after: 900, wake: ["request"], answer: "page", hold: 3, drain: 180, limit: 600, tries: 2, backoff: 600, usual: 90,
  waves: [], way: [], activity: [], queues: [], probes: { paths: ["/up"], userAgents: ["UptimeRobot"] }, ...parts,
});
/** @param {Partial<State>} parts @returns {State} */
const asleep = (parts = {}) => ({ ...begin(NOW - 3_600_000), phase: "asleep", scope: [], ...parts });
/** @param {Record<string, string>} headers @param {object} [parts] */
const event = (headers, parts = {}) => read({ httpMethod: "GET", path: "/", headers: { host: "staging.example.com", "x-forwarded-proto": "https", ...headers }, ...parts });

test("only GET and HEAD that accept HTML are a browser", () => {
  assert.equal(kindOf(event(HTML), config()), "browser");
  assert.equal(kindOf(event(HTML, { httpMethod: "HEAD" }), config()), "browser");
  assert.equal(kindOf(event(HTML, { httpMethod: "POST" }), config()), "client");
  assert.equal(kindOf(event({ accept: "*/*" }), config()), "client");
  assert.equal(kindOf(event({}), config()), "client");
  assert.equal(kindOf(event({ ...HTML, upgrade: "websocket" }), config()), "upgrade");
  assert.equal(kindOf(event({ ...HTML, "sec-purpose": "prefetch;prerender" }), config()), "prefetch");
  assert.equal(kindOf(event({ ...HTML, "user-agent": "Mozilla/5.0 (compatible; UptimeRobot/2.0)" }), config()), "probe");
  assert.equal(kindOf(event(HTML, { path: "/up" }), config()), "probe");
});

test("a browser gets the page and wakes; others get 503 with Retry-After and wake", () => {
  const browser = respond(config(), asleep(), NONE, event(HTML), NOW);
  const client = respond(config(), asleep(), NONE, event({ accept: "application/json" }, { httpMethod: "POST" }), NOW);
  assert.deepEqual([browser.wake, browser.response.status, browser.response.headers["content-type"]], [true, 503, "text/html; charset=utf-8"]);
  assert.deepEqual([client.wake, client.response.status, client.response.headers["content-type"]], [true, 503, "application/problem+json"]);
  assert.deepEqual([client.response.headers["retry-after"], client.response.headers["cache-control"]], ["60", "no-store"]);
});

test("probes, prefetches and upgrades wake nothing", () => {
  for (const [headers, status] of /** @type {const} */ ([[{ "user-agent": "UptimeRobot" }, 200], [{ "sec-purpose": "prefetch" }, 503], [{ upgrade: "websocket" }, 503]])) {
    const { wake, response } = respond(config(), asleep(), NONE, event(headers), NOW);
    assert.deepEqual([wake, response.status], [false, status]);
  }
});

test("a probe is told the phase", () => {
  const probe = event({ "user-agent": "UptimeRobot" });
  const answers = [asleep(), begin(NOW), asleep({ failed: { at: NOW, times: 1, why: "" } })].map((state) => respond(config({ wake: [] }), state, NONE, probe, NOW).response);
  assert.deepEqual(answers.map(({ status, headers }) => [status, headers["x-environment"]]), [[200, "asleep"], [200, "awake"], [503, "failed"]]);
});

test("a wish that has not been heard yet is not repeated", () => {
  assert.equal(respond(config(), asleep(), { requests: 1, hands: 0 }, event(HTML), NOW).wake, false);
  assert.equal(respond(config(), asleep({ phase: "waking", scope: "all" }), NONE, event(HTML), NOW).wake, false);
  assert.equal(respond(config(), asleep({ phase: "waking", scope: ["worker"] }), NONE, event(HTML), NOW).wake, true);
  assert.equal(respond(config(), asleep({ phase: "falling" }), NONE, event(HTML), NOW).wake, true);
});

test("what is refused to requests tells when it opens", () => {
  const hours = { days: ["wed"], start: "08:00", stop: "18:00", timezone: "UTC" };
  const { wake, response } = respond(config({ wake: ["schedule", "hand"], hours }), asleep(), NONE, event(HTML), NOW);
  assert.equal(wake, false);
  assert.match(response.body, /It opens at <time datetime="2026-11-25T08:00:00.000Z">2026-11-25 08:00 UTC/);
});

test("after a failed waking the page says so, and when it is tried again", () => {
  const { wake, response } = respond(config(), asleep({ failed: { at: NOW - 60_000, times: 1, why: "secret reason" } }), NONE, event(HTML), NOW);
  assert.equal(wake, false);
  assert.match(response.body, /failed at <time datetime="2026-11-25T02:59:00.000Z">.*after 2 tries.*\n.*from <time datetime="2026-11-25T03:09:00.000Z">/);
  assert.doesNotMatch(response.body, /secret|http-equiv|<script/);
});

test("refuse: everybody gets a plain 503", () => {
  const { wake, response } = respond(config({ answer: "refuse" }), asleep(), NONE, event(HTML), NOW);
  assert.deepEqual([wake, response.status, response.headers["content-type"]], [true, 503, "application/problem+json"]);
});

test("a client is held to the limit, then told to come back", () => {
  const steps = answer(event({ accept: "application/json" }, { httpMethod: "POST" }));
  let now = NOW;
  const effects = [];
  let step = steps.next();
  while (!step.done) {
    effects.push(step.value.do);
    now += step.value.do === "pause" ? 1_000 : 0;
    const answers = { read: { config: config({ answer: "hold" }), state: asleep(), wish: { requests: now > NOW ? 1 : 0, hands: 0 }, now }, wish: true, call: undefined, pause: undefined };
    step = steps.next(answers[step.value.do]);
  }
  assert.deepEqual(effects, ["read", "wish", "call", "pause", "read", "pause", "read", "pause", "read"]);
  assert.equal(step.value.status, 503);
});

test("awake, it is sent on to the same address; a path can't lead elsewhere", () => {
  const { response } = respond(config(), begin(NOW), NONE, event({}, { path: "//evil.example/a", queryStringParameters: { q: "a%2Fb", empty: "" } }), NOW);
  assert.deepEqual([response.status, response.headers["location"]], [307, "https://staging.example.com//evil.example/a?q=a%2Fb&empty"]);
  assert.equal(read({ path: "//evil.example", headers: { host: "a\r\nset-cookie: b" } }).address, "/evil.example");
  assert.equal(read({ path: "/a\r\nb", headers: { host: "h" } }).address, "https://h/a%0D%0Ab");
});

test("events of an HTTP API are read too", () => {
  const request = read({ version: "2.0", rawPath: "/a", rawQueryString: "b=c", headers: { Host: "h" }, requestContext: { http: { method: "put" } } });
  assert.deepEqual([request.method, request.address], ["PUT", "https://h/a?b=c"]);
});

test("HEAD gets no body", () => {
  assert.equal(write({ status: 503, headers: {}, body: "page" }, event({}, { httpMethod: "HEAD" })).body, "");
});

test("the usual time is the median of the last wakings", () => {
  assert.equal(usual(config(), asleep({ took: [300, 80, 100] })), 100);
  assert.equal(usual(config(), asleep()), 90);
});

test("text is readable on its ground, by day and by night", () => {
  const { body } = page({ situation: "waking", elapsed: 0, usual: 60, limit: 600 });
  const themes = [...body.matchAll(/:root \{([^}]+)\}/g)].map((match) => Object.fromEntries([...(match[1] ?? "").matchAll(/--(\w+): #(\w+)/g)].map(([, name, color]) => [name, color])));
  assert.equal(themes.length, 2);
  for (const { card, text, soft, bar, rail } of themes) {
    assert.ok(contrast(text, card) >= 7 && contrast(soft, card) >= 4.5 && contrast(bar, rail) >= 3, JSON.stringify({ card, text, soft, bar, rail }));
  }
});

/** @param {string} one @param {string} other */
function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** @param {string} color */
function luminance(color) {
  const full = color.length === 3 ? [...color].map((digit) => digit + digit).join("") : color;
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((i) => Number.parseInt(full.slice(i, i + 2), 16) / 255).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
