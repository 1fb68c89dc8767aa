// One invocation of the conductor: rounds under the lease, until there is nothing to wait for or no time for another.

import { round } from "./round.mjs";

/**
 * @typedef {import("./round.mjs").Effect | {do: "lease"} | {do: "release"} | {do: "pause"}} Effect
 */

/**
 * A round remembers nothing of the one before. Effects that fail are thrown into it, and the lease is given back all the same.
 * @returns {Generator<Effect, void, any>}
 */
export function* turn() {
  if (!(yield { do: "lease" })) {
    return;
  }
  try {
    for (;;) {
      const outcome = yield* round();
      const isTimeLeft = outcome !== undefined && !outcome.settled && (yield { do: "pause" });
      if (!isTimeLeft) {
        return;
      }
    }
  } finally {
    yield { do: "release" };
  }
}
