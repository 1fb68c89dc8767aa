import { ofType, pointsAt } from "../references";
import { stackRule } from "../rule";

export const desiredCountHasOneOwner = stackRule({
    name: "desired-count-has-one-owner",
    description: "Where autoscaling sets a service's number of tasks, an update leaves it alone.",
    remedy: "Put desiredCount among the service's ignoreChanges.",
    check(resources, expectOf) {
        const targets = ofType(resources, "aws:appautoscaling/target:Target");
        for (const service of ofType(resources, "aws:ecs/service:Service")) {
            const isScaled = targets.some(target => pointsAt(target, "resourceId", service));
            expectOf(service)(
                () => !isScaled || service.opts.ignoreChanges.includes("desiredCount"),
                "is autoscaled, and each update sets its desiredCount back",
            );
        }
    },
});
