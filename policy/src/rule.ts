import type { PolicyConfigJSONSchema } from "@pulumi/policy/schema";
import texts from "../rules.json";
import { type Expect, expectation, type Said, unended } from "./expectation";
import type { Resource } from "./resource";
import type { Topology } from "./topology";

/** In place of a type: every type. */
export const ANY = "*";

export type Level = "mandatory" | "advisory";
export type Environment = "production" | "staging" | "preview";

/** What a rule may be told, each with the default that it takes otherwise. */
export type Parameters = Record<string, PolicyConfigJSONSchema & { default: unknown; description: string }>;

/** The names of the rules: each has its text in `rules.json`, and its check in a file below `rules`. */
export type RuleId = keyof typeof texts;

/** What `rules.json` says of a rule. */
interface Texts {
    /** Controls that it covers: AWS FSBP, the CIS AWS Foundations Benchmark, the Well-Architected Framework. */
    readonly controls: string[];
    readonly description: string;
    /** What to do, in the words of AWS. */
    readonly remedy: string;
    /** The setting of groundwork to change instead, below `groundwork:`, where one decides it. */
    readonly setting?: string;
    /** The kinds of environment that it is for; every kind without it. */
    readonly environments?: Environment[];
    /** Mandatory without it. */
    readonly level?: Level;
    readonly parameters?: Parameters;
}

/** What is wrong with one resource, whatever else there is. */
type ResourceCheck<P> = (resource: Resource, expect: Expect, parameters: P) => void;

/** What is wrong between one resource and the others. */
type StackCheck<P> = (resource: Resource, expect: Expect, topology: Topology, parameters: P) => void;

/** What a rule is told: the kind of environment, production where that is not known, and parameters other than the defaults. */
export interface Context {
    environment?: Environment | undefined;
    parameters?: Record<string, unknown>;
}

export interface Rule extends Texts {
    readonly id: string;
    readonly level: Level;
    readonly parameters: Parameters;
    /** The types of resources that it judges one at a time; none where it needs all resources together. */
    readonly types?: string[];
    judge(topology: Topology, context?: Context): Verdict[];
}

export type Verdict = Said & { rule: Rule; resource: Resource };

/** A rule on one resource of certain types, whatever else there is. */
export function resourceRule<P extends object = object>(id: RuleId, types: string[], check: ResourceCheck<P>): Rule {
    const rule = stackRule<P>(id, types, (resource, expect, _, parameters) => check(resource, expect, parameters));
    return Object.assign(rule, { types });
}

/** A rule on every resource there is, one at a time. */
export function anyResourceRule<P extends object = object>(id: RuleId, check: ResourceCheck<P>): Rule {
    return resourceRule<P>(id, [ANY], check);
}

/** A rule on how resources of certain types stand to the others. */
export function stackRule<P extends object = object>(id: RuleId, types: string[], check: StackCheck<P>): Rule {
    const { level = "mandatory", parameters = {}, ...about }: Texts = (texts as Record<RuleId, Texts>)[id];
    const defaults = Object.fromEntries(Object.entries(parameters).map(([name, schema]) => [name, schema.default]));
    const rule: Rule = {
        ...about,
        id,
        level,
        parameters,
        judge(topology, { environment = "production", parameters: given } = {}) {
            if (rule.environments?.includes(environment) === false) {
                return [];
            }
            const verdicts = new Verdicts(rule);
            for (const resource of types.includes(ANY) ? topology.resources : topology.ofType(...types)) {
                const say = ifCertain(verdicts.of(resource), resource, topology);
                topology.forgetReads();
                try {
                    check(resource, expectation(resource, say), topology, { ...defaults, ...given } as P);
                } catch (error) {
                    say(unended(error));
                }
            }
            return verdicts.all();
        },
    };
    return rule;
}

/** In place of a violation that a reference which is not known yet may settle: that it is not known. */
function ifCertain(say: (said: Said) => void, resource: Resource, topology: Topology): (said: Said) => void {
    return said => {
        const lost = said.verdict === "violated" ? topology.lostReference(resource) : undefined;
        say(lost === undefined ? said : { verdict: "unknown", path: lost.path });
    };
}

/** Gathers what a rule says: `passed` only of a resource of which it says nothing else. */
class Verdicts {
    private readonly said = new Map<Resource, Verdict[]>();

    constructor(private readonly rule: Rule) {}

    of(resource: Resource): (said: Said) => void {
        return said => {
            const before = (this.said.get(resource) ?? []).filter(({ verdict }) => verdict !== "passed");
            const isNew = said.verdict !== "passed" || before.length === 0;
            this.said.set(resource, isNew ? [...before, { rule: this.rule, resource, ...said }] : before);
        };
    }

    all(): Verdict[] {
        return [...this.said.values()].flat();
    }
}

/** What to do about a violation: the setting to change, where the program is groundwork, and what that is on AWS. */
export function remedyOf({ remedy, setting }: Rule, isGroundwork: boolean): string {
    return isGroundwork && setting !== undefined ? `Change groundwork:${setting}. ${remedy}` : remedy;
}
