import type {
    PolicyProviderResource,
    PolicyResource,
    ResourceValidationPolicy,
    StackValidationPolicy,
} from "@pulumi/policy";

// The engine hands properties over behind this proxy; the package does not export its types.
const proxy = require("@pulumi/policy/proxy");

/** What a preview shows in place of a value that only the update will know. */
export const UNKNOWN: any = proxy.unknownStringValue;

type Props = Record<string, any>;

export interface Given {
    type: string;
    name?: string;
    props?: Props;
    environment?: string;
    ignoreChanges?: string[];
    dependencies?: PolicyResource[];
    references?: Record<string, PolicyResource[]>;
}

const stackTags = new Map<string, string>();

export function resource(given: Given): PolicyResource {
    const name = given.name ?? "it";
    return {
        type: given.type,
        name,
        urn: `urn:pulumi:prod::groundwork::${given.type}::${name}`,
        props: proxy.unknownCheckingProxy(given.props ?? {}),
        opts: {
            protect: false,
            ignoreChanges: given.ignoreChanges ?? [],
            aliases: [],
            customTimeouts: { createSeconds: 0, updateSeconds: 0, deleteSeconds: 0 },
            additionalSecretOutputs: [],
        },
        ...(given.environment ? { provider: providerOf(given.environment) } : {}),
        dependencies: given.dependencies ?? Object.values(given.references ?? {}).flat(),
        propertyDependencies: given.references ?? {},
        isType: () => false,
        asType: () => undefined,
    };
}

function providerOf(environment: string): PolicyProviderResource {
    return {
        type: "pulumi:providers:aws",
        name: "region",
        urn: "urn:pulumi:prod::groundwork::pulumi:providers:aws::region",
        props: { defaultTags: JSON.stringify({ tags: { environment } }) },
    };
}

/** What a rule has to say about one resource. */
export function findings(rule: ResourceValidationPolicy, given: Given, settings: object = {}): string[] {
    const found: string[] = [];
    const validate = rule.validateResource;
    if (typeof validate !== "function") {
        throw new Error(`${rule.name} validates nothing`);
    }
    const { dependencies, propertyDependencies, ...args } = resource(given);
    validate(
        {
            ...args,
            stackTags,
            isType: () => false,
            asType: () => undefined,
            getConfig: () => settings as any,
            notApplicable: () => {
                throw new Error("not applicable");
            },
        },
        message => found.push(message),
    );
    return found;
}

/** What a rule has to say about a whole stack, as `name: message`. */
export function stackFindings(
    rule: StackValidationPolicy,
    resources: PolicyResource[],
    settings: object = {},
): string[] {
    const found: string[] = [];
    rule.validateStack(
        {
            resources,
            stackTags,
            getConfig: () => settings as any,
            notApplicable: () => {
                throw new Error("not applicable");
            },
        },
        (message, urn) => found.push(`${urn?.split("::").pop() ?? "stack"}: ${message}`),
    );
    return found;
}
