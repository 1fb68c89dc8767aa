import { resourceOf, type Recorded, type Resource } from "../src/resource";
import type { Context, Rule, Verdict } from "../src/rule";
import { Topology } from "../src/topology";

export { UNKNOWN } from "../src/reading";

export interface Given {
    type: string;
    name?: string;
    region?: string | undefined;
    props?: Record<string, any>;
    ignoreChanges?: string[];
    dependencies?: Resource[];
    references?: Record<string, Resource[]>;
}

export function resource({ props = {}, references = {}, dependencies, name = "it", ...given }: Given): Resource {
    const recorded: Recorded = { ...given, name, inputs: props };
    return Object.assign(resourceOf(recorded), {
        references,
        dependencies: dependencies ?? Object.values(references).flat(),
    });
}

export function verdicts(rule: Rule, resources: Resource[], context: Context = {}): Verdict[] {
    return rule.judge(new Topology(resources), context);
}

/** What a rule has to say about one resource. */
export function findings(rule: Rule, given: Given, parameters: object = {}, context: Context = {}): string[] {
    const found = verdicts(rule, [resource(given)], { parameters: { ...parameters }, ...context });
    return found.flatMap(it => (it.verdict === "violated" ? [it.message] : []));
}

/** What a rule has to say about a whole stack, as `name: message`. */
export function stackFindings(rule: Rule, resources: Resource[], parameters: object = {}): string[] {
    const found = verdicts(rule, resources, { parameters: { ...parameters } });
    return found.flatMap(it => (it.verdict === "violated" ? [`${it.resource.name}: ${it.message}`] : []));
}
