// One key for worlds that can't be told apart: times count from now, what is long ago is just old, and names that can be exchanged are.

import { SECOND } from "./world.mjs";

/**
 * @typedef {import("./world.mjs").World} World
 * @typedef {import("./world.mjs").State} State
 * @typedef {import("./world.mjs").Wish} Wish
 * @typedef {import("./world.mjs").Running} Running
 */

const OLD = -12 * SECOND;

/** @param {World} w */
export function keyOf(w) {
  const text = textOf(w, NAMES);
  const { alike } = w.system;
  if (alike === undefined) {
    return hash(text);
  }
  const exchanged = textOf(w, new Map(alike.flatMap(([one, other]) => [[one, other], [other, one]])));
  return hash(text < exchanged ? text : exchanged);
}

/** @typedef {Map<string, string>} Names what names are exchanged for */
/** @type {Names} */
const NAMES = new Map();

/** @param {World} w @param {Names} names */
function textOf(w, names) {
  const { wanted, left } = w;
  const now = w.t * SECOND;
  const holder = w.lease === undefined ? "" : `${w.conductors.some((running) => running?.id === w.lease?.holder)}${w.lease.until - w.t}`;
  const conductors = w.conductors.map((running) => (running === undefined ? "" : `${running.id === w.lease?.holder}${runningText(running, w, names)}`)).sort();
  return [
    wanted.range, wanted.count, wanted.extra, wanted.gone, w.pending, w.definition, w.way, ordered(w.databases, names, String), w.paused,
    ordered(w.services, names, tasksText), ordered(w.queues, names, messagesText), w.flying, ago(w.use * SECOND, now), ago(w.used * SECOND, now),
    name(w.shielded ?? "", names), w.broken, w.written, w.lost, w.asked, stateText(w.state, now, names), wishText(w.wish, now), holder, conductors.join("|"),
    w.waker === undefined ? "" : runningText(w.waker, w, names), w.late === undefined ? "" : actionText(w.late, names), Math.min(w.told, 2), w.turns,
    left.requests, left.messages, left.faults, left.ups, left.hands, left.starts, left.jobs, left.breaks, left.calls, left.losses,
  ].join();
}

/** @param {string} text @param {Names} names */
const name = (text, names) => names.get(text) ?? text;

/** @template T @param {Record<string, T>} all @param {Names} names @param {(each: T) => string} text */
function ordered(all, names, text) {
  if (names.size === 0) {
    let whole = "";
    for (const key in all) {
      whole += `${key}=${text(/** @type {T} */ (all[key]))};`;
    }
    return whole;
  }
  return Object.keys(all).map((key) => `${key}=${text(/** @type {T} */ (all[name(key, names)]))}`).join(";");
}

/** @param {any} tasks */
const tasksText = ({ min, max, desired, running, healthy, runs }) => `${min} ${max} ${desired} ${running} ${healthy} ${runs}`;
/** @param {any} messages */
const messagesText = ({ visible, inFlight }) => `${visible} ${inFlight}`;
/** @param {any} action @param {Names} names */
const actionText = (action, names) => `${action.do} ${name(action.member?.name ?? "", names)} ${action.count} ${action.range?.max}`;

/** @param {number | undefined} time @param {number} now */
const ago = (time, now) => (time === undefined ? "" : Math.max(time - now, OLD));

/** @param {State | undefined} state @param {number} now @param {Names} names */
function stateText(state, now, names) {
  if (state === undefined) {
    return "";
  }
  const { phase, scope, since, used, heard, closed, quiet, tried, tries, failed, late, skip, tell, applied } = state;
  const members = scope === "all" ? scope : scope.map((each) => name(each, names)).sort().join(" ");
  return [phase, members, ago(since, now), ago(used, now), heard.requests, heard.hands, ago(closed, now), ago(quiet, now), ago(tried, now), tries, ago(failed?.at, now), failed?.times,
    late, skip, tell === undefined, applied].join();
}

/** @param {Wish} wish @param {number} now */
function wishText({ requests, hands, want, keep = 0 }, now) {
  return `${requests},${hands},${want},${Math.max(keep - now, 0)}`;
}

/** @param {Running} running @param {World} w @param {Names} names */
function runningText(running, w, names) {
  return `${running.began - w.t}:${running.answers.map((answer) => answerText(answer, w, names)).join(";")}`;
}

/** @param {any} answer @param {World} w @param {Names} names */
function answerText(answer, w, names) {
  const now = w.t * SECOND;
  if (answer?.config !== undefined) {
    return [answer.config.revision, stateText(answer.state, now, names), w.version - answer.version, wishText(answer.wish, now), ago(answer.now, now)].join();
  }
  if (answer?.members !== undefined) {
    return [ago(answer.at, now), answer.way, ordered(answer.members, names, memberText), ordered(answer.queues, names, (each) => (each === undefined ? "" : messagesText(each)))].join();
  }
  return answer?.busy === undefined ? String(answer) : `${ago(answer.lastUse, now)},${answer.busy.map((/** @type {string} */ each) => each.replace(/\w+$/, (last) => name(last, names))).join()}`;
}

/** @param {any} member */
const memberText = (member) => (member === undefined ? "" : `${member.status} ${member.range?.min} ${member.range?.max} ${member.desired} ${member.running} ${member.healthy}`);

/** 53 bits. @param {string} text */
function hash(text) {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 2654435761);
    b = Math.imul(b ^ c, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
