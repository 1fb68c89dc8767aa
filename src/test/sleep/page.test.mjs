// The waiting page in a real browser, served by the waker's own answers.

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { once } from "node:events";
import { after, before, describe, test } from "node:test";
import { respond } from "../../main/resources/groundwork/sleep/answer.mjs";
import { begin } from "../../main/resources/groundwork/sleep/decide.mjs";
import { read, write } from "../../main/resources/groundwork/sleep/request.mjs";
import { SKIP, startChromium } from "./chromium.mjs";

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
const SHOTS = new URL("../../../target/sleep/", import.meta.url);
/** @type {import("../../main/resources/groundwork/sleep/types.mjs").Config} */
const CONFIG = { environment: "e", revision: "1", after: 900, wake: ["request"], answer: "page", hold: 0, drain: 180, limit: 600, tries: 2, backoff: 600, usual: 70, waves: [], way: [], activity: [], queues: [], topic: "arn" };

describe("the waiting page", { skip: SKIP }, () => {
  /** @type {ReturnType<typeof startChromium>} */
  let chromium;
  /** Paths of services that are awake. @type {Set<string>} */
  const awake = new Set();
  /** @type {Record<string, number>} */
  const seen = {};
  const server = createServer((incoming, outgoing) => {
    const path = incoming.url ?? "/";
    seen[path] = (seen[path] ?? 0) + 1;
    if (awake.has(path)) {
      return void outgoing.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>The service</title><h1>Hello</h1>");
    }
    const now = Date.now();
    const failed = path === "/failed" ? { failed: { at: now - 60_000, times: 1, why: "" } } : {};
    const waking = { ...begin(now - 20_000), phase: /** @type {"asleep" | "waking"} */ (path === "/failed" ? "asleep" : "waking"), ...failed };
    const request = read({ httpMethod: incoming.method, path, headers: incoming.headers });
    const { statusCode, headers, body } = write(respond(CONFIG, waking, { requests: 1, hands: 0 }, request, now).response, request);
    outgoing.writeHead(statusCode, headers).end(body);
  });
  /** @type {string} */
  let origin;

  before(async () => {
    mkdirSync(SHOTS, { recursive: true });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    origin = `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`;
    chromium = startChromium();
  });
  after(() => {
    chromium.stop();
    server.closeAllConnections();
    server.close();
  });

  test("it opens the service when it is awake, with scripts and without", async () => {
    const pages = await Promise.all([chromium.open(`${origin}/with`, DESKTOP), chromium.open(`${origin}/without`, { ...PHONE, script: false })]);
    await Promise.all(pages.map((page) => page.until("Starting up", 15_000)));
    awake.add("/with").add("/without");
    await Promise.all(pages.map((page) => page.until("The service", 15_000)));
    assert.deepEqual(pages.flatMap((page) => page.faults()), []);
  });

  for (const [name, size] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
    test(`on a ${name} it fits, and a screen reader can follow it`, async () => {
      const page = await chromium.open(`${origin}/${name}`, size);
      await page.until("Starting up", 15_000);
      const { nodes } = await page.tab("Accessibility.getFullAXTree");
      const roles = nodes.filter((/** @type {any} */ node) => !node.ignored).map((/** @type {any} */ node) => `${node.role.value}: ${node.name?.value ?? ""}`);
      for (const role of ["main: ", "heading: Starting up", "progressbar: Start-up", "status: "]) {
        assert.ok(roles.includes(role), `${role} in ${roles.join(", ")}`);
      }
      const facts = await page.evaluate(`({ lang: document.documentElement.lang, live: document.querySelector("[role=status]").ariaLive, says: document.querySelector("[role=status]").textContent,
        wide: document.documentElement.scrollWidth, moving: document.getAnimations({ subtree: true }).length, size: parseFloat(getComputedStyle(document.body).fontSize) })`);
      assert.deepEqual(facts, { lang: "en", live: "polite", says: "This usually takes about a minute.", wide: size.width, moving: 0, size: 16 });
      writeFileSync(new URL(`waiting-${name}.png`, SHOTS), await page.screenshot());
      assert.deepEqual(page.faults(), []);
    });
  }

  test("after a failed waking it says so, and asks no more by itself", async () => {
    const page = await chromium.open(`${origin}/failed`, PHONE);
    await page.until("It could not be started", 15_000);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    assert.equal(seen["/failed"], 1);
    writeFileSync(new URL("failed-phone.png", SHOTS), await page.screenshot());
  });
});
