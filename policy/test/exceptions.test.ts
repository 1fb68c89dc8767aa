import { deepEqual } from "node:assert/strict";
import { describe, test } from "node:test";
import { isExcepted } from "../src/exceptions";
import { bucketsAreBlocked } from "../src/rules/bucketsAreBlocked";
import { notPubliclyAccessible } from "../src/rules/notPubliclyAccessible";
import { findings, resource, stackFindings } from "./harness";

const today = new Date("2026-06-15T12:00:00Z");

describe("an exception", () => {
    const until = (day: string, name = "db") => [{ resource: name, reason: "moving", until: day }];

    test("holds up to and including its day", () => {
        deepEqual(isExcepted(until("2026-06-15"), "db", today), true);
        deepEqual(isExcepted(until("2026-06-14"), "db", today), false);
    });

    test("is for the resource it names", () => {
        deepEqual(isExcepted(until("2026-12-31"), "db-replica", today), false);
        deepEqual(isExcepted(until("2026-12-31", "db-*"), "db-replica", today), true);
        deepEqual(isExcepted(until("2026-12-31", "d."), "db", today), false);
    });

    test("silences a resource rule and a stack rule", () => {
        const exceptions = until("9999-12-31", "*");
        const database = { type: "aws:rds/instance:Instance", name: "db", props: { publiclyAccessible: true } };
        deepEqual(findings(notPubliclyAccessible, database, { exceptions }), []);
        const bucket = resource({ type: "aws:s3/bucketV2:BucketV2" });
        deepEqual(stackFindings(bucketsAreBlocked, [bucket], { exceptions }), []);
    });
});
