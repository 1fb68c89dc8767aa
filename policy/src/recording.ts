import { withUnknowns } from "./reading";
import { type Resource, resourceOf } from "./resource";
import { Topology } from "./topology";

/** Stands in a recording for a value that is not known, as on the wire of the engine. */
const UNKNOWN_VALUE = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A resource as `./groundwork preview --json` has it. */
export interface RecordedResource {
    urn: string;
    type: string;
    name: string;
    parent?: string;
    /** The URN of its provider. */
    provider?: string;
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
    const regions = new Map(registered.map(({ urn, inputs }) => [urn, inputs["region"]]));
    const resources = new Map<string, Resource>(
        registered.map(it => {
            const inputs = withUnknowns(it.inputs, [UNKNOWN_VALUE]);
            const region = regions.get(it.provider ?? "");
            return [it.urn, resourceOf({ ...it, inputs, region, defaultTags: tags, identities: identities(it) })];
        }),
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
    const values = [id, outputs?.["id"], outputs?.["arn"]];
    return values.filter(it => typeof it === "string" && it !== "" && it !== UNKNOWN_VALUE);
}

function defaultTags(registered: RecordedResource[]): Record<string, string> {
    const said = registered.find(({ type }) => type === "pulumi:providers:aws")?.inputs["defaultTags"];
    return (typeof said === "string" ? JSON.parse(said) : said)?.tags ?? {};
}
