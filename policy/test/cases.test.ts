import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import type { Resource } from "../src/resource";
import type { Rule, Verdict } from "../src/rule";
import { rules } from "../src/rules";
import { files } from "./cases/all";
import { neverViolated, noticeViolations } from "./expectations";
import { atFirst, atFirstFromJava, type Case, changed, type Fault, GONE, isReference, placeOf, resources } from "./cases/case";
import { findings, verdicts } from "./harness";
import { isSetting } from "./settingPath";

noticeViolations();

for (const { file, rules, cases } of files) {
    describe(`the rules of ${file}`, () => {
        test("have each a case, and no case is for another rule", () => {
            deepEqual([...cases.keys()].sort(), rules.map(({ id }) => id).sort());
        });

        for (const rule of rules.filter(({ id }) => cases.has(id))) {
            const its = cases.get(rule.id)!;
            test(`${rule.id} passes what is sound`, () => {
                const { sound, harmless = [], faults } = its;
                deepEqual(violations(judged(rule, its, resources(sound))), []);
                deepEqual(violations(judged(rule, its, atFirst(sound))), [], "at a first preview");
                deepEqual(violations(judged(rule, its, atFirstFromJava(sound))), [], "at one of a Java program");
                for (const [change, to] of harmless) {
                    const found = judged(rule, its, resources(changed(sound, change, to)));
                    deepEqual(violations(found), [], `${change} is harmless`);
                }
                const some = Object.keys(sound).length > 0 || faults.every(([, to]) => Array.isArray(to));
                ok(some && (Object.keys(sound).length === 0 || says(judged(rule, its, resources(sound)), "passed")));
            });

            test(`${rule.id} is violated by each fault, where it is`, () => {
                ok(its.faults.length > 0);
                for (const fault of its.faults) {
                    const [change, to] = fault;
                    const found = judged(rule, its, resources(changed(its.sound, change, to)));
                    deepEqual(violations(found), expected(fault), change);
                }
            });

            test(`${rule.id} does not judge what is not known`, () => {
                const inputs = its.faults.filter(([change]) => placeOf(change).path !== "");
                for (const [change, to] of its.present === undefined ? inputs : []) {
                    const found = judged(rule, its, resources(its.sound, change));
                    deepEqual(violations(found), [], change);
                    const isKnown = to === GONE || isReference(its.sound, change);
                    ok(isKnown || says(found, "unknown"), `${change} is not known, and no verdict says so`);
                }
            });
        }

        test("expect nothing that no fault violates", () => deepEqual(neverViolated(file), []));
    });
}

describe("a rule", () => {
    test("has an id of its own, a remedy, and controls", () => {
        equal(new Set(rules.map(({ id }) => id)).size, rules.length);
        deepEqual(
            rules.filter(({ remedy, controls }) => remedy === "" || controls.length === 0),
            [],
        );
    });

    test("names settings that there are", () => {
        const named = rules.flatMap(({ id, setting }) => setting?.split(/, or /).map(path => ({ id, path })) ?? []);
        deepEqual(
            named.filter(({ path }) => !isSetting(path.replace(/ to .*/, ""))),
            [],
        );
    });

    test("does not repeat a secret", () => {
        const secrets = rules.find(({ id }) => id === "no-secrets-in-text")!;
        const type = "aws:rds/instance:Instance";
        deepEqual(findings(secrets, { type, props: { tags: { note: "postgres://app:hunter2@db/app" } } }), [
            "holds a URL with a password",
        ]);
    });
});

function judged(rule: Rule, { parameters = {} }: Case, all: Resource[]): Verdict[] {
    return verdicts(rule, all, { parameters: { ...parameters } });
}

function says(found: Verdict[], wanted: Verdict["verdict"]): boolean {
    return found.some(({ verdict }) => verdict === wanted);
}

function violations(found: Verdict[]): string[] {
    return found.flatMap(it =>
        it.verdict === "violated" ? [`${it.resource.name}${it.path === "" ? "" : "."}${it.path}: ${it.message}`] : [],
    );
}

/** A statement of a document is named as a whole. */
function expected([change, , said, at = change.replace(/(\.Statement\[\d+\]).*/, "$1")]: Fault): string[] {
    return typeof said === "string" ? [`${at}: ${said}`] : said;
}
