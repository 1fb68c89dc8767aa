// Faults planted in the functions' source: the checker has to see each of them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { checker } from "./checker.mjs";
import { copy, load, plant } from "./sources.mjs";
import { COURSES, STARTS } from "./starts.mjs";
import { Violation } from "./world.mjs";

const FAULTS = /** @type {[string, string, string, string][]} */ ([
  ["falls asleep without another look", "falling.mjs", "(seen.work.lastUse ?? 0) > (state.quiet ?? 0) || isInFlight(config, state, seen)", "isInFlight(config, state, seen)"],
  ["falls asleep with the way open", "falling.mjs", 'if (!isWay(config, seen, "closed")) {', "if (false) {"],
  ["does not see a request while it falls asleep", "falling.mjs", "if (scope !== undefined) {", "if (false) {"],
  ["stops the database first", "falling.mjs", "config.waves.findLast(", "config.waves.find("],
  ["stops over a protected task", "falling.mjs", "if ((seen.work?.busy.length ?? 0) > 0) {", "if (false) {"],
  ["takes an unknown member for a resting one", "members.mjs", `  if (now === undefined) {
    return false;
  }
  if (now.kind === "service") {`, `  if (now === undefined) {
    return true;
  }
  if (now.kind === "service") {`],
  ["leaves the range open", "members.mjs", "if (tasks.range !== undefined && tasks.range.max !== 0) {", "if (false) {"],
  ["opens the way to tasks that only run", "members.mjs", "&& (least(member) === 0 || tasks.healthy)", ""],
  ["opens the way of an HTTP API to no task", "members.mjs", " || service.routed ?", " ?"],
  ["takes an unknown member for a ready one", "members.mjs", `  if (now === undefined) {
    return false;
  }
  if (member.kind === "service") {
    const tasks = /** @type {ServiceSeen} */ (now);
    return differences`, `  if (now === undefined) {
    return true;
  }
  if (member.kind === "service") {
    const tasks = /** @type {ServiceSeen} */ (now);
    return differences`],
  ["starts everything at once", "waking.mjs", "waiting.flatMap((member) => run(member, seen))", "config.waves.flat().flatMap((member) => run(member, seen))"],
  ["wakes for a message, and forgets the request", "waking.mjs", "scope: both(before.scope, wanted)", "scope: before.scope"],
  ["never gives up", "waking.mjs", "if (tries < config.tries) {", "if (true) {"],
  ["tells nobody that it gave up", "waking.mjs", ", tell: `${config.environment} could not be woken: ${why}`", ""],
  ["opens the way when only some are awake", "waking.mjs", 'const way = state.scope === "all" ? "open" : "closed";', 'const way = /** @type {string} */ ("open");'],
  ["leaves what up wants for later", "awake.mjs", "if (state.applied === config.revision) {", "if (true) {"],
  ["lets run what AWS has started", "asleep.mjs", "running !== undefined && isIdle ?", "false ?"],
  ["wakes when something runs", "asleep.mjs", "return { state, actions: running !== undefined && isIdle ? running.flatMap((member) => rest(member, seen)) : [] };",
    'return { state: running !== undefined ? begins(state, "all", seen.at) : state, actions: [] };'],
  ["works without the lease", "turn.mjs", 'if (!(yield { do: "lease" })) {', 'if ((yield { do: "lease" }) === undefined) {'],
  ["goes on when another has saved", "round.mjs", 'if (!(yield { do: "save", state: decision.state, version, config })) {', 'if ((yield { do: "save", state: decision.state, version, config }) === undefined) {'],
  ["falls asleep in the window of a person", "causes.mjs", "return now < (wish.keep ?? 0) || isWithin(config.hours, now);", "return isWithin(config.hours, now);"],
  ["applies no changed count", "members.mjs", "if (now.desired !== count) {", "if (now.desired === 0 && count > 0) {"],
  ["stops what others still call", "falling.mjs", "running.flatMap((member) => rest(member, seen))", "config.waves.flat().flatMap((member) => rest(member, seen))"],
  ["sends on before it is awake", "answer.mjs", 'const isAwake = state.phase === "awake" && state.scope === "all";', 'const isAwake = state.phase !== "asleep";'],
  ["does not wake for a request", "answer.mjs", "const wake = isWakeable && !isComing && wish.requests === state.heard.requests;", "const wake = false;"],
]);

for (const [name, file, from, to] of FAULTS) {
  test(`the checker sees that it ${name}`, async (t) => {
    const folder = copy("fault");
    plant(folder, file, from, to);
    const { turn } = await load(folder, "turn.mjs");
    const { answer } = await load(folder, "answer.mjs");
    const seen = firstViolation({ turn, answer });
    assert.ok(seen !== undefined, "nothing was seen");
    t.diagnostic(seen);
  });
}

/** Near the starts first: most faults show there. @param {import("./events.mjs").Protocol} protocol */
function firstViolation(protocol) {
  for (const most of [150, 1_000]) {
    for (const [name, start] of Object.entries(STARTS)) {
      const seen = violation(name, protocol, ({ explore, wander }) => {
        explore(start(), most, true);
        explore(start(), most);
        wander(start(), most / 100, 80);
      });
      if (seen !== undefined) {
        return seen;
      }
    }
    for (const [name, start] of Object.entries(COURSES)) {
      const seen = violation(name, protocol, ({ deviate, disturb }) => {
        deviate(start(), 1, most);
        disturb(start(), most / 10, 3);
      });
      if (seen !== undefined) {
        return seen;
      }
    }
  }
  return undefined;
}

/** @param {string} name @param {import("./events.mjs").Protocol} protocol @param {(each: ReturnType<typeof checker>) => void} look */
function violation(name, protocol, look) {
  try {
    look(checker(protocol));
    return undefined;
  } catch (error) {
    if (!(error instanceof Violation)) {
      throw error;
    }
    return `${name}: ${error.message.split("\n")[0]}`;
  }
}
