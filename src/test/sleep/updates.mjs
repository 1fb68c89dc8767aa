// What `pulumi up` does while the functions work: services first and the configuration last, or the other way round where something goes.

import { servicesOf, sizeOf } from "./systems.mjs";

/**
 * @typedef {import("./world.mjs").World} World
 */

/** Each change that may still be made. @param {World} w @returns {[string, World][]} */
export function updates(w) {
  if (w.pending !== undefined) {
    return [];
  }
  const { wanted, services } = w;
  /** @type {[string, World][]} */
  const next = [];
  if (wanted.range === 0) {
    next.push(["up: another range", { ...w, wanted: { ...wanted, range: 1 } }]);
  }
  if (wanted.count === 0 && Object.values(w.system.services).some(({ count }) => count !== undefined)) {
    next.push(["up: another count", { ...w, wanted: { ...wanted, count: 1 } }]);
  }
  if (w.definition === 0) {
    next.push(["up: another task definition", { ...w, definition: 1 }]);
  }
  if (!wanted.extra && services["extra"] === undefined) {
    next.push(["up: a service more", { ...w, pending: "extra", services: { ...services, extra: { min: 1, max: 1, desired: 1, running: 0, healthy: false, runs: 0 } } }]);
  }
  if (!wanted.gone && services["side"] !== undefined) {
    next.push(["up: a service less", { ...w, pending: "gone", wanted: { ...wanted, gone: true } }]);
  }
  const app = services["app"];
  if (app !== undefined && w.way === "closed") {
    const size = sizeOf(/** @type {any} */ (servicesOf(w.system, wanted)["app"]), wanted);
    const { min, max } = "range" in size ? size.range : app;
    next.push(["up: writes the range", { ...w, written: true, services: { ...services, app: { ...app, min, max } } }]);
  }
  return next;
}

/** The second half of an update. @param {World} w @returns {[string, World][]} */
export function continued(w) {
  if (w.pending === "extra") {
    return [["up goes on", { ...w, pending: undefined, wanted: { ...w.wanted, extra: true } }]];
  }
  if (w.pending === "gone") {
    const { side, ...services } = w.services;
    return [["up goes on", { ...w, pending: undefined, services }]];
  }
  return [];
}
