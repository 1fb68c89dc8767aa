import { deepEqual, equal } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { rules } from "../src/rules";
import { AWSGUARD, CHECKOV, compared, PAGES, readme } from "./pages";

describe("the pages about the rules", () => {
    test("are what the rules are; `npm run pages` refreshes them", () => {
        const text = readFileSync(PAGES.readme, "utf8");
        equal(readme(text), text);
        equal(readFileSync(PAGES.compared, "utf8"), compared());
    });

    test("name rules that there are", () => {
        const named = [
            ...Object.values(AWSGUARD).flatMap(by => (typeof by === "string" ? [] : by)),
            ...Object.values(CHECKOV).flatMap(it => ("rules" in it ? it.rules : [])),
        ];
        deepEqual(
            named.filter(id => !rules.some(rule => rule.id === id)),
            [],
        );
    });

    test("answer each check of checkov, by rules or by a reason", () => {
        const open = Object.entries(CHECKOV).filter(([, it]) => ("rules" in it ? it.rules : it.why).length === 0);
        deepEqual(open, []);
    });
});
