import type { Policies, PolicyResource, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import type { PolicyConfigJSONSchema } from "@pulumi/policy/schema";
import { type Exception, exceptionsSchema, isExcepted } from "./exceptions";
import { environmentOf, environmentSetting } from "./environment";
import { UNKNOWN } from "./reading";
import { type Resource, resourceOf } from "./resource";
import { remedyOf, type Rule, type Verdict } from "./rule";
import { Topology } from "./topology";
import { remember } from "./unjudged";

const proxy = require("@pulumi/policy/proxy");
const UNKNOWN_VALUES: unknown[] = Object.entries(proxy)
    .filter(([name]) => /^unknown\w+Value$/.test(name))
    .map(([, value]) => value);

type Configuration = Record<string, unknown> & { exceptions?: Exception[]; environment?: string };

/** The inputs of every resource seen, since a stack is validated by its outputs. */
const inputs = new Map<string, Record<string, unknown>>();
const topologies = new WeakMap<PolicyResource[], Topology>();

/** The rules as the engine takes them: those on one resource are judged before it is created. */
export function policies(rules: Rule[]): Policies {
    return rules.map(rule => (rule.types === undefined ? stackPolicy(rule) : resourcePolicy(rule, rule.types)));
}

/** Comes first, so that rules on the whole stack see what the program said. */
export const remembersInputs: ResourceValidationPolicy = {
    name: "remembers-inputs",
    description: "Remembers the inputs of each resource, for the rules on the whole stack.",
    enforcementLevel: "advisory",
    validateResource: ({ urn, props }) => void inputs.set(urn, plain(props)),
};

function resourcePolicy(rule: Rule, types: string[]): ResourceValidationPolicy {
    return {
        ...about(rule),
        validateResource: (args, report) => {
            if (types.includes(args.type)) {
                const resource = resourceFrom(args, plain(args.props));
                tell(rule, new Topology([resource]), args.getConfig<Configuration>(), message => report(message));
            }
        },
    };
}

function stackPolicy(rule: Rule): StackValidationPolicy {
    return {
        ...about(rule),
        validateStack: (args, report) =>
            tell(rule, topologyOf(args.resources), args.getConfig<Configuration>(), (message, urn) =>
                report(message, urn),
            ),
    };
}

function tell(
    rule: Rule,
    topology: Topology,
    { exceptions = [], environment, ...parameters }: Configuration,
    report: (message: string, urn: string) => void,
): void {
    const kind = environmentOf(environment, topology.resources);
    for (const verdict of rule.judge(topology, { environment: kind, parameters })) {
        const { resource } = verdict;
        if (verdict.verdict === "unknown") {
            remember(rule.id, resource.urn);
        } else if (verdict.verdict === "violated" && !isExcepted(exceptions, resource.name, new Date())) {
            report(textOf(verdict, topology), resource.urn);
        }
    }
}

function textOf(verdict: Verdict & { verdict: "violated" }, topology: Topology): string {
    const at = verdict.path === "" ? "" : `${verdict.path}: `;
    return `${at}${verdict.message}. ${remedyOf(verdict.rule, topology)}`;
}

function topologyOf(registered: PolicyResource[]): Topology {
    const before = topologies.get(registered);
    if (before !== undefined) {
        return before;
    }
    const resources = new Map<string, Resource>(
        registered.map(it => [it.urn, resourceFrom(it, { ...idOf(it), ...(inputs.get(it.urn) ?? plain(it.props)) })]),
    );
    const found = (them: PolicyResource[]) => them.map(it => resources.get(it.urn)).filter(it => it !== undefined);
    for (const { urn, dependencies, propertyDependencies } of registered) {
        const resource = resources.get(urn)!;
        resource.dependencies = found(dependencies);
        for (const [property, on] of Object.entries(propertyDependencies)) {
            resource.references[property] = found(on);
        }
    }
    const topology = new Topology([...resources.values()]);
    topologies.set(registered, topology);
    return topology;
}

function idOf(resource: PolicyResource): Record<string, unknown> {
    const { id, arn } = plain(resource.props);
    return Object.fromEntries(Object.entries({ id, arn }).filter(([, value]) => typeof value === "string"));
}

function resourceFrom(
    { urn, type, name, opts, provider }: Pick<PolicyResource, "urn" | "type" | "name" | "opts" | "provider">,
    inputs: Record<string, unknown>,
): Resource {
    const defaults = plain(provider?.props ?? {})["defaultTags"];
    const { tags = {} } = (typeof defaults === "string" ? JSON.parse(defaults) : defaults) ?? {};
    const { ignoreChanges, protect } = opts;
    return resourceOf({ urn, type, name, inputs, ignoreChanges, protect, defaultTags: tags });
}

/** Inputs out of the SDK's proxy, with one sign for everything that is not known. */
function plain(props: Record<string, any>): Record<string, any> {
    return withUnknowns(props[proxy.isSpecialProxy] ? props[proxy.getSpecialProxyTarget] : props);
}

function withUnknowns(value: any): any {
    if (Array.isArray(value)) {
        return value.map(withUnknowns);
    }
    if (value !== null && typeof value === "object") {
        return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withUnknowns(inner)]));
    }
    return UNKNOWN_VALUES.includes(value) ? UNKNOWN : value;
}

function about({ id, description, remedy, level, parameters }: Rule) {
    const properties: Record<string, PolicyConfigJSONSchema> = {
        ...parameters,
        ...environmentSetting,
        exceptions: exceptionsSchema,
    };
    return {
        name: id,
        description,
        remediationSteps: remedy,
        enforcementLevel: level,
        configSchema: { properties },
    };
}
