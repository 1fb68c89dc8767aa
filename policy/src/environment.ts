import type { PolicyConfigJSONSchema } from "@pulumi/policy/schema";
import type { Resource } from "./resource";
import type { Environment } from "./rule";

export const environmentSetting: Record<"environment", PolicyConfigJSONSchema> = {
    environment: {
        type: "string",
        description: "What the stack is, when it is not to be read from the provider's `environment` default tag.",
    },
};

/** The kind of environment: as it is given, or else by the tags of the stack's resources. */
export function environmentOf(given: string | undefined, resources: Resource[]): Environment | undefined {
    const said =
        given ?? resources.map(({ defaultTags }) => defaultTags["environment"]).find(tag => tag !== undefined) ?? "";
    if (/^prod(uction)?$/i.test(said)) {
        return "production";
    }
    return said === "staging" || said === "preview" ? said : undefined;
}
