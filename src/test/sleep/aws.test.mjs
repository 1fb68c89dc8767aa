// The real functions with the real SDK against moto: what they change is really changed, whatever goes wrong.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { PutMetricDataCommand } from "@aws-sdk/client-cloudwatch";
import { DeleteItemCommand, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { RunTaskCommand, StopTaskCommand } from "@aws-sdk/client-ecs";
import { CreateApiCommand, CreateApiMappingCommand, CreateDomainNameCommand, CreateStageCommand, GetApiMappingCommand } from "@aws-sdk/client-apigatewayv2";
import { StartDBInstanceCommand } from "@aws-sdk/client-rds";
import { DeleteMessageCommand, ReceiveMessageCommand, SendMessageCommand } from "@aws-sdk/client-sqs";
import { ASLEEP, AWAKE, configure, createEnvironment, HOST, loadFunctions, look } from "./environment.mjs";
import { SKIP, startAws } from "./moto.mjs";

const KINDS = /** @type {import("./moto.mjs").Kind[]} */ (["fails", "is throttled", "is done, and the answer is lost"]);
// Faults are logged, and so are numbers that moto answers as text.
console.warn = () => {};

describe("against moto", { skip: SKIP }, () => {
  /** @type {import("./environment.mjs").Aws} */
  let aws;
  /** @type {import("./environment.mjs").Environment} */
  let environment;
  /** @type {Awaited<ReturnType<typeof loadFunctions>>} */
  let functions;
  /** Conductors that the waker has called. @type {Promise<unknown>[]} */
  let called = [];

  before(async () => {
    aws = await startAws();
    configure(aws);
    environment = await createEnvironment(aws);
    // Two hundred invocations share one process here, so connecting takes them longer than in Lambda.
    functions = await loadFunctions([["calling.mjs", "connectionTimeout: 1_000, requestTimeout: 5_000", "connectionTimeout: 20_000, requestTimeout: 20_000"]]);
    aws.whenInvoked(() => called.push(functions.conduct()));
  });
  after(() => aws.stop());

  async function sleeps() {
    await functions.conduct();
    assert.deepEqual(await look(environment), ASLEEP);
    aws.calls.length = 0;
    called = [];
  }

  async function wakes() {
    await functions.conduct({ want: "wake" });
    assert.deepEqual(await look(environment), AWAKE);
  }

  /** @param {string} action */
  const times = (action) => aws.calls.filter((each) => each === action).length;

  test("idle, it is put to sleep: way, counts, range and database", async () => {
    const state = await functions.conduct();
    assert.equal(state.phase, "asleep");
    assert.deepEqual(await look(environment), ASLEEP);
    const order = aws.calls.filter((call) => ["ModifyRule", "RegisterScalableTarget", "UpdateService", "StopDBInstance"].includes(call));
    assert.deepEqual(order.slice(-5), ["ModifyRule", "RegisterScalableTarget", "UpdateService", "UpdateService", "StopDBInstance"]);
    aws.calls.length = 0;
  });

  test("asleep, a look changes nothing", async () => {
    await functions.conduct();
    assert.deepEqual(aws.calls.filter((call) => /^(Update|Modify|Register|Start|Stop|PutItem)/.test(call)), ["PutItem"], "nothing but the lease");
    aws.calls.length = 0;
  });

  test("200 requests at once start one waking, and get the page", async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => functions.ask()));
    assert.deepEqual(new Set(answers.map((answer) => answer.statusCode)), new Set([503]));
    assert.ok(answers.every((answer) => answer.headers["retry-after"] === "60" && answer.body.includes("Starting up")));
    await Promise.all(called);
    assert.deepEqual(await look(environment), AWAKE);
    assert.deepEqual([called.length, times("Invoke"), times("StartDBInstance"), times("RegisterScalableTarget"), times("UpdateService")], [1, 1, 1, 1, 2]);
  });

  test("a late request is sent on to the service", async () => {
    const answer = await functions.ask({ httpMethod: "POST", path: "/orders", queryStringParameters: { a: "1%202" }, headers: { host: HOST, "x-forwarded-proto": "https" } });
    assert.deepEqual([answer.statusCode, answer.headers.location], [307, `https://${HOST}/orders?a=1%202`]);
  });

  test("a client is held until it is awake, and sent on with its method", async () => {
    await environment.up({ answer: "hold" });
    await functions.conduct();
    await sleeps();
    const answer = await functions.ask({ httpMethod: "POST", path: "/orders", headers: { host: HOST, "x-forwarded-proto": "https" } });
    assert.deepEqual([answer.statusCode, answer.headers.location], [307, `https://${HOST}/orders`]);
    await Promise.all(called);
    assert.deepEqual(await look(environment), AWAKE);
    await environment.up();
  });

  test("what up wants arrives awake, and asleep on the next waking", async () => {
    /** @param {number} max */
    const waves = (max) => environment.config.waves.map((wave) => wave.map((member) => (member.name === "app" ? { ...member, range: { min: 1, max } } : member)));
    await environment.up({ after: 900, waves: waves(5) });
    await functions.conduct();
    assert.equal((await look(environment)).range, "1-5");
    await environment.up({ waves: waves(7) });
    await functions.conduct();
    await functions.conduct();
    assert.deepEqual(await look(environment), ASLEEP);
    await environment.up({ waves: waves(9) });
    await functions.conduct();
    assert.deepEqual(await look(environment), ASLEEP, "up does not wake");
    await functions.conduct({ want: "wake" });
    assert.deepEqual(await look(environment), { ...AWAKE, range: "1-9" });
    await environment.up({ after: 900 });
    await functions.conduct();
    await environment.up();
  });

  test("a database that AWS starts goes back to sleep", async () => {
    await functions.conduct();
    await sleeps();
    await environment.clients.rds.send(new StartDBInstanceCommand({ DBInstanceIdentifier: "db" }));
    await sleeps();
  });

  test("a message wakes what its consumer needs; a request wakes the rest", async () => {
    await environment.clients.sqs.send(new SendMessageCommand({ QueueUrl: environment.queue, MessageBody: "{}" }));
    await functions.conduct();
    assert.deepEqual(await look(environment), { ...ASLEEP, db: "available", worker: 1 });
    await functions.ask();
    await Promise.all(called);
    assert.deepEqual(await look(environment), AWAKE);
  });

  test("a message in flight keeps it awake", async () => {
    const { Messages } = await environment.clients.sqs.send(new ReceiveMessageCommand({ QueueUrl: environment.queue }));
    await functions.conduct();
    assert.deepEqual(await look(environment), AWAKE);
    await environment.clients.sqs.send(new DeleteMessageCommand({ QueueUrl: environment.queue, ReceiptHandle: Messages?.[0]?.ReceiptHandle }));
    await sleeps();
  });

  for (const [what, group, isShielded] of /** @type {const} */ ([["protected task", "service:worker", true], ["job", "family:migrate", false]])) {
    test(`a ${what} keeps it awake`, async () => {
      await wakes();
      const networkConfiguration = { awsvpcConfiguration: { subnets: environment.subnets, securityGroups: [] } };
      const started = await environment.clients.ecs.send(new RunTaskCommand({ cluster: environment.config.cluster, taskDefinition: "task", launchType: "FARGATE", group, networkConfiguration }));
      const task = /** @type {string} */ (started.tasks?.[0]?.taskArn);
      if (isShielded) {
        aws.shielded.add(task);
      }
      await functions.conduct();
      assert.deepEqual(await look(environment), AWAKE);
      aws.shielded.delete(task);
      await environment.clients.ecs.send(new StopTaskCommand({ cluster: environment.config.cluster, task }));
      await sleeps();
    });
  }

  test("by hand it sleeps at once, and a window by hand keeps it awake", async () => {
    const state = await functions.conduct({ want: "wake", minutes: 60 });
    assert.equal(state.phase, "awake");
    await functions.conduct();
    assert.deepEqual(await look(environment), AWAKE);
    assert.equal((await functions.conduct({ want: "sleep" })).phase, "asleep");
    await sleeps();
  });

  test("a service that does not become healthy: the alarm topic is told, the page too, and it sleeps again", async () => {
    await environment.up({ limit: 0, tries: 1 });
    const answer = await functions.ask();
    assert.equal(answer.headers["x-environment"], "waking");
    await Promise.all(called);
    assert.deepEqual(await look(environment), ASLEEP);
    assert.equal(times("Publish"), 1);
    const after = await functions.ask();
    assert.deepEqual([after.statusCode, after.headers["x-environment"]], [503, "failed"]);
    assert.match(after.body, /It could not be started/);
    assert.equal(times("Invoke"), 1, "it is not tried again at once");
    await environment.up();
    await wakes();
  });

  describe("behind an HTTP API", () => {
    const WAKE = { want: "wake", minutes: 60 };
    /** @type {string} */
    let awake;
    /** @type {string} */
    let asleep;
    /** @type {string} */
    let mapping;

    before(async () => {
      const { gateway } = environment.clients;
      const create = async (/** @type {string} */ Name) => {
        const id = /** @type {string} */ ((await gateway.send(new CreateApiCommand({ Name, ProtocolType: "HTTP" }))).ApiId);
        await gateway.send(new CreateStageCommand({ ApiId: id, StageName: "$default" }));
        return id;
      };
      awake = await create("services");
      asleep = await create("waker");
      await gateway.send(new CreateDomainNameCommand({ DomainName: HOST, DomainNameConfigurations: [{ CertificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/1", EndpointType: "REGIONAL", SecurityPolicy: "TLS_1_2" }] }));
      mapping = /** @type {string} */ ((await gateway.send(new CreateApiMappingCommand({ DomainName: HOST, ApiId: awake, Stage: "$default" }))).ApiMappingId);
      const waves = environment.config.waves.map((wave) => wave.map((member) => {
        if (member.kind !== "service" || member.name !== "app") {
          return member;
        }
        const { targets, ...rest } = member;
        return { ...rest, range: { min: 0, max: 3 }, routed: true };
      }));
      await environment.up({ waves, way: [{ kind: "mapping", domain: HOST, mapping, awake, asleep }] });
      await functions.conduct(WAKE);
    });
    after(async () => {
      await environment.up();
      await functions.conduct({ want: "sleep" });
      await wakes();
    });

    const leadsTo = async () => (await environment.clients.gateway.send(new GetApiMappingCommand({ DomainName: HOST, ApiMappingId: mapping }))).ApiId;

    test("the domain leads to the waker's API before anything stops, and back once a task runs", async () => {
      aws.calls.length = 0;
      await functions.conduct({ want: "sleep" });
      assert.equal(await leadsTo(), asleep);
      assert.deepEqual((await look(environment)).app, 0);
      const order = aws.calls.filter((call) => ["UpdateApiMapping", "UpdateService", "StopDBInstance"].includes(call));
      assert.deepEqual(order, ["UpdateApiMapping", "UpdateService", "UpdateService", "StopDBInstance"]);
      aws.calls.length = 0;
      await functions.conduct(WAKE);
      assert.equal(await leadsTo(), awake);
      const seen = await look(environment);
      assert.deepEqual([seen.app, seen.range, seen.db], [1, "0-3", "available"]);
      assert.deepEqual(aws.calls.filter((call) => ["UpdateApiMapping", "UpdateService", "StartDBInstance"].includes(call)).at(-1), "UpdateApiMapping");
    });

    test("a request by the API's own event wakes it, and is sent on to its own address", async () => {
      await functions.conduct({ want: "sleep" });
      called = [];
      const request = { httpMethod: undefined, path: undefined, rawPath: "/api/a b", rawQueryString: "c=1%202", requestContext: { http: { method: "POST" } } };
      assert.equal((await functions.ask(request)).statusCode, 503);
      await Promise.all(called);
      assert.equal(await leadsTo(), awake);
      const answer = await functions.ask(request);
      assert.deepEqual([answer.statusCode, answer.headers.location], [307, `https://${HOST}/api/a%20b?c=1%202`]);
    });

    for (const kind of KINDS) {
      test(`GetApiMapping, UpdateApiMapping: ${kind}`, async () => {
        const faulty = await loadFunctions([["calling.mjs", "maxAttempts: 3", "maxAttempts: 1"], ["conductor.mjs", "LEASE_SECONDS = 75", "LEASE_SECONDS = 0.1"]]);
        await functions.conduct(WAKE);
        for (const [event, api] of /** @type {const} */ ([[{ want: "sleep" }, asleep], [WAKE, awake]])) {
          ["GetApiMapping", "UpdateApiMapping"].forEach((action) => aws.plant(action, [kind]));
          await faulty.conduct(event).catch(() => undefined);
          await new Promise((resolve) => setTimeout(resolve, 110));
          await faulty.conduct();
          assert.equal(await leadsTo(), api);
          assert.deepEqual(aws.left(), [], "the faults have happened");
        }
      });
    }
  });

  describe("each call goes wrong once", () => {
    /** @type {Awaited<ReturnType<typeof loadFunctions>>} */
    let faulty;
    before(async () => {
      // Without the SDK's own repeats each fault is seen by the functions, and a lease that was left behind is over soon.
      faulty = await loadFunctions([["calling.mjs", "maxAttempts: 3", "maxAttempts: 1"], ["conductor.mjs", "LEASE_SECONDS = 75", "LEASE_SECONDS = 0.1"]]);
      aws.whenInvoked(() => called.push(faulty.conduct().catch(() => undefined)));
    });

    /** A minute's call, until it is where it should be. @param {object} wanted @param {() => Promise<unknown>} does */
    async function until(wanted, does) {
      for (let tries = 0; tries < 16; tries++) {
        await does().catch(() => undefined);
        await Promise.all(called.splice(0));
        if ((await phase()) === (wanted === AWAKE ? "awake" : "asleep")) {
          break;
        }
        await new Promise((resolve) => setTimeout(resolve, 110));
      }
      assert.deepEqual(await look(environment), wanted);
    }

    async function phase() {
      const { Item } = await environment.clients.dynamo.send(new GetItemCommand({ TableName: "sleep", Key: { id: { S: "state" } }, ConsistentRead: true }));
      return JSON.parse(Item?.["body"]?.S ?? "{}").phase;
    }

    /** @param {string[]} actions @param {import("./moto.mjs").Kind[]} kinds */
    async function sleepsAndWakes(actions, kinds) {
      await environment.clients.dynamo.send(new DeleteItemCommand({ TableName: "sleep", Key: { id: { S: "lease" } } }));
      actions.forEach((action) => aws.plant(action, kinds));
      await until(ASLEEP, () => faulty.conduct());
      await until(AWAKE, async () => {
        await faulty.ask();
        await Promise.all(called.splice(0));
        return (await phase()) === "awake" || faulty.conduct();
      });
      assert.deepEqual(aws.left(), [], "the faults have happened");
    }

    for (const actions of [
      ["GetItem", "RegisterScalableTarget"],
      ["PutItem", "ModifyRule"],
      ["UpdateItem", "DescribeServices", "StopDBInstance"],
      ["DescribeScalableTargets", "DescribeRules", "UpdateService"],
      ["DescribeDBInstances", "GetQueueAttributes", "StartDBInstance"],
      ["GetMetricData", "ListTasks", "DescribeTargetHealth"],
    ]) {
      test(`${actions.join(", ")}: ${KINDS.join(", then ")}`, () => sleepsAndWakes(actions, KINDS));
    }

    for (const kind of KINDS) {
      test(`DeleteItem, Invoke: ${kind}`, () => sleepsAndWakes(["DeleteItem", "Invoke"], [kind]));
    }
  });

  test("requests keep it awake, and only those of its target groups", async () => {
    await sleeps();
    await wakes();
    const count = (/** @type {string} */ group) => environment.clients.watch.send(new PutMetricDataCommand({
      Namespace: "AWS/ApplicationELB",
      MetricData: [{ MetricName: "RequestCount", Value: 3, Dimensions: Object.entries({ ...environment.dimensions, TargetGroup: group }).map(([Name, Value]) => ({ Name, Value })) }],
    }));
    await environment.up({ after: 45 });
    await count("targetgroup/other/2");
    await count(environment.dimensions.TargetGroup);
    const old = await functions.conduct();
    assert.equal(old.phase, "awake");
    await environment.up();
  });

});
