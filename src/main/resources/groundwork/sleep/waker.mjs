// The Lambda function that answers requests while the environment is not awake. It changes nothing but the wish.

import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { answer, unavailable } from "./answer.mjs";
import { calling, ifKnown } from "./calling.mjs";
import { read, write } from "./request.mjs";
import * as store from "./store.mjs";

/**
 * @typedef {import("./answer.mjs").Effect} Effect
 */

const lambda = new LambdaClient(calling);

/** @param {unknown} event */
export async function handler(event) {
  const request = read(event);
  const steps = answer(request);
  try {
    let step = steps.next();
    while (!step.done) {
      step = steps.next(await carryOut(step.value));
    }
    return write(step.value, request);
  } catch (error) {
    console.error(`could not answer: ${error}`);
    return write(unavailable(), request);
  }
}

/** @param {Effect} effect */
async function carryOut(effect) {
  switch (effect.do) {
    case "read":
      return store.read();
    case "wish":
      return ifKnown("whether the wish is kept", store.wish(effect.requests));
    case "call":
      return ifKnown("whether the conductor is called", call());
    case "pause":
      return new Promise((resolve) => setTimeout(resolve, effect.seconds * 1000));
  }
}

/** Without it the conductor would look within a minute all the same. */
async function call() {
  await lambda.send(new InvokeCommand({ FunctionName: process.env["CONDUCTOR"], InvocationType: "Event", Payload: Buffer.from("{}") }));
}
