import type { PolicyConfigJSONSchema } from "@pulumi/policy/schema";

/** A resource that a rule lets pass until a given day, and why. */
export interface Exception {
    resource: string;
    reason: string;
    until: string;
}

export const exceptionsSchema: PolicyConfigJSONSchema = {
    type: "array",
    description: "Resources that may break the rule for now. `*` in a name stands for anything.",
    items: {
        type: "object",
        required: ["resource", "reason", "until"],
        additionalProperties: false,
        properties: {
            resource: { type: "string", minLength: 1 },
            reason: { type: "string", minLength: 1 },
            until: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
        },
    },
};

export function isExcepted(exceptions: Exception[], resource: string, today: Date): boolean {
    const day = today.toISOString().slice(0, 10);
    return exceptions.some(exception => matches(exception.resource, resource) && day <= exception.until);
}

function matches(pattern: string, name: string): boolean {
    const literal = (part: string) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return new RegExp(`^${pattern.split("*").map(literal).join(".*")}$`).test(name);
}
