// Requests as the load balancer or an HTTP API hands them over, and answers as both take them.

/**
 * @typedef {{method: string, path: string, address: string, headers: Record<string, string>}} Request
 * @typedef {{status: number, headers: Record<string, string>, body: string}} Response
 */

/** @param {any} event @returns {Request} */
export function read(event) {
  const headers = Object.fromEntries(Object.entries(event.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]));
  const path = event.rawPath ?? event.path ?? "/";
  const query = event.rawQueryString ?? joined(event.queryStringParameters);
  const method = (event.httpMethod ?? event.requestContext?.http?.method ?? "GET").toUpperCase();
  return { method, path, headers, address: address(headers, path, query) };
}

/** Absolute, so that a path such as //example.com leads nowhere else. @param {Record<string, string>} headers @param {string} path @param {string} query */
function address(headers, path, query) {
  const protocol = headers["x-forwarded-proto"] === "http" ? "http" : "https";
  const host = /^[a-z0-9.-]+(:\d+)?$/i.test(headers["host"] ?? "") ? headers["host"] : undefined;
  const rest = `/${path.replace(/^\//, "")}${query === "" ? "" : `?${query}`}`.replace(/[^\x21-\x7e]/g, encodeURIComponent);
  return host === undefined ? rest.replace(/^[/\\]+/, "/") : `${protocol}://${host}${rest}`;
}

/** The load balancer leaves names and values encoded. @param {Record<string, string> | undefined} parameters */
function joined(parameters) {
  return Object.entries(parameters ?? {}).map(([name, value]) => (value === "" ? name : `${name}=${value}`)).join("&");
}

const DESCRIPTIONS = /** @type {Record<number, string>} */ ({ 200: "OK", 307: "Temporary Redirect", 503: "Service Unavailable" });

/** @param {Response} response @param {Request} request */
export function write({ status, headers, body }, request) {
  return {
    statusCode: status,
    statusDescription: `${status} ${DESCRIPTIONS[status]}`,
    headers,
    body: request.method === "HEAD" ? "" : body,
    isBase64Encoded: false,
  };
}

/** @param {Request} request @param {import("./types.mjs").Config} config @returns {"probe" | "upgrade" | "prefetch" | "browser" | "client"} */
export function kindOf(request, config) {
  const { headers, method, path } = request;
  const agent = (headers["user-agent"] ?? "").toLowerCase();
  if (config.probes?.paths?.includes(path) || config.probes?.userAgents?.some((name) => agent.includes(name.toLowerCase()))) {
    return "probe";
  }
  if (headers["upgrade"] !== undefined) {
    return "upgrade";
  }
  if (/prefetch|prerender/.test(`${headers["sec-purpose"]} ${headers["purpose"]}`)) {
    return "prefetch";
  }
  const isRead = method === "GET" || method === "HEAD";
  return isRead && (headers["accept"] ?? "").toLowerCase().includes("text/html") ? "browser" : "client";
}
