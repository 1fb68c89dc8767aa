import type { Policies, PolicyResource, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import type { PolicyConfigJSONSchema } from "@pulumi/policy/schema";
import { type Exception, type Fault, Exceptions, exceptionsSchema } from "./exceptions";
import { EXCEPTIONS_ARE_USED, EXCEPTIONS_HOLD, textOf } from "./judgement";
import { withUnknowns } from "./reading";
import { type Resource, resourceOf } from "./resource";
import { ANY, type Environment, remedyOf, type Rule, type Verdict } from "./rule";
import { levelOf, type Settings } from "./settings";
import { Topology } from "./topology";

const proxy = require("@pulumi/policy/proxy");
const UNKNOWN_VALUES: unknown[] = Object.entries(proxy)
    .filter(([name]) => /^unknown\w+Value$/.test(name))
    .map(([, value]) => value);
const STACK = "pulumi:pulumi:Stack";

/** What the policy pack itself is configured with, for one rule. */
type Configuration = Record<string, unknown> & { exceptions?: Omit<Exception, "rule">[]; environment?: Environment };

const environmentSchema: PolicyConfigJSONSchema = {
    type: "string",
    enum: ["production", "staging", "preview"],
    description: "The kind of environment, where the stack does not say it as groundwork:environment.",
};

/** The rules as the engine takes them: those on one resource are judged before it is created. */
export function policies(rules: Rule[], settings: Settings): Policies {
    const door = new Door(settings);
    return [
        door.remembersInputs(),
        ...rules.map(rule => (rule.types === undefined ? door.ofStack(rule) : door.ofResource(rule, rule.types))),
        ...door.summaries(),
    ];
}

/** One run of the engine: what it has shown, and what came out so far. */
class Door {
    /** The inputs of every resource seen, since a stack is validated by its outputs. */
    private readonly inputs = new Map<string, Record<string, unknown>>();
    private readonly topologies = new WeakMap<PolicyResource[], Topology>();
    private readonly unknown = new Map<string, Set<string>>();
    private readonly exceptions: Exceptions;

    constructor(private readonly settings: Settings) {
        this.exceptions = new Exceptions(settings.exceptions, new Date());
    }

    /** Comes first, so that rules on the whole stack see what the program said. */
    remembersInputs(): ResourceValidationPolicy {
        return {
            name: "remembers-inputs",
            description: "Remembers the inputs of each resource, for the rules on the whole stack.",
            enforcementLevel: "advisory",
            validateResource: ({ urn, props }) => void this.inputs.set(urn, plain(props)),
        };
    }

    ofResource(rule: Rule, types: string[]): ResourceValidationPolicy {
        return {
            ...this.about(rule),
            validateResource: (args, report) => {
                if (types.includes(args.type) || types.includes(ANY)) {
                    const resource = resourceFrom(args, plain(args.props));
                    this.judge(rule, new Topology([resource]), args.getConfig<Configuration>(), report);
                }
            },
        };
    }

    ofStack(rule: Rule): StackValidationPolicy {
        return {
            ...this.about(rule),
            validateStack: (args, report) =>
                this.judge(rule, this.topologyOf(args.resources), args.getConfig<Configuration>(), report),
        };
    }

    /** Come last, so that every rule has spoken. */
    summaries(): StackValidationPolicy[] {
        const faults = (level: Fault["level"]) => () =>
            this.exceptions
                .faults()
                .filter(fault => fault.level === level)
                .map(fault => `${textOf(fault)}. ${fault.remedy}`);
        return [
            summary("not-judged-yet", "advisory", "Says which rules met values that only an update will know.", () =>
                this.notJudged(),
            ),
            summary("exceptions-in-use", "advisory", "Says which violations an exception lets pass.", () =>
                this.exceptions
                    .inUse()
                    .map(
                        ({ rule, resource, message, reason, until }) =>
                            `${rule}: ${nameOf(resource)}: ${message}. Excepted until ${until}: ${reason}`,
                    ),
            ),
            summary(
                EXCEPTIONS_HOLD,
                "mandatory",
                "Exceptions are narrow, justified and not expired.",
                faults("mandatory"),
            ),
            summary(
                EXCEPTIONS_ARE_USED,
                "advisory",
                "Exceptions that are not needed any more are removed.",
                faults("advisory"),
            ),
        ];
    }

    private judge(
        rule: Rule,
        topology: Topology,
        { exceptions = [], environment, ...given }: Configuration,
        report: (message: string, urn?: string) => void,
    ): void {
        this.exceptions.add(exceptions.map(exception => ({ rule: rule.id, ...exception })));
        const parameters = { ...given, ...this.settings.rules[rule.id]?.parameters };
        const kind = this.settings.environment ?? environment;
        for (const verdict of rule.judge(topology, { environment: kind, parameters })) {
            const isCovered = this.exceptions.covers(verdict);
            const { urn } = verdict.resource;
            if (verdict.verdict === "unknown") {
                this.unknown.set(rule.id, (this.unknown.get(rule.id) ?? new Set()).add(urn));
            } else if (verdict.verdict === "violated" && !isCovered) {
                const text = this.text(verdict);
                rule.types === undefined ? report(text, urn) : report(text);
            }
        }
    }

    private text({ rule, path, message }: Verdict & { verdict: "violated" }): string {
        return `${path === "" ? "" : `${path}: `}${message}. ${remedyOf(rule, this.settings.isGroundwork)}`;
    }

    private notJudged(): string[] {
        const rules = [...this.unknown].map(([rule, urns]) => `${rule} (${urns.size})`).sort();
        this.unknown.clear();
        return rules.length === 0 ? [] : [`Not judged before the update: ${rules.join(", ")}`];
    }

    private topologyOf(registered: PolicyResource[]): Topology {
        const before = this.topologies.get(registered);
        if (before !== undefined) {
            return before;
        }
        const judged = registered.filter(({ type }) => type !== STACK);
        const resources = new Map<string, Resource>(
            judged.map(it => [it.urn, resourceFrom(it, this.inputs.get(it.urn) ?? plain(it.props), identities(it))]),
        );
        const found = (them: PolicyResource[]) => them.map(it => resources.get(it.urn)).filter(it => it !== undefined);
        for (const { urn, dependencies, propertyDependencies } of judged) {
            const resource = resources.get(urn)!;
            resource.dependencies = found(dependencies);
            for (const [property, on] of Object.entries(propertyDependencies)) {
                resource.references[property] = found(on);
            }
        }
        const topology = new Topology([...resources.values()]);
        this.topologies.set(registered, topology);
        return topology;
    }

    private about(rule: Rule) {
        const { parameters } = this.settings.rules[rule.id] ?? { parameters: {} };
        const properties: Record<string, PolicyConfigJSONSchema> = {
            ...rule.parameters,
            environment: environmentSchema,
            exceptions: exceptionsSchema,
        };
        for (const [name, value] of Object.entries(parameters)) {
            properties[name] = { ...properties[name], default: value as PolicyConfigJSONSchema["default"] & {} };
        }
        const level = levelOf(rule, this.settings);
        return {
            name: rule.id,
            description: rule.description,
            remediationSteps: rule.remedy,
            enforcementLevel: level === "off" ? ("disabled" as const) : level,
            configSchema: { properties },
        };
    }
}

function summary(
    name: string,
    enforcementLevel: "advisory" | "mandatory",
    description: string,
    lines: () => string[],
): StackValidationPolicy {
    return {
        name,
        description,
        enforcementLevel,
        validateStack: (_stack, report) => lines().forEach(line => report(line)),
    };
}

type Registered = Pick<PolicyResource, "urn" | "type" | "name" | "opts" | "provider" | "parent">;

function resourceFrom(registered: Registered, inputs: Record<string, unknown>, identities: string[] = []): Resource {
    const { urn, type, name, opts, provider, parent } = registered;
    const { region, defaultTags: defaults } = plain(provider?.props ?? {});
    const { tags = {} } = (typeof defaults === "string" ? JSON.parse(defaults) : defaults) ?? {};
    const { ignoreChanges, protect } = opts;
    return resourceOf({
        ...{ urn, type, name, inputs, ignoreChanges, protect, identities, defaultTags: tags, region },
        ...(parent === undefined ? {} : { parent: parent.urn }),
    });
}

function identities(resource: PolicyResource): string[] {
    const { id, arn } = plain(resource.props);
    return [id, arn].filter(value => typeof value === "string" && value !== "");
}

function nameOf(urn: string): string {
    return urn.split("::").pop() ?? urn;
}

/** Inputs out of the SDK's proxy, with one sign for everything that is not known. */
function plain(props: Record<string, any>): Record<string, any> {
    return withUnknowns(props[proxy.isSpecialProxy] ? props[proxy.getSpecialProxyTarget] : props, UNKNOWN_VALUES);
}
