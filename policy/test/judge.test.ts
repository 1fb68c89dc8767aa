import { deepEqual, equal, match } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, test } from "node:test";

const JUDGE = resolve(__dirname, "../src/judge.js");

function judged(input: object, ...options: string[]) {
    return spawnSync(process.execPath, [...options, JUDGE], { input: JSON.stringify(input), encoding: "utf8" });
}

describe("the judge of previews", () => {
    test("judges what it reads on standard input", () => {
        const database = {
            ...{ urn: "urn:db", type: "aws:rds/instance:Instance", name: "db", protect: false, ignoreChanges: [] },
            ...{ dependencies: [], propertyDependencies: {}, inputs: { publiclyAccessible: true } },
        };
        const policy = { rules: { "data-not-public": "advisory" } };
        const { status, stdout } = judged({ environment: "staging", policy, resources: [database] });
        equal(status, 0);
        const { violations } = JSON.parse(stdout);
        deepEqual(
            violations
                .filter(({ rule }: any) => rule === "data-not-public")
                .map(({ level, resource, path }: any) => [level, resource, path]),
            [["advisory", "urn:db", "publiclyAccessible"]],
        );
    });

    test("reads the sign of an unknown value as one", () => {
        const database = {
            ...{ urn: "urn:db", type: "aws:rds/instance:Instance", name: "db", protect: false, ignoreChanges: [] },
            ...{ dependencies: [], propertyDependencies: {} },
            inputs: { publiclyAccessible: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" },
        };
        const { unknown } = JSON.parse(judged({ environment: "staging", policy: {}, resources: [database] }).stdout);
        deepEqual(
            unknown.filter(({ rule }: any) => rule === "data-not-public"),
            [{ rule: "data-not-public", resource: "urn:db", path: "publiclyAccessible" }],
        );
    });

    test("says that Node is too old", () => {
        const older = join(mkdtempSync(join(tmpdir(), "node-")), "older.js");
        writeFileSync(older, "Object.defineProperty(process.versions, 'node', { value: '18.20.1' })");
        const { status, stderr } = judged({}, "--require", older);
        equal(status, 64);
        match(stderr, /^Node 18\.20\.1 is too old for the policy pack; install Node 20 or later\n$/);
    });

    test("loads neither the engine's SDK nor the policy SDK, which would cost a second", () => {
        const script = `require(${JSON.stringify(JUDGE)}); console.error(Object.keys(require.cache).join("\\n"))`;
        const { stderr } = spawnSync(process.execPath, ["-e", script], { input: "{", encoding: "utf8" });
        equal(stderr.split("\n").some(file => file.includes("node_modules")), false);
        match(stderr, /standardInput\.js/);
    });
});
