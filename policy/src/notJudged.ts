import type { StackValidationPolicy } from "@pulumi/policy";
import { drain } from "./unjudged";

/** Comes last of the pack, so that every other rule has spoken. */
export const unjudged: StackValidationPolicy = {
    name: "not-judged-yet",
    description: "Says which rules met values that only an update will know.",
    enforcementLevel: "advisory",
    validateStack: (_stack, report) => {
        const rules = drain();
        if (rules.length > 0) {
            report(`Not judged before the update: ${rules.join(", ")}`);
        }
    },
};
