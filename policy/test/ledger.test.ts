import { deepEqual, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { before, describe, test } from "node:test";
import { fates, type Fate, isRefused, lines } from "./mutants/ledger";
import { noticed } from "./mutants/noticed";
import { everyInput, type Mutant, mutants, type Source } from "./mutants/run";
import { sources } from "./mutants/sources";
import { isBuilt } from "./preview";

const skip = isBuilt() ? false : "target/groundwork.jar is not there: `./groundwork build` makes it";
const NOTICED = join(resolve(__dirname, "../../ledger"), "noticed.json");
/** `MUTANTS=all npm test` tries every change in every stack; otherwise the same change is tried in a few places. */
const alike = process.env["MUTANTS"] === "all" ? Infinity : 3;

/** Whether the first few places where a change is tried may not be those that a line is about. */
function isOfAFew(line: (typeof lines)[number], tried: Mutant[]): boolean {
    return alike !== Infinity && tried.some(it => line.matches(it));
}

describe("defects planted in the stacks of the repository", { skip }, () => {
    let all: Source[];
    let tried: Mutant[];
    let fate: Map<Mutant, Fate>;

    before(async () => {
        all = await sources();
        tried = mutants(all, { known: true, alike });
        fate = fates(tried);
    });

    const of = (wanted: Fate) => tried.filter(it => fate.get(it) === wanted);

    test("are noticed by a rule, all but one in a hundred", () => {
        const survived = of("survived").map(it => `${it.stack} ${it.type} ${it.name} ${it.path} ${it.kind}`);
        ok(of("killed").length > 3000, `only ${of("killed").length} were noticed`);
        ok(survived.length < of("killed").length / 100, survived.join("\n"));
    });

    test("are harmless by a line that explains one, and every line explains one", () => {
        const harmless = of("harmless");
        const stale = lines.filter(line => !harmless.some(it => line.matches(it)) && !isOfAFew(line, tried));
        deepEqual(
            stale.map(({ type, path, kind }) => `${type}|${path}|${kind}`),
            [],
        );
        deepEqual(
            lines.filter(({ reason }) => reason === ""),
            [],
        );
    });

    test("leave no input without a rule that notices its loss, or a reason why none has to", () => {
        const known: Record<string, string[]> = JSON.parse(readFileSync(NOTICED, "utf8"));
        const isExplained = (input: string) => {
            const [type = "", path = ""] = input.split(" ");
            const kinds = path.endsWith("[]") ? ["element removed", "emptied"] : ["removed"];
            const losses = kinds.map(kind => ({ type, path, kind }) as Mutant);
            return input in known || losses.some(loss => isRefused(loss) || lines.some(line => line.matches(loss)));
        };
        const inputs = everyInput(all);
        deepEqual(
            [...inputs].filter(input => !isExplained(input)),
            [],
            "new inputs: `npm run mutants` finds the rules that notice them; otherwise write a line in ledger/harmless.txt",
        );
        deepEqual(
            Object.keys(known).filter(input => !inputs.has(input)),
            [],
            "inputs that no stack sets any more: `npm run mutants`",
        );
    });

    test("are noticed by the rules that the ledger says", () => {
        const known: Record<string, string[]> = JSON.parse(readFileSync(NOTICED, "utf8"));
        const now = noticed(tried);
        const missing = Object.keys(known).filter(input => !(input in now));
        ok(
            missing.length <= (alike === Infinity ? 0 : Object.keys(known).length / 50),
            `inputs whose loss nothing notices any more: ${missing.join(", ")}`,
        );
    });

    test("are noticed or announced at a first preview as well", () => {
        const first = mutants(all, { known: false, alike: 1 });
        const fateThen = fates(first);
        const count = (wanted: Fate) => first.filter(it => fateThen.get(it) === wanted).length;
        ok(count("survived") < count("killed") / 20, `${count("survived")} survived, ${count("killed")} were noticed`);
    });
});
