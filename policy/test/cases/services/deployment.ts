import { DEPLOYMENT_GROUP, ECS_CLUSTER, ECS_SERVICE, LISTENER_RULES, TARGET_GROUPS } from "../../../src/types";
import { type Cases, GONE } from "../case";

const SHELLS = "cluster.configuration.executeCommandConfiguration";

export const cases: Cases = {
    "service-rolls-back": {
        sound: {
            web: [ECS_SERVICE, { deploymentCircuitBreaker: { enable: true, rollback: true } }],
            moved: [ECS_SERVICE, { deploymentController: { type: "CODE_DEPLOY" }, loadBalancers: [{}] }],
        },
        faults: [
            [
                "web.deploymentCircuitBreaker.rollback",
                false,
                "has no deployment circuit breaker with rollback",
                "web.deploymentCircuitBreaker",
            ],
            ["web.deploymentCircuitBreaker", GONE, "has no deployment circuit breaker with rollback"],
            ["moved.loadBalancers", [], "is moved by CodeDeploy between target groups, and has none"],
            ["moved.deploymentController.type", "EXTERNAL", "is deployed by nobody"],
        ],
    },
    "service-stays-up-while-deployed": {
        sound: {
            web: [
                ECS_SERVICE,
                {
                    loadBalancers: [{}],
                    ...{ deploymentMinimumHealthyPercent: 100, deploymentMaximumPercent: 200 },
                    healthCheckGracePeriodSeconds: 60,
                },
            ],
        },
        faults: [
            ["web.deploymentMinimumHealthyPercent", 0, "stops its tasks before new ones run"],
            ["web.deploymentMaximumPercent", 100, "can't start a new version: no task more is allowed, and none fewer"],
            ["web.healthCheckGracePeriodSeconds", 0, "is stopped while it starts: it has no grace period"],
        ],
    },
    "launch-type-or-strategy": {
        sound: {
            web: [ECS_SERVICE, { capacityProviderStrategies: [{ capacityProvider: "FARGATE", weight: 1 }] }],
            job: [ECS_SERVICE, { launchType: "FARGATE" }],
        },
        faults: [
            ["job.launchType", GONE, "says neither: it may be started on instances", "job.capacityProviderStrategies"],
            ["web.launchType", "FARGATE", "has a launchType, which hides its capacity provider strategy"],
            [
                "web.capacityProviderStrategies[0].weight",
                0,
                "has a capacity provider that takes no task",
                "web.capacityProviderStrategies",
            ],
        ],
    },
    "service-names-its-network": {
        sound: { web: [ECS_SERVICE, { networkConfiguration: { securityGroups: ["sg-1"], subnets: ["subnet-1"] } }] },
        faults: [
            ["web.networkConfiguration.securityGroups", [], "has the VPC's default security group"],
            ["web.networkConfiguration.subnets", [], "is in no subnet"],
        ],
    },
    "tasks-are-private": {
        sound: { web: [ECS_SERVICE, { networkConfiguration: { assignPublicIp: false } }] },
        faults: [["web.networkConfiguration.assignPublicIp", true, "gives its tasks public addresses"]],
    },
    "fargate-platform-is-current": {
        sound: { web: [ECS_SERVICE, { platformVersion: "LATEST" }] },
        faults: [["web.platformVersion", "1.3.0", "runs on an old version of Fargate"]],
        harmless: [["web.platformVersion", GONE]],
    },
    "service-waits-for-listener": {
        sound: {
            targets: [TARGET_GROUPS[0]!],
            rule: [LISTENER_RULES[0]!],
            web: [ECS_SERVICE, { loadBalancers: [{ targetGroupArn: "${targets}" }] }, { dependsOn: ["rule"] }],
        },
        faults: [["rule", GONE, "has a target group, and does not wait for a listener to use it", "web"]],
    },
    "shells-are-logged": {
        sound: {
            cluster: [
                ECS_CLUSTER,
                {
                    configuration: {
                        executeCommandConfiguration: {
                            logging: "OVERRIDE",
                            kmsKeyId: "key",
                            logConfiguration: { cloudWatchLogGroupName: "/shells", cloudWatchEncryptionEnabled: true },
                        },
                    },
                },
            ],
            web: [ECS_SERVICE, { cluster: "${cluster}", enableExecuteCommand: true }],
        },
        faults: [
            [`${SHELLS}.logging`, "NONE", "does not log what is typed into its containers"],
            [
                `${SHELLS}.logConfiguration.cloudWatchLogGroupName`,
                GONE,
                "logs what is typed into its containers to no place",
                `${SHELLS}.logConfiguration`,
            ],
            [
                `${SHELLS}.logConfiguration.cloudWatchEncryptionEnabled`,
                false,
                "logs what is typed into its containers without encryption",
            ],
        ],
        harmless: [["web", [ECS_SERVICE, { cluster: "${cluster}" }]]],
    },
    "production-has-no-shells": {
        sound: { web: [ECS_SERVICE, { enableExecuteCommand: false }] },
        faults: [["web.enableExecuteCommand", true, "lets shells be opened in its containers"]],
    },
    "cluster-is-measured": {
        sound: { cluster: [ECS_CLUSTER, { settings: [{ name: "containerInsights", value: "enhanced" }] }] },
        faults: [
            ["cluster.settings[0].value", "disabled", "does not measure its tasks", "cluster.settings"],
            ["cluster.settings", GONE, "does not measure its tasks"],
        ],
    },
    "tasks-have-tags": {
        sound: { web: [ECS_SERVICE, { propagateTags: "SERVICE", enableEcsManagedTags: true }] },
        faults: [
            ["web.propagateTags", "NONE", "gives its tasks no tags"],
            ["web.enableEcsManagedTags", false, "does not tag its tasks with cluster and service"],
        ],
    },
    "service-balances-zones": {
        sound: { web: [ECS_SERVICE, { availabilityZoneRebalancing: "ENABLED" }] },
        faults: [
            ["web.availabilityZoneRebalancing", "DISABLED", "leaves its tasks where they are after a zone was lost"],
        ],
        harmless: [["web", [ECS_SERVICE, { deploymentController: { type: "CODE_DEPLOY" } }]]],
    },
    "release-rolls-back": {
        sound: {
            release: [
                DEPLOYMENT_GROUP,
                {
                    autoRollbackConfiguration: {
                        enabled: true,
                        events: ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"],
                    },
                    alarmConfiguration: { enabled: true, alarms: ["errors"] },
                    blueGreenDeploymentConfig: {
                        terminateBlueInstancesOnDeploymentSuccess: { terminationWaitTimeInMinutes: 30 },
                    },
                    deploymentConfigName: "CodeDeployDefault.ECSLinear10PercentEvery1Minutes",
                    deploymentStyle: { deploymentOption: "WITH_TRAFFIC_CONTROL", deploymentType: "BLUE_GREEN" },
                    loadBalancerInfo: {
                        targetGroupPairInfo: {
                            targetGroups: [{ name: "blue" }, { name: "green" }],
                            prodTrafficRoute: { listenerArns: ["arn"] },
                        },
                    },
                },
            ],
        },
        faults: [
            ["release.alarmConfiguration.ignorePollAlarmFailure", true, "goes on when it can't look at its alarms"],
            ["release.autoRollbackConfiguration.enabled", false, "does not go back"],
            [
                "release.autoRollbackConfiguration.events",
                ["DEPLOYMENT_FAILURE"],
                "does not go back on DEPLOYMENT_STOP_ON_ALARM",
            ],
            ["release.alarmConfiguration.alarms", [], "watches no alarm", "release.alarmConfiguration"],
            [
                "release.blueGreenDeploymentConfig.terminateBlueInstancesOnDeploymentSuccess.terminationWaitTimeInMinutes",
                0,
                "ends the old version at once",
                "release.blueGreenDeploymentConfig",
            ],
            ["release.deploymentConfigName", "CodeDeployDefault.ECSAllAtOnce", "moves all requests at once"],
            ["release.deploymentStyle.deploymentOption", "WITHOUT_TRAFFIC_CONTROL", "does not move requests"],
            ["release.deploymentStyle.deploymentType", "IN_PLACE", "does not keep the old version"],
            [
                "release.loadBalancerInfo.targetGroupPairInfo.targetGroups[1]",
                GONE,
                "has no pair of target groups on a listener",
                "release.loadBalancerInfo",
            ],
        ],
    },
};
