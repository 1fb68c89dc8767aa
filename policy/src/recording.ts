import { type Resource, resourceOf } from "./resource";
import { Topology } from "./topology";

/** A resource as `./groundwork preview --json` has it. */
export interface RecordedResource {
    urn: string;
    type: string;
    name: string;
    parent?: string;
    id?: string;
    inputs: Record<string, any>;
    outputs?: Record<string, any>;
    dependencies: string[];
    propertyDependencies: Record<string, string[]>;
    protect: boolean;
    ignoreChanges: string[];
}

/** The topology of an offline preview, as rules judge it. */
export function topologyOf(recorded: RecordedResource[]): Topology {
    const registered = recorded.filter(({ type }) => type !== "pulumi:pulumi:Stack");
    const tags = defaultTags(registered);
    const resources = new Map<string, Resource>(
        registered.map(it => [it.urn, resourceOf({ ...it, defaultTags: tags, identities: identities(it) })]),
    );
    const found = (urns: string[]) => urns.map(urn => resources.get(urn)).filter(it => it !== undefined);
    for (const { urn, dependencies, propertyDependencies } of registered) {
        const resource = resources.get(urn)!;
        resource.dependencies = found(dependencies);
        for (const [property, urns] of Object.entries(propertyDependencies)) {
            resource.references[property] = found(urns);
        }
    }
    return new Topology([...resources.values()]);
}

function identities({ id, outputs }: RecordedResource): string[] {
    return [id, outputs?.["id"], outputs?.["arn"]].filter(it => typeof it === "string" && it !== "");
}

function defaultTags(registered: RecordedResource[]): Record<string, string> {
    const said = registered.find(({ type }) => type === "pulumi:providers:aws")?.inputs["defaultTags"];
    return (typeof said === "string" ? JSON.parse(said) : said)?.tags ?? {};
}
