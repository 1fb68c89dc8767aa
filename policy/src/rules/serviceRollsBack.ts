import { resourceRule } from "../rule";

export const serviceRollsBack = resourceRule({
    id: "service-rolls-back",
    controls: [],
    description: "A failed deployment of a service is stopped and rolled back.",
    remedy: "Enable the deployment circuit breaker with rollback, or give the service to CodeDeploy.",
    types: ["aws:ecs/service:Service"],
    check({ props }, expect) {
        expect(() => {
            const controller = props["deploymentController"]?.type ?? "ECS";
            const breaker = props["deploymentCircuitBreaker"];
            return controller !== "ECS" || (breaker?.enable === true && breaker?.rollback === true);
        }, "has no deployment circuit breaker with rollback");
    },
});
