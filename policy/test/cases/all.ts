import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { isRule } from "../../src/rules";
import type { Case, Cases } from "./case";

const RULES = join(__dirname, "../../src/rules");

/** The cases of each file of rules, and those rules: `rules/data/keeping` has its cases in `cases/data/keeping`. */
export const files = readdirSync(RULES).flatMap(subject =>
    readdirSync(join(RULES, subject))
        .filter(file => file.endsWith(".js"))
        .map(file => ({
            file: `${subject}/${file.replace(".js", "")}`,
            rules: Object.values<unknown>(require(join(RULES, subject, file))).filter(isRule),
            cases: casesIn(join(__dirname, subject, file)),
        })),
);

function casesIn(file: string): Map<string, Case> {
    const { cases }: { cases: Cases } = existsSync(file) ? require(file) : { cases: {} };
    return new Map(Object.entries(cases));
}
