import { ALARM, APP_RUNNER_SCALING, ECS_SERVICE, SCALING_POLICY, SCALING_TARGET, SCHEDULE } from "../../../src/types";
import { type Cases, type Given, GONE } from "../case";

const scaled: Record<string, Given> = {
    web: [ECS_SERVICE, { desiredCount: 2, loadBalancers: [{}] }, { ignoreChanges: ["desiredCount"] }],
    target: [SCALING_TARGET, { resourceId: "${web}", minCapacity: 2, maxCapacity: 6 }],
    byCpu: [SCALING_POLICY, { resourceId: "${target}", policyType: "TargetTrackingScaling" }],
};
const CONFIGURATION = "targetTrackingScalingPolicyConfiguration";

export const cases: Cases = {
    "spot-has-a-floor": {
        sound: {
            web: [
                ECS_SERVICE,
                {
                    loadBalancers: [{}],
                    capacityProviderStrategies: [
                        { capacityProvider: "FARGATE", base: 1, weight: 1 },
                        { capacityProvider: "FARGATE_SPOT", weight: 3 },
                    ],
                },
            ],
        },
        faults: [
            [
                "web.capacityProviderStrategies[0].base",
                0,
                "may lose every task at once: all of them may be on Spot",
                "web.capacityProviderStrategies",
            ],
            [
                "web.capacityProviderStrategies[0].capacityProvider",
                "FARGATE_SPOT",
                "may lose every task at once: all of them may be on Spot",
                "web.capacityProviderStrategies",
            ],
        ],
        harmless: [["web", [ECS_SERVICE, { capacityProviderStrategies: [{ capacityProvider: "FARGATE_SPOT" }] }]]],
    },
    "service-keeps-a-task": {
        sound: scaled,
        faults: [
            ["web.desiredCount", 0, "starts without a task"],
            ["target.minCapacity", 0, "may scale to no task at all"],
        ],
        harmless: [["target", [SCALING_TARGET, { resourceId: "${web}", minCapacity: 2, maxCapacity: 6 }]]],
    },
    "service-has-a-second-task": {
        sound: { ...scaled, small: [ECS_SERVICE, { desiredCount: 2, loadBalancers: [{}] }] },
        faults: [
            ["target.minCapacity", 1, "may run in a single task, and so in a single zone", "web.desiredCount"],
            ["small.desiredCount", 1, "may run in a single task, and so in a single zone"],
        ],
        harmless: [["small", [ECS_SERVICE, { desiredCount: 1 }]]],
    },
    "scaling-has-room": {
        sound: scaled,
        faults: [
            ["target.suspendedState", { dynamicScalingOutSuspended: true }, "does not scale: it is suspended"],
            [
                "target.maxCapacity",
                1,
                ["allows fewer tasks than it asks for", "has a policy and no room to scale"].map(
                    it => `target.maxCapacity: ${it}`,
                ),
            ],
            ["target.maxCapacity", 2, "has a policy and no room to scale"],
            ["byCpu", GONE, "has no policy, so that it never scales", "target"],
            [
                "target",
                [SCALING_TARGET, { resourceId: "${web}", minCapacity: 0, maxCapacity: 0 }],
                ["target.maxCapacity: allows no task", "target.maxCapacity: has a policy and no room to scale"],
            ],
        ],
    },
    "scaling-policy-measures": {
        sound: {
            byCpu: [
                SCALING_POLICY,
                {
                    policyType: "TargetTrackingScaling",
                    [CONFIGURATION]: {
                        targetValue: 60,
                        predefinedMetricSpecification: { predefinedMetricType: "ECSServiceAverageCPUUtilization" },
                    },
                },
            ],
            bySteps: [
                SCALING_POLICY,
                { policyType: "StepScaling", stepScalingPolicyConfiguration: { stepAdjustments: [{}] } },
            ],
        },
        faults: [
            ["byCpu.policyType", "Magic", "is of no known type"],
            ["bySteps.stepScalingPolicyConfiguration", GONE, "measures nothing", "bySteps.policyType"],
            [
                `byCpu.${CONFIGURATION}.predefinedMetricSpecification`,
                GONE,
                "measures nothing",
                `byCpu.${CONFIGURATION}`,
            ],
            [`byCpu.${CONFIGURATION}.targetValue`, 0, "has no target"],
            [`byCpu.${CONFIGURATION}.targetValue`, 100, "has a target that is never passed"],
            [`byCpu.${CONFIGURATION}.disableScaleIn`, true, "never scales in"],
            ["bySteps.stepScalingPolicyConfiguration.stepAdjustments", [], "has no steps"],
        ],
    },
    "scaling-steps-are-triggered": {
        sound: {
            steps: [SCALING_POLICY, { policyType: "StepScaling" }],
            alarm: [ALARM, { alarmActions: ["${steps}"] }],
        },
        faults: [["alarm", GONE, "is triggered by no alarm", "steps"]],
        harmless: [["byCpu", [SCALING_POLICY, { policyType: "TargetTrackingScaling" }]]],
    },
    "desired-count-has-one-owner": {
        sound: scaled,
        faults: [
            [
                "web",
                [ECS_SERVICE, { desiredCount: 2, loadBalancers: [{}] }, { ignoreChanges: [] }],
                "is scaled by something else, and each update sets its desiredCount back",
                "web.desiredCount",
            ],
        ],
    },
    "desired-count-is-owned": {
        sound: scaled,
        faults: [
            ["target", GONE, "ignores changes of desiredCount, and nothing in the stack scales it", "web.desiredCount"],
        ],
        harmless: [["target", [SCHEDULE, {}, { dependsOn: ["web"] }]]],
    },
    "app-runner-keeps-an-instance": {
        sound: { sizes: [APP_RUNNER_SCALING, { minSize: 1, maxSize: 4, maxConcurrency: 100 }] },
        faults: [
            ["sizes.minSize", 0, "keeps no instance"],
            ["sizes.maxSize", 1, "has no room to scale"],
            ["sizes.maxConcurrency", 201, "allows more requests at a time than App Runner does"],
        ],
    },
};
