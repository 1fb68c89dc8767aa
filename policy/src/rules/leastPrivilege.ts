import { resourceRule } from "../rule";
import { allowed, IDENTITY_POLICIES, type Statement } from "../statements";
import { isUnscoped, isWholeKind, needsCondition } from "../unscopedActions";

interface Settings {
    unscoped: string[];
}

export const leastPrivilege = resourceRule<Settings>({
    id: "iam-least-privilege",
    controls: [],
    description: "IAM policies name their actions, and name their resources wherever AWS lets them.",
    remedy: "List the actions, and give the ARNs they are for.",
    parameters: {
        unscoped: {
            type: "array",
            items: { type: "string" },
            default: [],
            description: "Further actions that may be allowed on every resource.",
        },
    },
    types: IDENTITY_POLICIES,
    check(resource, expect, { unscoped }) {
        for (const statement of allowed(resource, expect)) {
            for (const action of statement.actions) {
                expect(() => !action.includes("*") || isWholeKind(action), `allows ${action}`);
            }
            expect(() => statement.notActions.length === 0, "allows every action but some (NotAction)");
            expect(() => statement.notResources.length === 0, "allows every resource but some (NotResource)");
            if (!statement.resources.some(isEverything)) {
                continue;
            }
            for (const action of statement.actions.filter(action => !action.includes("*") || isWholeKind(action))) {
                expect(
                    () => isUnscoped(action) || needsCondition(action) || unscoped.includes(action),
                    `allows ${action} on every resource`,
                );
                expect(
                    () => !needsCondition(action) || isConditional(statement),
                    `allows ${action} on every resource without a condition`,
                );
            }
        }
    },
});

function isEverything(resource: string): boolean {
    return /^(\*|arn:[^:]*:[^:]*:[^:]*:[^:]*:\*)$/.test(resource);
}

function isConditional(statement: Statement): boolean {
    return Object.keys(statement.condition).length > 0;
}
