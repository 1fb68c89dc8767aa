// Whether requests are led to the services or to the waker. An environment without an entrance always leads right.

/**
 * @typedef {import("./types.mjs").Config} Config
 * @typedef {import("./types.mjs").Seen} Seen
 * @typedef {import("./types.mjs").Action} Action
 */

/** @param {Config} config @param {Seen} seen @param {"open" | "closed"} wanted */
export function isWay(config, seen, wanted) {
  return config.way.length === 0 || seen.way === wanted;
}

/** Nothing where it is unknown: the next look will tell. @param {Seen} seen @param {"open" | "closed"} wanted @returns {Action[]} */
export function switching(seen, wanted) {
  return seen.way === undefined ? [] : [{ do: wanted === "open" ? "open" : "close" }];
}
