import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Mutant } from "./run";

const NOTICED = join(resolve(__dirname, "../../../ledger"), "noticed.json");

/** For each input, the rules that noticed its loss or a worse value. */
export function noticed(tried: Mutant[]): Record<string, string[]> {
    const found = new Map<string, Set<string>>();
    for (const { type, path, kind, noticed: rules } of tried.filter(it => it.noticed.length > 0)) {
        if (path !== "" && path !== "ignoreChanges" && kind !== "added") {
            const input = `${type} ${path}`;
            found.set(input, new Set([...(found.get(input) ?? []), ...rules]));
        }
    }
    const sorted = [...found].sort(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(sorted.map(([input, rules]) => [input, [...rules].sort()]));
}

export function writeNoticed(tried: Mutant[]): void {
    const rows = Object.entries(noticed(tried)).map(
        ([input, rules]) => `    ${JSON.stringify(input)}: ${JSON.stringify(rules)}`,
    );
    writeFileSync(NOTICED, `{\n${rows.join(",\n")}\n}\n`);
}
