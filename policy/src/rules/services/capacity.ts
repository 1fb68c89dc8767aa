import type { Resource } from "../../resource";
import { resourceRule, stackRule } from "../../rule";
import type { Topology } from "../../topology";
import {
    ALARM,
    APP_RUNNER_SCALING,
    ECS_SERVICE,
    ROLE_POLICY,
    SCALING_POLICY,
    SCALING_TARGET,
    SCHEDULE,
    SCHEDULED_SCALING,
} from "../../types";

interface Strategy {
    capacityProvider: string;
    base?: number;
}

export const spotHasAFloor = resourceRule({
    id: "spot-has-a-floor",
    controls: ["WA REL10-BP01"],
    description: "In production, a service behind a load balancer keeps at least one task off Spot.",
    remedy: "Give FARGATE a base of 1 or more; a weight of 0 is no fallback when Spot runs out.",
    setting: "services.*.spot",
    environments: ["production"],
    types: [ECS_SERVICE],
    check(service, expect) {
        expect(
            () => {
                const strategies: Strategy[] = [...(service.props["capacityProviderStrategies"] ?? [])];
                const usesSpot = strategies.some(strategy => strategy.capacityProvider === "FARGATE_SPOT");
                const isBalanced = (service.props["loadBalancers"] ?? []).length > 0;
                return !usesSpot || !isBalanced || strategies.some(isFloor);
            },
            "may lose every task at once: all of them may be on Spot",
            "capacityProviderStrategies",
        );
    },
});

export const servicesRun = stackRule({
    id: "service-keeps-a-task",
    controls: ["WA REL07-BP01"],
    description:
        "In production, a service always has a task, and autoscaling leaves it one, unless it follows a queue.",
    remedy: "Set desiredCount and minCapacity to 1 or more.",
    setting: "services.*.tasks.min",
    environments: ["production"],
    types: [ECS_SERVICE, SCALING_TARGET],
    check(resource, expect, topology) {
        if (resource.type === ECS_SERVICE) {
            expect(
                () =>
                    followsAQueue(topology.pointingAt(resource, "resourceId", SCALING_TARGET), topology) ||
                    (resource.props["desiredCount"] ?? 0) >= 1,
                "starts without a task",
                "desiredCount",
            );
            return;
        }
        expect(
            () => followsAQueue([resource], topology) || (resource.props["minCapacity"] ?? 0) >= 1,
            "may scale to no task at all",
            "minCapacity",
        );
    },
});

export const servicesHaveASecondTask = stackRule({
    id: "service-has-a-second-task",
    level: "advisory",
    controls: ["WA REL10-BP01"],
    description: "In production, a service behind a load balancer has two tasks or more, in two zones.",
    remedy: "Set minCapacity and desiredCount to 2 or more.",
    setting: "services.*.tasks.min",
    environments: ["production"],
    types: [ECS_SERVICE],
    check(service, expect, topology) {
        const targets = topology.pointingAt(service, "resourceId", SCALING_TARGET);
        expect(
            () =>
                (service.props["loadBalancers"] ?? []).length === 0 ||
                (targets.length === 0
                    ? (service.props["desiredCount"] ?? 0) >= 2
                    : targets.every(it => it.props["minCapacity"] >= 2)),
            "may run in a single task, and so in a single zone",
            "desiredCount",
        );
    },
});

export const scalingHasRoom = stackRule({
    id: "scaling-has-room",
    controls: ["WA REL07-BP01"],
    description: "Autoscaling has a policy, and room to scale.",
    remedy: "Set maxCapacity above minCapacity, and add a target tracking policy.",
    setting: "services.*.tasks",
    types: [SCALING_TARGET],
    check(target, expect, topology) {
        const { props } = target;
        expect(
            () => props["maxCapacity"] >= props["minCapacity"],
            "allows fewer tasks than it asks for",
            "maxCapacity",
        );
        expect(() => (props["maxCapacity"] ?? 0) > 0, "allows no task", "maxCapacity");
        expect(
            () =>
                topology.pointingAt(target, "resourceId", SCALING_POLICY, SCHEDULED_SCALING).length > 0 ||
                props["maxCapacity"] === props["minCapacity"] ||
                schedulesOf(topology).some(it => it.includes(String(props["resourceId"]))),
            "has no policy, so that it never scales",
            "",
        );
        expect(
            () =>
                props["maxCapacity"] > props["minCapacity"] ||
                topology.pointingAt(target, "resourceId", SCALING_POLICY).length === 0,
            "has a policy and no room to scale",
            "maxCapacity",
        );
    },
});

