import { pointsAt } from "../topology";
import { stackRule } from "../rule";

export const desiredCountHasOneOwner = stackRule({
    id: "desired-count-has-one-owner",
    controls: [],
    description: "Where autoscaling sets a service's number of tasks, an update leaves it alone.",
    remedy: "Put desiredCount among the service's ignoreChanges.",
    check(topology, expectOf) {
        const targets = topology.ofType("aws:appautoscaling/target:Target");
        for (const service of topology.ofType("aws:ecs/service:Service")) {
            const isScaled = targets.some(target => pointsAt(target, "resourceId", service));
            expectOf(service)(
                () => !isScaled || service.ignoreChanges.includes("desiredCount"),
                "is autoscaled, and each update sets its desiredCount back",
            );
        }
    },
});
