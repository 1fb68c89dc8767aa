import { resourceRule } from "../rule";

interface Strategy {
    capacityProvider: string;
    base?: number;
}

export const spotHasAFloor = resourceRule({
    id: "spot-has-a-floor",
    controls: [],
    environments: ["production"],
    description: "In production, a service behind a load balancer keeps at least one task off Spot.",
    remedy: "Give FARGATE a base of 1 or more; a weight of 0 is no fallback when Spot runs out.",
    types: ["aws:ecs/service:Service"],
    check(service, expect) {
        expect(() => {
            const strategies: Strategy[] = [...(service.props["capacityProviderStrategies"] ?? [])];
            const usesSpot = strategies.some(strategy => strategy.capacityProvider === "FARGATE_SPOT");
            const isBalanced = (service.props["loadBalancers"] ?? []).length > 0;
            return !usesSpot || !isBalanced || strategies.some(isFloor);
        }, "may lose every task at once: all of them may be on Spot");
    },
});

function isFloor({ capacityProvider, base }: Strategy): boolean {
    return capacityProvider === "FARGATE" && (base ?? 0) >= 1;
}