export const scalingPoliciesMeasure = resourceRule({
    id: "scaling-policy-measures",
    controls: ["WA REL07-BP01"],
    description: "A scaling policy has a metric, a target that can be reached, and scales in as well.",
    remedy: "Set targetTrackingScalingPolicyConfiguration with a metric and a targetValue below 100%.",
    setting: "services.*.tasks.cpu",
    types: [SCALING_POLICY],
    check({ props }, expect) {
        const type = () => props["policyType"] ?? "StepScaling";
        expect(() => ["TargetTrackingScaling", "StepScaling"].includes(type()), "is of no known type", "policyType");
        const tracking = () => props["targetTrackingScalingPolicyConfiguration"];
        expect(
            () => (type() === "StepScaling" ? "stepScalingPolicyConfiguration" in props : tracking() !== undefined),
            "measures nothing",
            "policyType",
        );
        expect(
            () =>
                tracking() === undefined ||
                !!tracking().predefinedMetricSpecification?.predefinedMetricType ||
                !!tracking().customizedMetricSpecification,
            "measures nothing",
            "targetTrackingScalingPolicyConfiguration",
        );
        expect(
            () => tracking() === undefined || tracking().targetValue > 0,
            "has no target",
            "targetTrackingScalingPolicyConfiguration.targetValue",
        );
        expect(
            () =>
                !/CPU|Memory/.test(tracking()?.predefinedMetricSpecification?.predefinedMetricType ?? "") ||
                tracking().targetValue < 100,
            "has a target that is never passed",
            "targetTrackingScalingPolicyConfiguration.targetValue",
        );
        expect(
            () => tracking()?.disableScaleIn !== true,
            "never scales in",
            "targetTrackingScalingPolicyConfiguration.disableScaleIn",
        );
        expect(
            () => (props["stepScalingPolicyConfiguration"]?.stepAdjustments ?? [0]).length > 0,
            "has no steps",
            "stepScalingPolicyConfiguration.stepAdjustments",
        );
    },
});

export const stepsAreTriggered = stackRule({
    id: "scaling-steps-are-triggered",
    controls: ["WA REL07-BP01"],
    description: "An alarm triggers a policy that scales by steps.",
    remedy: "Name the policy in the alarmActions of an alarm.",
    types: [SCALING_POLICY],
    check(policy, expect, topology) {
        expect(
            () =>
                policy.props["policyType"] !== "StepScaling" ||
                topology.pointingAt(policy, "alarmActions", ALARM).length > 0,
            "is triggered by no alarm",
            "",
        );
    },
});

export const desiredCountHasOneOwner = stackRule({
    id: "desired-count-has-one-owner",
    controls: ["WA OPS05-BP04"],
    description: "Where autoscaling or a schedule sets a service's number of tasks, an update leaves it alone.",
    remedy: "Put desiredCount among the service's ignoreChanges.",
    types: [ECS_SERVICE],
    check(service, expect, topology) {
        expect(
            () => !isScaled(service, topology) || service.ignoreChanges.includes("desiredCount"),
            "is scaled by something else, and each update sets its desiredCount back",
            "desiredCount",
        );
    },
});

export const desiredCountIsOwned = stackRule({
    id: "desired-count-is-owned",
    level: "advisory",
    controls: ["WA OPS05-BP04"],
    description: "Where an update leaves a service's number of tasks alone, autoscaling or a schedule sets it.",
    remedy: "Add autoscaling, or take desiredCount out of ignoreChanges.",
    types: [ECS_SERVICE],
    check(service, expect, topology) {
        expect(
            () => isScaled(service, topology) || !service.ignoreChanges.includes("desiredCount"),
            "ignores changes of desiredCount, and nothing in the stack scales it",
            "desiredCount",
        );
    },
});

export const appRunnerScales = resourceRule({
    id: "app-runner-keeps-an-instance",
    controls: ["WA REL07-BP01"],
    description: "An App Runner service keeps an instance and has room to scale.",
    remedy: "Set minSize to 1 or more, and maxSize above it.",
    types: [APP_RUNNER_SCALING],
    check({ props }, expect) {
        expect(() => (props["minSize"] ?? 1) >= 1, "keeps no instance", "minSize");
        expect(() => (props["maxSize"] ?? 25) > (props["minSize"] ?? 1), "has no room to scale", "maxSize");
        expect(
            () => (props["maxConcurrency"] ?? 100) <= 200 && (props["maxConcurrency"] ?? 100) > 0,
            "allows more requests at a time than App Runner does",
            "maxConcurrency",
        );
    },
});

/** Whether steps start the first task when there is something in a queue. */
function followsAQueue(targets: Resource[], topology: Topology): boolean {
    return topology
        .ofType(SCALING_POLICY)
        .filter(it => it.props["policyType"] === "StepScaling")
        .some(policy => targets.some(it => it.props["resourceId"] === policy.props["resourceId"]));
}

function isScaled(service: Resource, topology: Topology): boolean {
    return (
        topology.pointingAt(service, "resourceId", SCALING_TARGET).length > 0 ||
        topology.ofType(SCHEDULE).some(it => it.dependencies.some(({ urn }) => urn === service.urn)) ||
        topology.ofType(ROLE_POLICY).some(it => mayUpdate(it, service)) ||
        schedulesOf(topology).some(
            it => it.includes(`"${service.props["name"]}"`) || it.includes(`/${service.props["name"]}"`),
        )
    );
}

/** Whether somebody's rights are to set the service's number of tasks. */
function mayUpdate(policy: Resource, service: Resource): boolean {
    const text = typeof policy.inputs["policy"] === "string" ? policy.inputs["policy"] : "";
    return text.includes('"ecs:UpdateService"') && text.includes(`/${service.inputs["name"]}"`);
}

/** What schedules pass to ECS and to autoscaling, where that is known. */
function schedulesOf(topology: Topology): string[] {
    return topology
        .ofType(SCHEDULE)
        .map(it => (it.inputs["target"] as any)?.input)
        .filter(it => typeof it === "string");
}

function isFloor({ capacityProvider, base }: Strategy): boolean {
    return capacityProvider === "FARGATE" && (base ?? 0) >= 1;
}
