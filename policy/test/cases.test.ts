import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { rules } from "../src/rules";
import { cases } from "./cases";
import { findings, UNKNOWN, verdicts } from "./harness";

describe("a rule", () => {
    for (const [id, good, bad] of cases) {
        test(`${id} tells good from bad`, () => {
            const rule = rules.find(it => it.id === id);
            ok(rule, `there is no rule ${id}`);
            const violations = (resources: typeof good) =>
                verdicts(rule, resources).filter(it => it.verdict === "violated");
            deepEqual(violations(good), []);
            ok(violations(bad).length > 0, "the bad ones pass");
        });
    }

    test("has an id of its own, a remedy, and controls", () => {
        equal(new Set(rules.map(({ id }) => id)).size, rules.length);
        deepEqual(
            rules.filter(({ remedy, controls }) => remedy === "" || controls.length === 0),
            [],
        );
    });

    test("says that it does not know where a value is not known, and does not repeat a secret", () => {
        const rule = rules.find(({ id }) => id === "encrypted-at-rest")!;
        const type = "aws:rds/instance:Instance";
        deepEqual(findings(rule, { type, props: { storageEncrypted: UNKNOWN } }), []);
        const secrets = rules.find(({ id }) => id === "no-secrets-in-text")!;
        deepEqual(findings(secrets, { type, props: { tags: { note: "postgres://app:hunter2@db/app" } } }), [
            "holds a URL with a password",
        ]);
    });
});
