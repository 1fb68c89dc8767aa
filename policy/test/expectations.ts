import { readFileSync } from "node:fs";
import { join, sep } from "node:path";
import type { Expect, Said } from "../src/expectation";
import type { Resource } from "../src/resource";

const RULES = join(__dirname, "../src/rules") + sep;
const violated = new Set<string>();

/** From here on, notices which expectations of the rules do not hold. Comes before the first rule is judged. */
export function noticeViolations(): void {
    const module = require("../src/expectation");
    const { expectation } = module;
    module.expectation = (resource: Resource, say: (said: Said) => void): Expect => {
        return (...stated: any[]) => {
            const place = callerOf(new Error());
            const noticing = (said: Said) => {
                if (said.verdict === "violated") {
                    violated.add(place);
                }
                say(said);
            };
            expectation(resource, noticing)(...stated);
        };
    };
}

/** The expectations in a file of rules that held whenever they were judged. */
export function neverViolated(file: string): string[] {
    return readFileSync(join(RULES, `${file}.js`), "utf8")
        .split("\n")
        .map((text, at) => ({ text, place: `${file}.js:${at + 1}` }))
        .filter(({ text, place }) => /^\s+expect\(/.test(text) && !violated.has(place))
        .map(({ text, place }) => `${place} ${text.trim()}`);
}

function callerOf({ stack = "" }: Error): string {
    const [, place = ""] = stack.split(RULES);
    return /^.+?:\d+/.exec(place.replaceAll(sep, "/"))?.[0] ?? "";
}
