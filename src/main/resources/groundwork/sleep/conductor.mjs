// The Lambda function that puts an environment to sleep and wakes it; called every minute, by the waker, and by people.

import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { calling } from "./calling.mjs";
import * as databases from "./databases.mjs";
import { phaseMetrics, stateMetrics } from "./metrics.mjs";
import * as store from "./store.mjs";
import * as tasks from "./tasks.mjs";
import { turn } from "./turn.mjs";
import * as way from "./way.mjs";
import * as work from "./work.mjs";

/**
 * @typedef {import("./types.mjs").Config} Config
 * @typedef {import("./types.mjs").Action} Action
 * @typedef {import("./types.mjs").Seen} Seen
 * @typedef {import("./types.mjs").Database} Database
 * @typedef {import("./turn.mjs").Effect} Effect
 * @typedef {{awsRequestId: string, getRemainingTimeInMillis(): number}} Context
 */

const PAUSE = Number(process.env["PAUSE"] ?? 3) * 1000;
/** An invocation ends after a minute at the latest, so nobody acts on a lease that is over. */
const LEASE_SECONDS = 75;
const LEFT_FOR_THE_LAST_ROUND = 12_000;
const sns = new SNSClient(calling);

/** @param {{want?: "wake" | "sleep", minutes?: number}} event @param {Context} context */
export async function handler(event, context) {
  if (event.want === "wake" || event.want === "sleep") {
    await store.wishByHand(event.want, event.want === "wake" ? Date.now() + (event.minutes ?? 0) * 60_000 : 0);
  }
  await perform(context);
  const { config, state } = await store.read();
  phaseMetrics(state, config);
  return state;
}

/** @param {Context} context */
async function perform(context) {
  const steps = turn();
  let step = steps.next();
  while (!step.done) {
    step = await carryOut(step.value, context).then(
      (answer) => steps.next(answer),
      (error) => steps.throw(error),
    );
  }
}

/** @param {Effect} effect @param {Context} context @returns {Promise<unknown>} */
async function carryOut(effect, context) {
  switch (effect.do) {
    case "lease":
      return store.lease(context.awsRequestId, LEASE_SECONDS);
    case "release":
      return store.release(context.awsRequestId);
    case "pause":
      return pause(context);
    case "read":
      return store.read();
    case "look":
      return look(effect.config);
    case "work":
      return work.look(effect.config, effect.since, Date.now());
    case "save":
      return save(effect);
    case "act":
      return attempt(effect.action, effect.config);
  }
}

/** Whether there is time for another round. @param {Context} context */
async function pause(context) {
  await new Promise((resolve) => setTimeout(resolve, PAUSE));
  return context.getRemainingTimeInMillis() > LEFT_FOR_THE_LAST_ROUND;
}

/** @param {Config} config @returns {Promise<Seen>} */
async function look(config) {
  const members = config.waves.flat();
  const [services, instances, queues, entrance] = await Promise.all([
    tasks.look(members.filter((member) => member.kind === "service")),
    databases.look(members.filter((member) => member.kind !== "service")),
    work.lookAtQueues(config.queues),
    way.look(config.way),
  ]);
  return { at: Date.now(), members: { ...services, ...instances }, queues, ...(entrance === undefined ? {} : { way: entrance }) };
}

/** @param {Extract<Effect, {do: "save"}>} effect */
async function save({ state, version, config }) {
  const saved = await store.save(state, version);
  if (saved) {
    stateMetrics(state, config);
  }
  return saved;
}

/** What fails is seen, and done again, in the next round. @param {Action} action @param {Config} config @returns {Promise<string | undefined>} */
async function attempt(action, config) {
  try {
    await act(action, config);
    return undefined;
  } catch (error) {
    console.warn(`${action.do} failed: ${error}`);
    return error instanceof Error ? error.name : String(error);
  }
}

/** @param {Action} action @param {Config} config */
async function act(action, config) {
  switch (action.do) {
    case "open":
      return way.open(config.way);
    case "close":
      return way.close(config.way);
    case "range":
      return tasks.scale(action.member, action.range);
    case "count":
      return tasks.count(action.member, action.count);
    case "start":
      return databases.start(action.member);
    case "stop":
      return databases.stop(action.member);
    case "tell":
      return tell(config, action.text);
  }
}

/** @param {Config} config @param {string} text */
async function tell(config, text) {
  console.error(text);
  if (config.topic !== undefined) {
    await sns.send(new PublishCommand({ TopicArn: config.topic, Subject: `${config.environment} sleep`.slice(0, 100), Message: text }));
  }
}
