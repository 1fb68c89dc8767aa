import { guarded, UNKNOWN } from "../../src/reading";
import { type RecordedResource, topologyOf } from "../../src/recording";
import type { Resource } from "../../src/resource";
import type { Environment, Rule, Verdict } from "../../src/rule";
import { Topology } from "../../src/topology";

type Inputs = Record<string, unknown>;

/** A stack as it was recorded, judged once, and then again for every change that is tried on it. */
export class Stack {
    /** What is there, with all values known. */
    readonly topology: Topology;
    /** What is judged: the same, or what a first preview knows of it. */
    private readonly judged: Topology;
    private readonly hiddenIn: ((resource: Resource, inputs: Inputs) => Inputs) | undefined;
    private byUrn: Map<string, Resource> | undefined;
    private readonly before = new Map<Rule, Set<string>>();
    private readonly readBy = new Map<string, Rule[]>();

    constructor(
        readonly name: string,
        readonly environment: Environment,
        recorded: RecordedResource[],
        rules: Rule[],
        known: boolean,
    ) {
        this.topology = topologyOf(recorded);
        const preview = new FirstPreview(recorded);
        this.judged = known ? this.topology : topologyOf(recorded.map(it => preview.of(it)));
        this.hiddenIn = known ? undefined : (resource, inputs) => preview.hidden(resource.urn, inputs);
        void this.judged.account;
        for (const rule of rules) {
            const watched = new Watched(this.judged.resources, this.judged);
            this.before.set(rule, new Set(this.judge(rule, watched).map(keyOf)));
            for (const type of rule.types ?? watched.types) {
                this.readBy.set(type, [...(this.readBy.get(type) ?? []), rule]);
            }
        }
    }

    /** What is said of the stack that was not said before, while some of a resource is other. */
    withChange(changed: Resource, change: Partial<Omit<Resource, "urn">>): Verdict[] {
        const resource = this.found(changed);
        const kept = { ...resource };
        const given = change.inputs as Inputs | undefined;
        const inputs = given === undefined ? resource.inputs : (this.hiddenIn?.(resource, given) ?? given);
        Object.assign(resource, this.moved(change), { inputs, props: guarded(inputs, resource.urn) });
        try {
            return this.concerned(resource.type).flatMap(rule => {
                const isAlone = rule.types !== undefined;
                return this.news(rule, isAlone ? new Topology([resource], this.judged) : this.judged, resource);
            });
        } finally {
            Object.assign(resource, kept);
        }
    }

    without(gone: Set<Resource>): Verdict[] {
        const urns = new Set([...gone].map(({ urn }) => urn));
        const rest = new Topology(
            this.judged.resources.filter(({ urn }) => !urns.has(urn)),
            this.judged,
        );
        const types = new Set([...gone].map(({ type }) => type));
        const rules = new Set(
            [...types].flatMap(type => this.concerned(type)).filter(rule => rule.types === undefined),
        );
        return [...rules].flatMap(rule => this.news(rule, rest));
    }

    withMore(...more: Resource[]): Verdict[] {
        const all = new Topology([...this.judged.resources, ...more], this.judged);
        const rules = new Set(more.flatMap(({ type }) => this.concerned(type)));
        return [...rules].flatMap(rule => this.news(rule, all));
    }

    /** A change speaks of resources with all values known; what is judged may be other objects. */
    private moved(change: Partial<Omit<Resource, "urn">>): Partial<Omit<Resource, "urn">> {
        const { dependencies, references } = change;
        return {
            ...change,
            ...(dependencies === undefined ? {} : { dependencies: dependencies.map(it => this.found(it)) }),
            ...(references === undefined
                ? {}
                : {
                      references: Object.fromEntries(
                          Object.entries(references).map(([key, on]) => [key, on.map(it => this.found(it))]),
                      ),
                  }),
        };
    }

    private found(resource: Resource): Resource {
        this.byUrn ??= new Map(this.judged.resources.map(it => [it.urn, it]));
        return this.byUrn.get(resource.urn)!;
    }

    private concerned(type: string): Rule[] {
        return [...(this.readBy.get(type) ?? []), ...(this.readBy.get("*") ?? [])];
    }

    /** What is new, and of one resource also what is not known, now or before. */
    private news(rule: Rule, topology: Topology, of?: Resource): Verdict[] {
        const before = this.before.get(rule)!;
        return this.judge(rule, topology).filter(
            said => !before.has(keyOf(said)) || (said.verdict === "unknown" && said.resource === of),
        );
    }

    private judge(rule: Rule, topology: Topology): Verdict[] {
        return rule.judge(topology, { environment: this.environment }).filter(({ verdict }) => verdict !== "passed");
    }
}

/** Remembers which types a rule looks at, so that it is asked again when one of them changes. */
class Watched extends Topology {
    readonly types = new Set<string>();

    override ofType(...types: string[]): Resource[] {
        types.forEach(type => this.types.add(type));
        return super.ofType(...types);
    }
}

function keyOf(said: Verdict): string {
    const message = said.verdict === "violated" ? said.message : "";
    return `${said.resource.urn} ${said.verdict} ${said.verdict === "passed" ? "" : said.path} ${message}`;
}

/** What the first preview of a stack knows: nothing of what comes from outputs of other resources. */
class FirstPreview {
    private readonly unknown = new Map<string, Record<string, string[]>>();

    constructor(recorded: RecordedResource[]) {
        const made = new Map(recorded.map(it => [it.urn, computed(it)]));
        for (const { urn, propertyDependencies } of recorded) {
            const sources = Object.entries(propertyDependencies).map(([property, urns]) => [
                property,
                urns.flatMap(it => made.get(it) ?? []),
            ]);
            this.unknown.set(urn, Object.fromEntries(sources));
        }
    }

    of(recorded: RecordedResource): RecordedResource {
        return { ...recorded, id: "", outputs: {}, inputs: this.hidden(recorded.urn, recorded.inputs) };
    }

    hidden(urn: string, inputs: Inputs): Inputs {
        const unknown = this.unknown.get(urn) ?? {};
        return Object.fromEntries(
            Object.entries(inputs).map(([property, value]) => [property, hidden(value, unknown[property] ?? [])]),
        );
    }
}

/** The outputs of a resource that are not its inputs again: ids, ARNs, host names. */
function computed({ id, inputs, outputs = {} }: RecordedResource): string[] {
    const values = Object.entries(outputs)
        .filter(([key, value]) => JSON.stringify(inputs[key]) !== JSON.stringify(value))
        .flatMap(([, value]) => texts(value));
    const isNamed = Object.values(inputs).includes(id);
    return [...values, ...(id === undefined || isNamed ? [] : [id])].filter(text => text.length > 3);
}

function texts(value: unknown): string[] {
    if (typeof value === "string") {
        return [value];
    }
    return value !== null && typeof value === "object" ? Object.values(value).flatMap(texts) : [];
}

function hidden(value: any, unknown: string[]): any {
    if (typeof value === "string") {
        return unknown.some(text => value.includes(text)) ? UNKNOWN : value;
    }
    if (Array.isArray(value)) {
        return value.map(it => hidden(it, unknown));
    }
    return value !== null && typeof value === "object"
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, hidden(inner, unknown)]))
        : value;
}
