import { guarded } from "./reading";

/** What a rule sees of a resource, whoever recorded it: the engine, or an offline preview. */
export interface Resource {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    readonly parent?: string;
    /** The inputs. Reading one that only the update will know ends the expectation as unknown. */
    readonly props: Record<string, any>;
    /** The same inputs as they were recorded, `UNKNOWN` among them, for whoever looks at all of them. */
    readonly inputs: Record<string, unknown>;
    readonly ignoreChanges: string[];
    readonly protect: boolean;
    /** `default_tags` of the provider that creates it. */
    readonly defaultTags: Record<string, string>;
    /** The region of that provider, where it says one. */
    readonly region?: string;
    /** Values that other resources may name it by, beyond its inputs: its id, its ARN. */
    readonly identities: string[];
    dependencies: Resource[];
    /** For each property, the resources whose outputs went into it. */
    references: Record<string, Resource[]>;
}

/** A resource as it is recorded: plain inputs, with `UNKNOWN` in place of what is not known. */
export interface Recorded {
    urn?: string;
    type: string;
    name: string;
    parent?: string;
    inputs?: Record<string, unknown>;
    ignoreChanges?: string[];
    protect?: boolean;
    defaultTags?: Record<string, string>;
    region?: string | undefined;
    identities?: string[];
}

export function resourceOf(recorded: Recorded): Resource {
    const { type, name, parent, region, inputs = {}, ignoreChanges = [], protect = false } = recorded;
    const { defaultTags = {}, identities = [], urn = `${type}::${name}` } = recorded;
    return {
        urn,
        type,
        name,
        ...(parent === undefined ? {} : { parent }),
        ...(region === undefined ? {} : { region }),
        props: guarded(inputs, urn),
        inputs,
        ignoreChanges,
        protect,
        defaultTags,
        identities,
        dependencies: [],
        references: {},
    };
}
