import type {
    EnforcementLevel,
    PolicyResource,
    ResourceValidationArgs,
    ResourceValidationPolicy,
    StackValidationPolicy,
} from "@pulumi/policy";
import type { PolicyConfigJSONSchema } from "@pulumi/policy/schema";
import { type Exception, exceptionsSchema, isExcepted } from "./exceptions";
import { expectation, type Expect, judged } from "./expectation";
import { remember } from "./unjudged";

interface About {
    name: string;
    description: string;
    remedy: string;
    level?: EnforcementLevel;
    settings?: Record<string, PolicyConfigJSONSchema>;
}

interface ResourceRule<Settings> extends About {
    types: string[];
    check(resource: ResourceValidationArgs, expect: Expect, settings: Partial<Settings>): void;
}

interface StackRule<Settings> extends About {
    check(
        resources: PolicyResource[],
        expectOf: (resource: PolicyResource) => Expect,
        settings: Partial<Settings>,
    ): void;
}

type Settings<T> = Partial<T> & { exceptions?: Exception[] };

/** A rule on one resource's inputs, judged before the resource is touched. */
export function resourceRule<T extends object = object>(rule: ResourceRule<T>): ResourceValidationPolicy {
    return {
        ...about(rule),
        validateResource: (resource, report) => {
            if (!rule.types.includes(resource.type)) {
                return;
            }
            const settings = resource.getConfig<Settings<T>>();
            if (isExcepted(settings.exceptions ?? [], resource.name, new Date())) {
                return;
            }
            const unjudged = () => remember(rule.name, resource.urn);
            const expect = expectation(message => report(message), unjudged);
            if (!judged(() => rule.check(resource, expect, settings))) {
                unjudged();
            }
        },
    };
}

/** A rule on how resources stand to each other, judged when all of them are registered. */
export function stackRule<T extends object = object>(rule: StackRule<T>): StackValidationPolicy {
    return {
        ...about(rule),
        validateStack: (stack, report) => {
            const settings = stack.getConfig<Settings<T>>();
            const expectOf = (resource: PolicyResource): Expect =>
                isExcepted(settings.exceptions ?? [], resource.name, new Date())
                    ? () => {}
                    : expectation(
                          message => report(message, resource.urn),
                          () => remember(rule.name, resource.urn),
                      );
            if (!judged(() => rule.check(stack.resources, expectOf, settings))) {
                remember(rule.name, "the stack");
            }
        },
    };
}

function about(rule: About) {
    return {
        name: rule.name,
        description: rule.description,
        remediationSteps: rule.remedy,
        enforcementLevel: rule.level ?? "mandatory",
        configSchema: { properties: { ...rule.settings, exceptions: exceptionsSchema } },
    };
}
