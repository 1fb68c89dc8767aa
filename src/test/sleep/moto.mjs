// moto behind a proxy on loopback: it counts calls, makes them fail, and does what moto leaves out (task protection, tasks that register as targets).

import { spawn } from "node:child_process";
import { createServer, request as send } from "node:http";
import { once } from "node:events";

/**
 * @typedef {"fails" | "is throttled" | "is done, and the answer is lost"} Kind
 * @typedef {{method: string, path: string, headers: import("node:http").IncomingHttpHeaders, body: Buffer}} Call
 */

export const SKIP = process.env["MOTO_PYTHON"] ? false : "there is no moto";
const HOST = "127.0.0.1";
/** It ends with its input, so also when the tests are killed. */
const SERVER = `
import sys
from moto.server import ThreadedMotoServer
ThreadedMotoServer(sys.argv[1], int(sys.argv[2]), verbose=False).start()
sys.stdin.read()
`;

/** Starts both; they end with the process. */
export async function startAws() {
  const motoPort = await freePort();
  const moto = spawn(/** @type {string} */ (process.env["MOTO_PYTHON"]), ["-c", SERVER, HOST, String(motoPort)], { stdio: ["pipe", "ignore", "ignore"] });
  process.on("exit", () => moto.kill());
  await untilItAnswers(motoPort);

  /** @type {string[]} */
  const calls = [];
  /** @type {Set<string>} */
  const shielded = new Set();
  /** @type {Map<string, Kind[]>} */
  const faults = new Map();
  /** @type {(call: {cluster: string, service: string, desiredCount: number}) => Promise<void>} */
  let counted = async () => {};
  /** @type {(payload: unknown) => void} */
  let invoked = () => {};

  const proxy = createServer(async (incoming, outgoing) => {
    const call = await readCall(incoming);
    const action = actionOf(call);
    calls.push(action);
    const failing = faults.get(action)?.shift();
    if (failing === "fails") {
      return void outgoing.writeHead(500).end();
    }
    if (failing === "is throttled") {
      return void throttle(call, outgoing);
    }
    const answer = await perform(action, call);
    if (failing === "is done, and the answer is lost") {
      return void outgoing.destroy();
    }
    outgoing.writeHead(answer.status, answer.headers).end(answer.body);
  });

  /** @param {string} action @param {Call} call */
  async function perform(action, call) {
    if (action === "UpdateApiMapping") {
      // moto changes no mapping, but one that is created again takes the place of the other, with its id.
      return forward(motoPort, { ...call, method: "POST", path: call.path.replace(/\/[^/]+$/, "") });
    }
    if (action === "GetTaskProtection") {
      const { tasks } = JSON.parse(call.body.toString());
      return json({ protectedTasks: tasks.map((/** @type {string} */ taskArn) => ({ taskArn, protectionEnabled: shielded.has(taskArn) })), failures: [] });
    }
    if (action === "Invoke") {
      invoked(JSON.parse(call.body.toString() || "{}"));
      return { status: 202, headers: {}, body: Buffer.alloc(0) };
    }
    const answer = await forward(motoPort, call);
    if (action === "UpdateService") {
      await counted(JSON.parse(call.body.toString()));
    }
    return answer;
  }

  proxy.listen(0, HOST);
  await once(proxy, "listening");
  proxy.unref();
  const { port } = /** @type {import("node:net").AddressInfo} */ (proxy.address());
  return {
    url: `http://${HOST}:${port}`,
    calls,
    shielded,
    stop: () => {
      proxy.closeAllConnections();
      proxy.close();
      moto.kill();
    },
    /** The next calls of an action go wrong, each in its way. @param {string} action @param {Kind[]} kinds */
    plant: (action, kinds) => {
      faults.set(action, [...kinds]);
    },
    /** Faults that have not happened. */
    left: () => [...faults].filter(([, kinds]) => kinds.length > 0),
    /** @param {typeof counted} does */
    whenCounted: (does) => {
      counted = does;
    },
    /** @param {typeof invoked} does */
    whenInvoked: (does) => {
      invoked = does;
    },
  };
}

/** @param {Call} call */
function actionOf({ method, path, headers, body }) {
  const target = headers["x-amz-target"];
  if (typeof target === "string") {
    return target.split(".").at(-1) ?? "";
  }
  const operation = /\/operation\/(\w+)/.exec(path) ?? /^Action=(\w+)|&Action=(\w+)/.exec(body.subarray(0, 4000).toString());
  if (operation !== null) {
    return operation[1] ?? operation[2] ?? "";
  }
  if (path.endsWith("/invocations")) {
    return "Invoke";
  }
  if (/\/apimappings\/[^/]+$/.test(path)) {
    return `${{ GET: "Get", PATCH: "Update", DELETE: "Delete" }[method] ?? method}ApiMapping`;
  }
  return `${method} ${path.replace(/^\/v2\/apis\/[^/]+/, "").replace(/\/[^/]+$/, "/…")}`;
}

/** @param {Call} call @param {import("node:http").ServerResponse} outgoing */
function throttle({ headers }, outgoing) {
  if (headers["content-type"]?.startsWith("application/x-www-form")) {
    return outgoing.writeHead(400, { "content-type": "text/xml" }).end("<ErrorResponse><Error><Type>Sender</Type><Code>Throttling</Code><Message>Rate exceeded</Message></Error></ErrorResponse>");
  }
  return outgoing.writeHead(400, { "content-type": headers["content-type"] ?? "application/json", "x-amzn-errortype": "ThrottlingException" }).end('{"__type":"ThrottlingException","message":"Rate exceeded"}');
}

/** @param {unknown} value */
function json(value) {
  return { status: 200, headers: { "content-type": "application/x-amz-json-1.1" }, body: Buffer.from(JSON.stringify(value)) };
}

/** @param {import("node:http").IncomingMessage} incoming @returns {Promise<Call>} */
async function readCall(incoming) {
  const parts = [];
  for await (const part of incoming) {
    parts.push(part);
  }
  return { method: incoming.method ?? "GET", path: incoming.url ?? "/", headers: incoming.headers, body: Buffer.concat(parts) };
}

/** @param {number} port @param {Call} call @returns {Promise<{status: number, headers: import("node:http").IncomingHttpHeaders, body: Buffer}>} */
function forward(port, { method, path, headers, body }) {
  return new Promise((resolve, reject) => {
    const outgoing = send({ host: HOST, port, method, path, headers }, async (answer) => {
      const parts = [];
      for await (const part of answer) {
        parts.push(part);
      }
      const { "transfer-encoding": _, ...rest } = answer.headers;
      resolve({ status: answer.statusCode ?? 500, headers: rest, body: Buffer.concat(parts) });
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

async function freePort() {
  const server = createServer().listen(0, HOST);
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  server.close();
  await once(server, "close");
  return port;
}

/** @param {number} port */
async function untilItAnswers(port) {
  for (let tries = 0; tries < 300; tries++) {
    try {
      await forward(port, { method: "GET", path: "/moto-api/data.json", headers: {}, body: Buffer.alloc(0) });
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error("moto does not answer");
}
