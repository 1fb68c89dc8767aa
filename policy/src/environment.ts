import type { PolicyProviderResource } from "@pulumi/policy";
import type { PolicyConfigJSONSchema } from "@pulumi/policy/schema";
import { jsonOf } from "./json";

/** The environment that a rule is told of, where the provider's default tags do not say. */
export interface EnvironmentSetting {
    environment: string;
}

export const environmentSetting: Record<keyof EnvironmentSetting, PolicyConfigJSONSchema> = {
    environment: {
        type: "string",
        description: "What the stack is, when it is not to be read from the provider's `environment` default tag.",
    },
};

interface Placed {
    provider?: PolicyProviderResource;
    props: Record<string, any>;
}

export function isProduction(resource: Placed, settings: Partial<EnvironmentSetting>): boolean {
    return /^prod(uction)?$/i.test(settings.environment ?? environmentOf(resource) ?? "");
}

export function environmentOf(resource: Placed): string | undefined {
    const defaults = parsed(resource.provider?.props["defaultTags"]);
    return defaults?.tags?.environment ?? resource.props["tags"]?.environment;
}

// An explicit provider carries its nested settings as JSON text.
function parsed(value: any): any {
    return typeof value === "string" ? jsonOf(value) : value;
}
