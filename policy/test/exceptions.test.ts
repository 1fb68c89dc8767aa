import { deepEqual } from "node:assert/strict";
import { describe, test } from "node:test";
import { isExcepted } from "../src/exceptions";

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
});
