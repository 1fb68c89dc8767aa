// The items of the table: configuration, state, wishes, lease. Writes are conditional, so of two writers one loses.

import { createHash } from "node:crypto";
import { ConditionalCheckFailedException, DeleteItemCommand, DynamoDBClient, GetItemCommand, PutItemCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { calling } from "./calling.mjs";

/**
 * @typedef {import("./types.mjs").Config} Config
 * @typedef {import("./types.mjs").State} State
 * @typedef {import("./types.mjs").Wish} Wish
 * @typedef {import("@aws-sdk/client-dynamodb").AttributeValue} Value
 */

const client = new DynamoDBClient(calling);
const TableName = process.env["TABLE"];

/** @param {string} id */
async function get(id) {
  const { Item } = await client.send(new GetItemCommand({ TableName, Key: { id: { S: id } }, ConsistentRead: true }));
  return Item;
}

/** @param {Promise<unknown>} write whether its condition held */
async function isWritten(write) {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) {
      return false;
    }
    throw error;
  }
}

/** @param {Value | undefined} value */
const number = (value) => Number(value?.N ?? 0);

/** @returns {Promise<import("./round.mjs").Read>} */
export async function read() {
  const [config, state, wish] = await Promise.all([get("config"), get("state"), get("wish")]);
  const body = config?.["body"]?.S;
  if (body === undefined) {
    throw new Error("the table has no configuration");
  }
  const revision = createHash("sha256").update(body).digest("hex").slice(0, 16);
  return {
    config: { ...JSON.parse(body), revision },
    ...(state?.["body"]?.S === undefined ? {} : { state: JSON.parse(state["body"].S) }),
    version: number(state?.["version"]),
    wish: wishOf(wish),
    now: Date.now(),
  };
}

/** @param {Record<string, Value> | undefined} item @returns {Wish} */
function wishOf(item) {
  const want = item?.["want"]?.S;
  return {
    requests: number(item?.["requests"]),
    hands: number(item?.["hands"]),
    ...(want === "wake" || want === "sleep" ? { want } : {}),
    ...(item?.["keep"] === undefined ? {} : { keep: number(item["keep"]) }),
  };
}

/** @param {State} state @param {number} version */
export function save(state, version) {
  return isWritten(
    client.send(
      new PutItemCommand({
        TableName,
        Item: { id: { S: "state" }, body: { S: JSON.stringify(state) }, version: { N: String(version + 1) } },
        ConditionExpression: "attribute_not_exists(id) OR version = :version",
        ExpressionAttributeValues: { ":version": { N: String(version) } },
      }),
    ),
  );
}

/** One wish, however many requests: it counts only once all earlier ones have been heard. @param {number} requests */
export function wish(requests) {
  return isWritten(
    client.send(
      new UpdateItemCommand({
        TableName,
        Key: { id: { S: "wish" } },
        UpdateExpression: "SET requests = :next",
        ConditionExpression: requests === 0 ? "attribute_not_exists(requests) OR requests = :last" : "requests = :last",
        ExpressionAttributeValues: { ":next": { N: String(requests + 1) }, ":last": { N: String(requests) } },
      }),
    ),
  );
}

/** @param {"wake" | "sleep"} want @param {number} keep until when to stay awake */
export async function wishByHand(want, keep) {
  await client.send(
    new UpdateItemCommand({
      TableName,
      Key: { id: { S: "wish" } },
      UpdateExpression: "SET want = :want, keep = :keep ADD hands :one",
      ExpressionAttributeValues: { ":want": { S: want }, ":keep": { N: String(keep) }, ":one": { N: "1" } },
    }),
  );
}

/** @param {string} owner @param {number} seconds longer than an invocation may take */
export function lease(owner, seconds) {
  const now = Date.now();
  return isWritten(
    client.send(
      new PutItemCommand({
        TableName,
        Item: { id: { S: "lease" }, holder: { S: owner }, until: { N: String(now + seconds * 1000) } },
        ConditionExpression: "attribute_not_exists(id) OR #until < :now",
        ExpressionAttributeNames: { "#until": "until" },
        ExpressionAttributeValues: { ":now": { N: String(now) } },
      }),
    ),
  );
}

/** @param {string} owner */
export function release(owner) {
  return isWritten(
    client.send(
      new DeleteItemCommand({
        TableName,
        Key: { id: { S: "lease" } },
        ConditionExpression: "holder = :owner",
        ExpressionAttributeValues: { ":owner": { S: owner } },
      }),
    ),
  );
}
