import { resourceRule } from "../rule";

export const launchTypeOrStrategy = resourceRule({
    id: "launch-type-or-strategy",
    controls: [],
    description: "A service has a launch type or a capacity provider strategy: the first hides the second.",
    remedy: "Leave launchType out where there is a capacity provider strategy.",
    types: ["aws:ecs/service:Service"],
    check({ props }, expect) {
        expect(
            () => !props["launchType"] || !("capacityProviderStrategies" in props),
            "has a launchType, which hides its capacity provider strategy",
        );
    },
});
