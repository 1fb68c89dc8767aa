import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Mutant } from "./run";

const LEDGER = resolve(__dirname, "../../../ledger");

/** Why a change that no rule notices is no defect. */
export interface Line {
    type: string;
    path: string;
    kind: string;
    reason: string;
    matches(mutant: Pick<Mutant, "type" | "path" | "kind">): boolean;
}

/** `unknown`: the rules that would notice say that they cannot know yet. */
export type Fate = "killed" | "refused" | "harmless" | "unknown" | "survived";

export const lines: Line[] = readFileSync(join(LEDGER, "harmless.txt"), "utf8")
    .split("\n")
    .filter(line => line.trim() !== "" && !line.startsWith("#"))
    .map(line => {
        const [type = "", path = "", kind = "", reason = ""] = line.split("|").map(part => part.trim());
        const [ofType, ofPath, ofKind] = [type, path, kind].map(pattern);
        const matches: Line["matches"] = it => ofType!.test(it.type) && ofPath!.test(it.path) && ofKind!.test(it.kind);
        return { type, path, kind, reason, matches };
    });

/** Inputs that the AWS provider asks for: without one, nothing is planned at all. */
const required: Record<string, string[]> = JSON.parse(readFileSync(join(LEDGER, "required.json"), "utf8"));

export function isRefused({ type, path, kind }: Mutant): boolean {
    return /^(removed|emptied)$/.test(kind) && (required[type] ?? []).includes(path.replace(/\[\]$/, ""));
}

/** What became of each mutant; outside production, a defect that production is kept from is none. */
export function fates(mutants: Mutant[]): Map<Mutant, Fate> {
    const keyOf = ({ type, path, kind }: Mutant) => `${type} ${path} ${kind}`;
    const ofProduction = new Set(
        mutants.filter(it => it.environment === "production" && it.noticed.length > 0).map(keyOf),
    );
    return new Map(
        mutants.map(mutant => {
            if (mutant.noticed.length > 0) {
                return [mutant, "killed"];
            }
            if (isRefused(mutant)) {
                return [mutant, "refused"];
            }
            const isFree = mutant.environment !== "production" && ofProduction.has(keyOf(mutant));
            if (isFree || lines.some(line => line.matches(mutant))) {
                return [mutant, "harmless"];
            }
            return [mutant, mutant.unknown.length > 0 ? "unknown" : "survived"];
        }),
    );
}

function pattern(text: string): RegExp {
    const literal = (part: string) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
    return new RegExp(`^${text.split("*").map(literal).join(".*")}$`);
}
