// What uses an environment: requests, messages, protected tasks, jobs.

import { CloudWatchClient, GetMetricDataCommand } from "@aws-sdk/client-cloudwatch";
import { GetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { calling, chunks, ifKnown } from "./calling.mjs";
import { busy } from "./tasks.mjs";

/**
 * @typedef {import("./types.mjs").Config} Config
 * @typedef {import("./types.mjs").Activity} Activity
 * @typedef {import("./types.mjs").Queue} Queue
 * @typedef {import("./types.mjs").Work} Work
 */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const watch = new CloudWatchClient(calling);
const sqs = new SQSClient(calling);

/** Undefined where any part is unknown. @param {Config} config @param {number} since @param {number} now @returns {Promise<Work | undefined>} */
export async function look(config, since, now) {
  const services = config.waves.flat().filter((member) => member.kind === "service");
  const clusters = [...new Set([...services.map(({ cluster }) => cluster), ...(config.cluster ? [config.cluster] : [])])];
  const reasons = Promise.all(
    clusters.map((cluster) => busy(cluster, services.filter((service) => service.cluster === cluster), cluster === config.cluster)),
  );
  return ifKnown("work", Promise.all([lastUse(config.activity, since, now), reasons]).then(([last, all]) => ({
    busy: all.flat(),
    ...(last === undefined ? {} : { lastUse: last }),
  })));
}

/** The end of the last minute in which a metric was above its threshold. @param {Activity[]} activity @param {number} since @param {number} now */
async function lastUse(activity, since, now) {
  const from = Math.floor(Math.max(since - MINUTE, now - DAY) / MINUTE) * MINUTE;
  const moments = await Promise.all(chunks(activity, 500).map((some) => moments500(some, from, now)));
  const all = moments.flat();
  return all.length === 0 ? undefined : Math.max(...all);
}

/** @param {Activity[]} activity @param {number} from @param {number} now */
async function moments500(activity, from, now) {
  const moments = [];
  /** @type {string | undefined} */
  let NextToken;
  do {
    const answer = await watch.send(
      new GetMetricDataCommand({
        MetricDataQueries: activity.map((each, i) => ({ Id: `m${i}`, MetricStat: metric(each) })),
        StartTime: new Date(from),
        EndTime: new Date(now),
        ...(NextToken ? { NextToken } : {}),
      }),
    );
    for (const { Id, StatusCode, Timestamps, Values } of answer.MetricDataResults ?? []) {
      if (StatusCode !== undefined && StatusCode !== "Complete" && StatusCode !== "PartialData") {
        throw new Error(`metric ${Id} is ${StatusCode}`);
      }
      const above = activity[Number(Id?.slice(1))]?.above ?? 0;
      moments.push(...(Timestamps ?? []).filter((_, i) => (Values?.[i] ?? 0) > above).map((time) => time.getTime() + MINUTE));
    }
    NextToken = answer.NextToken;
  } while (NextToken);
  return moments;
}

/** @param {Activity} activity */
function metric({ namespace, metric: MetricName, dimensions }) {
  const Dimensions = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));
  return { Metric: { Namespace: namespace, MetricName, Dimensions }, Period: 60, Stat: "Sum" };
}

/** @param {Queue[]} queues */
export async function lookAtQueues(queues) {
  const pairs = await Promise.all(
    queues.map(async ({ name, url }) => {
      const messages = await ifKnown(`queue ${name}`, messagesOf(url));
      return messages === undefined ? [] : [[name, messages]];
    }),
  );
  return Object.fromEntries(pairs.flat());
}

/** @param {string} QueueUrl */
async function messagesOf(QueueUrl) {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"] }),
  );
  return { visible: Number(Attributes?.ApproximateNumberOfMessages ?? 0), inFlight: Number(Attributes?.ApproximateNumberOfMessagesNotVisible ?? 0) };
}
