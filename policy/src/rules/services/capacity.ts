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

export const spotHasAFloor = resourceRule("spot-has-a-floor", [ECS_SERVICE], (service, expect) => {
    expect("capacityProviderStrategies", "may lose every task at once: all of them may be on Spot", () => {
        const strategies: Strategy[] = [...(service.props["capacityProviderStrategies"] ?? [])];
        const usesSpot = strategies.some(strategy => strategy.capacityProvider === "FARGATE_SPOT");
        const isBalanced = (service.props["loadBalancers"] ?? []).length > 0;
        return !usesSpot || !isBalanced || strategies.some(isFloor);
    });
});

export const servicesRun = stackRule(
    "service-keeps-a-task",
    [ECS_SERVICE, SCALING_TARGET],
    (resource, expect, topology) => {
        if (resource.type === ECS_SERVICE) {
            expect(
                "desiredCount",
                "starts without a task",
                () =>
                    followsAQueue(topology.pointingAt(resource, "resourceId", SCALING_TARGET), topology) ||
                    (resource.props["desiredCount"] ?? 0) >= 1,
            );
            return;
        }
        expect(
            "minCapacity",
            "may scale to no task at all",
            () => followsAQueue([resource], topology) || (resource.props["minCapacity"] ?? 0) >= 1,
        );
    },
);

export const servicesHaveASecondTask = stackRule(
    "service-has-a-second-task",
    [ECS_SERVICE],
    (service, expect, topology) => {
        const targets = topology.pointingAt(service, "resourceId", SCALING_TARGET);
        expect(
            "desiredCount",
            "may run in a single task, and so in a single zone",
            () =>
                (service.props["loadBalancers"] ?? []).length === 0 ||
                (targets.length === 0
                    ? (service.props["desiredCount"] ?? 0) >= 2
                    : targets.every(it => it.props["minCapacity"] >= 2)),
        );
    },
);

export const scalingHasRoom = stackRule("scaling-has-room", [SCALING_TARGET], (target, expect, topology) => {
    const { props } = target;
    expect("maxCapacity", "allows fewer tasks than it asks for", () => props["maxCapacity"] >= props["minCapacity"]);
    expect("maxCapacity", "allows no task", () => (props["maxCapacity"] ?? 0) > 0);
    expect(
        "suspendedState",
        "does not scale: it is suspended",
        () => props["suspendedState"]?.dynamicScalingOutSuspended !== true,
    );
    expect(
        "",
        "has no policy, so that it never scales",
        () =>
            topology.pointingAt(target, "resourceId", SCALING_POLICY, SCHEDULED_SCALING).length > 0 ||
            props["maxCapacity"] === props["minCapacity"] ||
            schedulesOf(topology).some(it => it.includes(String(props["resourceId"]))),
    );
    expect(
        "maxCapacity",
        "has a policy and no room to scale",
        () =>
            props["maxCapacity"] > props["minCapacity"] ||
            topology.pointingAt(target, "resourceId", SCALING_POLICY).length === 0,
    );
});

export const scalingPoliciesMeasure = resourceRule("scaling-policy-measures", [SCALING_POLICY], ({ props }, expect) => {
    const type = () => props["policyType"] ?? "StepScaling";
    expect("policyType", "is of no known type", () => ["TargetTrackingScaling", "StepScaling"].includes(type()));
    const tracking = () => props["targetTrackingScalingPolicyConfiguration"];
    expect("policyType", "measures nothing", () =>
        type() === "StepScaling" ? "stepScalingPolicyConfiguration" in props : tracking() !== undefined,
    );
    expect(
        "targetTrackingScalingPolicyConfiguration",
        "measures nothing",
        () =>
            tracking() === undefined ||
            !!tracking().predefinedMetricSpecification?.predefinedMetricType ||
            !!tracking().customizedMetricSpecification,
    );
    expect(
        "targetTrackingScalingPolicyConfiguration.targetValue",
        "has no target",
        () => tracking() === undefined || tracking().targetValue > 0,
    );
    expect(
        "targetTrackingScalingPolicyConfiguration.targetValue",
        "has a target that is never passed",
        () =>
            !/CPU|Memory/.test(tracking()?.predefinedMetricSpecification?.predefinedMetricType ?? "") ||
            tracking().targetValue < 100,
    );
    expect(
        "targetTrackingScalingPolicyConfiguration.disableScaleIn",
        "never scales in",
        () => tracking()?.disableScaleIn !== true,
    );
    expect(
        "stepScalingPolicyConfiguration.stepAdjustments",
        "has no steps",
        () => (props["stepScalingPolicyConfiguration"]?.stepAdjustments ?? [0]).length > 0,
    );
});

export const stepsAreTriggered = stackRule(
    "scaling-steps-are-triggered",
    [SCALING_POLICY],
    (policy, expect, topology) => {
        expect(
            "",
            "is triggered by no alarm",
            () =>
                policy.props["policyType"] !== "StepScaling" ||
                topology.pointingAt(policy, "alarmActions", ALARM).length > 0,
        );
    },
);

export const desiredCountHasOneOwner = stackRule(
    "desired-count-has-one-owner",
    [ECS_SERVICE],
    (service, expect, topology) => {
        expect(
            "desiredCount",
            "is scaled by something else, and each update sets its desiredCount back",
            () => !isScaled(service, topology) || service.ignoreChanges.includes("desiredCount"),
        );
    },
);

export const desiredCountIsOwned = stackRule("desired-count-is-owned", [ECS_SERVICE], (service, expect, topology) => {
    expect(
        "desiredCount",
        "ignores changes of desiredCount, and nothing in the stack scales it",
        () => isScaled(service, topology) || !service.ignoreChanges.includes("desiredCount"),
    );
});

export const appRunnerScales = resourceRule(
    "app-runner-keeps-an-instance",
    [APP_RUNNER_SCALING],
    ({ props }, expect) => {
        expect("minSize", "keeps no instance", () => (props["minSize"] ?? 1) >= 1);
        expect("maxSize", "has no room to scale", () => (props["maxSize"] ?? 25) > (props["minSize"] ?? 1));
        expect(
            "maxConcurrency",
            "allows more requests at a time than App Runner does",
            () => (props["maxConcurrency"] ?? 100) <= 200 && (props["maxConcurrency"] ?? 100) > 0,
        );
    },
);

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
