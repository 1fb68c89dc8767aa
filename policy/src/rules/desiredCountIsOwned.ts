import { pointsAt } from "../topology";
import { stackRule } from "../rule";

export const desiredCountIsOwned = stackRule({
    id: "desired-count-is-owned",
    controls: [],
    description: "Where an update leaves a service's number of tasks alone, something else sets it.",
    remedy: "Add autoscaling, or take desiredCount out of ignoreChanges.",
    level: "advisory",
    check(topology, expectOf) {
        const owners = topology.ofType("aws:appautoscaling/target:Target");
        for (const service of topology.ofType("aws:ecs/service:Service")) {
            const isOwned = owners.some(owner => pointsAt(owner, "resourceId", service));
            expectOf(service)(
                () => isOwned || !service.ignoreChanges.includes("desiredCount"),
                "ignores changes of desiredCount, and nothing in the stack scales it",
            );
        }
    },
});
