import { deepEqual, equal, ok } from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { after, before, describe, test } from "node:test";
import texts from "../rules.json";
import { rules } from "../src/rules";

const { unknownStringValue: UNKNOWN } = require("@pulumi/policy/proxy");
const grpc = require("@grpc/grpc-js");
const analyzer = require("@pulumi/pulumi/proto/analyzer_grpc_pb");
const messages = require("@pulumi/pulumi/proto/analyzer_pb");
const { Struct } = require("google-protobuf/google/protobuf/struct_pb");
const { Empty } = require("google-protobuf/google/protobuf/empty_pb");

describe("the table of rules", () => {
    test("has a check for each text, each once, and the texts by name", () => {
        deepEqual(rules.map(rule => rule.id).sort(), Object.keys(texts));
        for (const rule of rules) {
            ok(rule.remedy, `${rule.id} has no remedy`);
        }
    });

    test("has levels, environments and defaults that there are", () => {
        for (const { id, level, environments = [], parameters } of rules) {
            ok(["mandatory", "advisory"].includes(level), `${id} is ${level}`);
            ok(
                environments.every(it => ["production", "staging", "preview"].includes(it)),
                `${id} is for ${environments}`,
            );
            ok(
                Object.values(parameters).every(it => "default" in it && it.description !== ""),
                id,
            );
        }
    });
});

const SUMMARIES = 5;
const SOUND = {
    instanceClass: "db.t4g.medium",
    engine: "postgres",
    engineVersion: "17",
    username: "app",
    password: "a password that is long",
    parameterGroupName: "tls-only",
    dbSubnetGroupName: "private",
    vpcSecurityGroupIds: ["sg-1"],
    multiAz: true,
    deletionProtection: true,
    finalSnapshotIdentifier: "last",
    deleteAutomatedBackups: false,
    copyTagsToSnapshot: true,
    backupRetentionPeriod: 7,
    backupWindow: "03:00-04:00",
    maintenanceWindow: "sun:04:30-sun:05:30",
    allocatedStorage: 20,
    maxAllocatedStorage: 100,
    enabledCloudwatchLogsExports: ["postgresql"],
    performanceInsightsEnabled: true,
};

type Call = (method: string, request: unknown) => Promise<any>;

/** The pack as the engine serves it, for a stack with this configuration. */
function served(config: Record<string, string>): Call {
    let server: ChildProcess;
    let client: any;

    before(async () => {
        const runner = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
        const env = { ...process.env, PULUMI_CONFIG: JSON.stringify(config) };
        server = spawn(process.execPath, [runner, "127.0.0.1:0", "."], { env, stdio: ["ignore", "pipe", "inherit"] });
        const [port] = await once(createInterface(server.stdout!), "line");
        client = new analyzer.AnalyzerClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
    });

    after(() => {
        client?.close();
        server.kill();
    });

    return (method, request) =>
        new Promise((resolve, reject) =>
            client[method](request, (error: unknown, response: unknown) => (error ? reject(error) : resolve(response))),
        );
}

function database(props: object) {
    const request = new messages.AnalyzeRequest();
    request.setType("aws:rds/instance:Instance");
    request.setName("db");
    request.setUrn("urn:pulumi:prod::groundwork::aws:rds/instance:Instance::db");
    request.setProperties(Struct.fromJavaScript({ ...SOUND, ...props }));
    request.setOptions(new messages.AnalyzerResourceOptions());
    return request;
}

const messagesOf = (response: any): string[] =>
    response.getDiagnosticsList().map((it: any) => `${it.getPolicyname()}: ${it.getMessage().split("\n").pop()}`);

describe("the pack, served as the engine has it served", () => {
    const call = served({});

    test("offers every rule", async () => {
        const info = await call("getAnalyzerInfo", new Empty());
        equal(info.getName(), "groundwork");
        equal(info.getPoliciesList().length, rules.length + SUMMARIES);
    });

    test("judges a resource", async () => {
        const response = await call("analyze", database({ storageEncrypted: true, publiclyAccessible: true }));
        deepEqual(messagesOf(response), [
            "data-not-public: publiclyAccessible: the database is publicly accessible. " +
                "Remove publiclyAccessible; reach the database from inside the network.",
        ]);
    });

    test("counts what it could not judge, and says so once", async () => {
        const response = await call("analyze", database({ storageEncrypted: UNKNOWN }));
        deepEqual(messagesOf(response), []);
        const summary = await call("analyzeStack", new messages.AnalyzeStackRequest());
        deepEqual(messagesOf(summary), ["not-judged-yet: Not judged before the update: encrypted-at-rest (1)"]);
    });
});

describe("the pack, served for a groundwork stack", () => {
    const call = served({
        "groundwork:environment": "staging",
        "groundwork:policy": JSON.stringify({
            rules: { "encrypted-at-rest": "off", "https-offered": "mandatory" },
            exceptions: [
                { rule: "data-not-public", resource: "db", reason: "being moved", until: dayIn(30) },
                { rule: "modern-tls", resource: "web", reason: "was needed once", until: dayIn(-1) },
                { rule: "cdn-tls", resource: "cdn", reason: "is not needed", until: dayIn(1) },
            ],
        }),
        "aws:region": "us-east-1",
    });

    test("takes levels from its stack file", async () => {
        const levels = new Map<string, number>(
            (await call("getAnalyzerInfo", new Empty()))
                .getPoliciesList()
                .map((it: any) => [it.getName(), it.getEnforcementlevel()]),
        );
        const { ADVISORY, DISABLED, MANDATORY } = messages.EnforcementLevel;
        deepEqual(
            ["encrypted-at-rest", "https-offered", "not-judged-yet"].map(name => levels.get(name)),
            [DISABLED, MANDATORY, ADVISORY],
        );
    });

    test("takes the kind of environment and exceptions from its stack file, and tells of every exception", async () => {
        const open = { publiclyAccessible: true, storageEncrypted: false, multiAz: false };
        deepEqual(messagesOf(await call("analyze", database(open))), []);
        deepEqual(messagesOf(await call("analyzeStack", new messages.AnalyzeStackRequest())), [
            `exceptions-in-use: data-not-public: db: the database is publicly accessible. Excepted until ${dayIn(30)}: being moved`,
            `exceptions-hold: the exception of web from modern-tls expired on ${dayIn(-1)}. ` +
                "Remove it, and put the resource right where it is still needed.",
            "exceptions-are-used: the exception of cdn from cdn-tls excuses nothing. Remove it.",
        ]);
    });
});

function dayIn(days: number): string {
    return new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
