import { ofType, pointsAt } from "../references";
import { stackRule } from "../rule";

export const desiredCountIsOwned = stackRule({
    name: "desired-count-is-owned",
    description: "Where an update leaves a service's number of tasks alone, something else sets it.",
    remedy: "Add autoscaling, or take desiredCount out of ignoreChanges.",
    level: "advisory",
    check(resources, expectOf) {
        const owners = ofType(resources, "aws:appautoscaling/target:Target");
        for (const service of ofType(resources, "aws:ecs/service:Service")) {
            const isOwned = owners.some(owner => pointsAt(owner, "resourceId", service));
            expectOf(service)(
                () => isOwned || !service.opts.ignoreChanges.includes("desiredCount"),
                "ignores changes of desiredCount, and nothing in the stack scales it",
            );
        }
    },
});
