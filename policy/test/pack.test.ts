import { deepEqual, equal, ok } from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { after, before, describe, test } from "node:test";
import { rules } from "../src/rules";


const { unknownStringValue: UNKNOWN } = require("@pulumi/policy/proxy");
const grpc = require("@grpc/grpc-js");
const analyzer = require("@pulumi/pulumi/proto/analyzer_grpc_pb");
const messages = require("@pulumi/pulumi/proto/analyzer_pb");
const { Struct } = require("google-protobuf/google/protobuf/struct_pb");
const { Empty } = require("google-protobuf/google/protobuf/empty_pb");

describe("the table of rules", () => {
    test("names each rule once, and says what to do", () => {
        const names = rules.map(rule => rule.id);
        equal(new Set(names).size, names.length);
        for (const rule of rules) {
            ok(rule.remedy, `${rule.id} has no remedy`);
        }
    });
});

const SOUND = { multiAz: true, deletionProtection: true, backupRetentionPeriod: 7 };

describe("the pack, served as the engine has it served", () => {
    let server: ChildProcess;
    let client: any;

    before(async () => {
        const runner = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
        server = spawn(process.execPath, [runner, "127.0.0.1:0", "."], { stdio: ["ignore", "pipe", "inherit"] });
        const [port] = await once(createInterface(server.stdout!), "line");
        client = new analyzer.AnalyzerClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
    });

    after(() => {
        client?.close();
        server.kill();
    });

    const call = (method: string, request: unknown): Promise<any> =>
        new Promise((resolve, reject) =>
            client[method](request, (error: unknown, response: unknown) => (error ? reject(error) : resolve(response))),
        );

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

    test("offers every rule", async () => {
        const info = await call("getAnalyzerInfo", new Empty());
        equal(info.getName(), "groundwork");
        equal(info.getPoliciesList().length, rules.length + 2);
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
