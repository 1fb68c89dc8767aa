import type { Resource } from "./resource";
import type { Expect } from "./expectation";
import { jsonOf } from "./json";

/** One statement of an IAM policy, with every field that may be one or many made many. */
export interface Statement {
    effect: string;
    actions: string[];
    notActions: string[];
    resources: string[];
    notResources: string[];
    principals: string[];
    condition: Record<string, Record<string, unknown>>;
}

const DOCUMENTS: Record<string, string> = {
    "aws:iam/rolePolicy:RolePolicy": "policy",
    "aws:iam/policy:Policy": "policy",
    "aws:iam/userPolicy:UserPolicy": "policy",
    "aws:iam/groupPolicy:GroupPolicy": "policy",
};

const INLINE = "aws:iam/role:Role";

export const IDENTITY_POLICIES = [...Object.keys(DOCUMENTS), INLINE];

/** What the identity policies of a resource allow. */
export function allowed(resource: Resource, expect: Expect): Statement[] {
    const documents: unknown[] =
        resource.type === INLINE
            ? [...(resource.props["inlinePolicies"] ?? [])].map(inline => inline.policy)
            : [resource.props[DOCUMENTS[resource.type] ?? "policy"]];
    return documents.flatMap(document => parse(document, expect)).filter(statement => statement.effect === "Allow");
}

export function parse(document: unknown, expect: Expect): Statement[] {
    if (document === undefined || document === null || document === "") {
        return [];
    }
    let parsed: any = document;
    if (typeof document === "string") {
        parsed = jsonOf(document);
        expect(() => parsed !== undefined, "the policy document is not JSON");
    }
    return many<any>(parsed?.Statement).map(statement => ({
        effect: statement.Effect,
        actions: many(statement.Action),
        notActions: many(statement.NotAction),
        resources: many(statement.Resource),
        notResources: many(statement.NotResource),
        principals: principals(statement.Principal),
        condition: statement.Condition ?? {},
    }));
}

function principals(principal: any): string[] {
    return principal !== null && typeof principal === "object"
        ? Object.values(principal).flatMap(value => many<string>(value))
        : many(principal);
}

function many<T = string>(value: unknown): T[] {
    if (value === undefined || value === null) {
        return [];
    }
    return Array.isArray(value) ? [...value] : [value as T];
}
