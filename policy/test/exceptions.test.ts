import { deepEqual, equal, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import type { Exception } from "../src/exceptions";
import { judgement } from "../src/judgement";
import { dataIsNotPublic } from "../src/rules/data/running";
import { type PolicyBlock, settingsOf } from "../src/settings";
import { Topology } from "../src/topology";
import { type Given, resource } from "./harness";

const TODAY = new Date("2026-06-15T12:00:00Z");
const RULES = [dataIsNotPublic];
const RULE = dataIsNotPublic.id;

function exception(resource: string, until = "2026-12-31", reason = "moving to a private subnet"): Exception {
    return { rule: RULE, resource, reason, until };
}

function databases(...names: string[]): Given[] {
    return names.map(name => ({ type: "aws:rds/instance:Instance", name, props: { publiclyAccessible: true } }));
}

function judged(given: Given[], policy: PolicyBlock) {
    return judgement(new Topology(given.map(resource)), RULES, settingsOf("production", policy, RULES), TODAY);
}

function said(given: Given[], ...exceptions: Exception[]): string[] {
    return judged(given, { exceptions }).violations.map(it => `${it.level} ${it.rule}: ${it.message}`);
}

describe("an exception", () => {
    test("lets the resource that it names pass, and is told of", () => {
        const { passed, violations, excepted } = judged(databases("db"), { exceptions: [exception("db")] });
        equal(passed, true);
        deepEqual(violations, []);
        deepEqual(excepted, [
            {
                ...exception("db"),
                resource: "aws:rds/instance:Instance::db",
                message: "the database is publicly accessible",
            },
        ]);
    });

    test("is for no other resource, and for no other rule", () => {
        deepEqual(said(databases("db", "db-replica"), exception("db")), [
            `mandatory ${RULE}: the database is publicly accessible`,
        ]);
        deepEqual(said(databases("db"), exception("d.")), [
            `mandatory ${RULE}: the database is publicly accessible`,
            `advisory exceptions-are-used: the exception of d. from ${RULE} excuses nothing`,
        ]);
    });

    test("holds up to and including its day, and fails from then on, even where nothing is wrong", () => {
        deepEqual(said(databases("db"), exception("db", "2026-06-15")), []);
        const expired = `mandatory exceptions-hold: the exception of db from ${RULE} expired on 2026-06-14`;
        deepEqual(said(databases("db"), exception("db", "2026-06-14")), [
            `mandatory ${RULE}: the database is publicly accessible`,
            expired,
        ]);
        deepEqual(said([], exception("db", "2026-06-14")), [expired]);
    });

    test("holds for a year at most", () => {
        deepEqual(said(databases("db"), exception("db", "2027-06-15")), []);
        deepEqual(said(databases("db"), exception("db", "9999-12-31")), [
            `mandatory ${RULE}: the database is publicly accessible`,
            `mandatory exceptions-hold: the exception of db from ${RULE} holds until 9999-12-31, more than a year`,
        ]);
    });

    test("needs a reason", () => {
        deepEqual(said(databases("db"), exception("db", "2026-12-31", " ")), [
            `mandatory ${RULE}: the database is publicly accessible`,
            `mandatory exceptions-hold: the exception of db from ${RULE} has no reason`,
        ]);
    });

    test("may match five resources, whether they break the rule or not, and no more", () => {
        const five = databases("a1", "a2", "a3", "a4", "a5");
        deepEqual(said(five, exception("a*")), []);
        const sixth: Given = { type: "aws:rds/instance:Instance", name: "a6", props: { publiclyAccessible: false } };
        deepEqual(said([...five, sixth], exception("*")), [
            `mandatory exceptions-hold: the exception of * from ${RULE} matches 6 resources, more than 5`,
        ]);
    });

    test("that excuses nothing is a warning", () => {
        const { passed } = judged([], { exceptions: [exception("db")] });
        equal(passed, true);
        deepEqual(said([], exception("db")), [
            `advisory exceptions-are-used: the exception of db from ${RULE} excuses nothing`,
        ]);
    });
});

describe("a stack's policy", () => {
    test("sets the level of a rule", () => {
        deepEqual(judged(databases("db"), { rules: { [RULE]: "off" } }).violations, []);
        const { passed, violations } = judged(databases("db"), { rules: { [RULE]: { level: "advisory" } } });
        deepEqual([passed, violations[0]?.level], [true, "advisory"]);
    });

    test("can't name what is not there", () => {
        throws(() => judged([], { rules: { "data-public": "off" } }), /does not have: data-public/);
        throws(() => judged([], { exceptions: [{ ...exception("db"), rule: "x" }] }), /does not have: x/);
        throws(() => judged([], { rules: { [RULE]: "warn" } }), /warn is not a level/);
    });
});
