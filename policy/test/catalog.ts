import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { rules } from "../src/rules";

/** Where the program keeps what it has to know of the rules, to read a stack file strictly. */
export const CATALOG = resolve(__dirname, "../../../src/main/resources/groundwork/policy/rules.json");

export function catalog(): string {
    const entries = rules.map(({ id, description, level, parameters, setting }) => [
        id,
        { description, level, parameters, setting },
    ]);
    entries.sort(([one], [other]) => (one! < other! ? -1 : 1));
    return JSON.stringify(Object.fromEntries(entries), undefined, 2) + "\n";
}

if (require.main === module) {
    writeFileSync(CATALOG, catalog());
}
