// Headless Chromium, spoken to over a pipe in its own protocol.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const SKIP = process.env["CHROMIUM"] ? false : "there is no Chromium";

export function startChromium() {
  const profile = mkdtempSync(join(tmpdir(), "waiting-page-"));
  const flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--remote-debugging-pipe", `--user-data-dir=${profile}`];
  const browser = spawn(/** @type {string} */ (process.env["CHROMIUM"]), flags, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
  const input = /** @type {import("node:stream").Writable} */ (browser.stdio[3]);
  const output = /** @type {import("node:stream").Readable} */ (browser.stdio[4]);
  /** @type {Map<number, {resolve: (value: any) => void, reject: (error: Error) => void}>} */
  const waiting = new Map();
  /** @type {any[]} */
  const events = [];
  let last = 0;
  let rest = "";
  output.setEncoding("utf8");
  output.on("data", (part) => {
    const messages = (rest + part).split("\0");
    rest = messages.pop() ?? "";
    for (const message of messages.map((each) => JSON.parse(each))) {
      const call = waiting.get(message.id);
      waiting.delete(message.id);
      if (call === undefined) {
        events.push(message);
      } else if (message.error) {
        call.reject(new Error(message.error.message));
      } else {
        call.resolve(message.result);
      }
    }
  });

  /** @param {string} method @param {object} [params] @param {string} [sessionId] @returns {Promise<any>} */
  function call(method, params = {}, sessionId) {
    const id = ++last;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      input.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
    });
  }

  /** A tab of its own. @param {string} url @param {{width: number, height: number, script?: boolean}} how */
  async function open(url, { width, height, script = true }) {
    const { targetId } = await call("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await call("Target.attachToTarget", { targetId, flatten: true });
    /** @param {string} method @param {object} [params] */
    const tab = (method, params) => call(method, params, sessionId);
    await Promise.all([tab("Page.enable"), tab("Log.enable"), tab("Runtime.enable"), tab("Accessibility.enable")]);
    await tab("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: width < 500 });
    await tab("Emulation.setEmulatedMedia", { features: [{ name: "prefers-reduced-motion", value: "reduce" }] });
    await tab("Emulation.setScriptExecutionDisabled", { value: !script });
    await tab("Page.navigate", { url });
    /** @param {string} expression @returns {Promise<any>} */
    const evaluate = async (expression) => (await tab("Runtime.evaluate", { expression, returnByValue: true, awaitPromise: true })).result.value;
    return {
      tab,
      evaluate,
      screenshot: async () => Buffer.from((await tab("Page.captureScreenshot", { format: "png" })).data, "base64"),
      /** @param {string} title @param {number} milliseconds */
      until: async (title, milliseconds) => {
        const end = Date.now() + milliseconds;
        while (Date.now() < end) {
          const { targetInfo } = await call("Target.getTargetInfo", { targetId });
          if (targetInfo.title === title) {
            return Date.now();
          }
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        throw new Error(`no page "${title}" within ${milliseconds} ms`);
      },
      faults: () => events.filter((event) => event.sessionId === sessionId && (event.method === "Runtime.exceptionThrown" || (event.method === "Log.entryAdded" && event.params.entry.source === "security"))),
    };
  }

  return {
    open,
    stop: () => {
      browser.kill("SIGKILL");
      browser.once("exit", () => rmSync(profile, { recursive: true, force: true }));
    },
  };
}
