import { resourceRule, stackRule } from "../../rule";
import { referred } from "../../topology";
import { DEPLOYMENT_GROUP, ECS_CLUSTER, ECS_SERVICE, LISTENER_RULES, LISTENERS, TARGET_GROUPS } from "../../types";

export const serviceRollsBack = resourceRule("service-rolls-back", [ECS_SERVICE], ({ props }, expect) => {
    expect("deploymentCircuitBreaker", "has no deployment circuit breaker with rollback", () => {
        const controller = props["deploymentController"]?.type ?? "ECS";
        const breaker = props["deploymentCircuitBreaker"];
        return controller !== "ECS" || (breaker?.enable === true && breaker?.rollback === true);
    });
    expect(
        "loadBalancers",
        "is moved by CodeDeploy between target groups, and has none",
        () => props["deploymentController"]?.type !== "CODE_DEPLOY" || [...(props["loadBalancers"] ?? [])].length > 0,
    );
    expect("deploymentController.type", "is deployed by nobody", () =>
        ["ECS", "CODE_DEPLOY", undefined].includes(props["deploymentController"]?.type),
    );
});

export const serviceStaysUp = resourceRule("service-stays-up-while-deployed", [ECS_SERVICE], ({ props }, expect) => {
    const isBalanced = () => (props["loadBalancers"] ?? []).length > 0;
    expect(
        "deploymentMinimumHealthyPercent",
        "stops its tasks before new ones run",
        () => !isBalanced() || (props["deploymentMinimumHealthyPercent"] ?? 100) >= 50,
    );
    expect(
        "deploymentMaximumPercent",
        "can't start a new version: no task more is allowed, and none fewer",
        () =>
            (props["deploymentMaximumPercent"] ?? 200) > 100 || (props["deploymentMinimumHealthyPercent"] ?? 100) < 100,
    );
    expect(
        "healthCheckGracePeriodSeconds",
        "is stopped while it starts: it has no grace period",
        () => !isBalanced() || (props["healthCheckGracePeriodSeconds"] ?? 0) > 0,
    );
});

export const launchTypeOrStrategy = resourceRule("launch-type-or-strategy", [ECS_SERVICE], ({ props }, expect) => {
    expect(
        "capacityProviderStrategies",
        "says neither: it may be started on instances",
        () => !!props["launchType"] || [...(props["capacityProviderStrategies"] ?? [])].length > 0,
    );
    expect(
        "launchType",
        "has a launchType, which hides its capacity provider strategy",
        () => !props["launchType"] || !("capacityProviderStrategies" in props),
    );
    expect("capacityProviderStrategies", "has a capacity provider that takes no task", () =>
        [...(props["capacityProviderStrategies"] ?? [])].every(it => (it.weight ?? 0) > 0 || (it.base ?? 0) > 0),
    );
});

export const servicesHaveNetworks = resourceRule("service-names-its-network", [ECS_SERVICE], ({ props }, expect) => {
    const network = () => props["networkConfiguration"] ?? {};
    expect(
        "networkConfiguration.securityGroups",
        "has the VPC's default security group",
        () => (network().securityGroups ?? []).length > 0,
    );
    expect("networkConfiguration.subnets", "is in no subnet", () => (network().subnets ?? []).length > 0);
});

export const tasksArePrivate = resourceRule("tasks-are-private", [ECS_SERVICE], ({ props }, expect) => {
    expect(
        "networkConfiguration.assignPublicIp",
        "gives its tasks public addresses",
        () => props["networkConfiguration"]?.assignPublicIp !== true,
    );
});

export const latestPlatform = resourceRule("fargate-platform-is-current", [ECS_SERVICE], ({ props }, expect) => {
    expect("platformVersion", "runs on an old version of Fargate", () =>
        ["LATEST", "1.4.0", undefined].includes(props["platformVersion"]),
    );
});

export const serviceWaitsForListener = stackRule("service-waits-for-listener", [ECS_SERVICE], (service, expect) => {
    const groups = referred(service, "loadBalancers", ...TARGET_GROUPS);
    expect(
        "",
        "has a target group, and does not wait for a listener to use it",
        () =>
            groups.length === 0 || service.dependencies.some(it => [...LISTENERS, ...LISTENER_RULES].includes(it.type)),
    );
});

export const shellsAreLogged = stackRule("shells-are-logged", [ECS_CLUSTER], (cluster, expect, topology) => {
    const isOpen = () =>
        topology.pointingAt(cluster, "cluster", ECS_SERVICE).some(it => it.props["enableExecuteCommand"] === true);
    const shells = () => cluster.props["configuration"]?.executeCommandConfiguration;
    expect(
        "configuration.executeCommandConfiguration.logging",
        "does not log what is typed into its containers",
        () => !isOpen() || shells()?.logging === "OVERRIDE",
    );
    expect(
        "configuration.executeCommandConfiguration.logConfiguration",
        "logs what is typed into its containers to no place",
        () =>
            !isOpen() ||
            !!shells()?.logConfiguration?.cloudWatchLogGroupName ||
            !!shells()?.logConfiguration?.s3BucketName,
    );
    expect(
        "configuration.executeCommandConfiguration.logConfiguration.cloudWatchEncryptionEnabled",
        "logs what is typed into its containers without encryption",
        () => shells()?.kmsKeyId === undefined || shells()?.logConfiguration?.cloudWatchEncryptionEnabled !== false,
    );
});

export const productionHasNoShells = resourceRule("production-has-no-shells", [ECS_SERVICE], ({ props }, expect) => {
    expect(
        "enableExecuteCommand",
        "lets shells be opened in its containers",
        () => props["enableExecuteCommand"] !== true,
    );
});

export const clustersAreMeasured = resourceRule("cluster-is-measured", [ECS_CLUSTER], ({ props }, expect) => {
    expect("settings", "does not measure its tasks", () =>
        [...(props["settings"] ?? [])].some(it => it.name === "containerInsights" && it.value.startsWith("en")),
    );
});

export const servicesAreTagged = resourceRule("tasks-have-tags", [ECS_SERVICE], ({ props }, expect) => {
    expect("propagateTags", "gives its tasks no tags", () =>
        ["SERVICE", "TASK_DEFINITION"].includes(props["propagateTags"]),
    );
    expect(
        "enableEcsManagedTags",
        "does not tag its tasks with cluster and service",
        () => props["enableEcsManagedTags"] === true,
    );
});

export const serviceBalancesZones = resourceRule("service-balances-zones", [ECS_SERVICE], ({ props }, expect) => {
    expect(
        "availabilityZoneRebalancing",
        "leaves its tasks where they are after a zone was lost",
        () =>
            (props["deploymentMaximumPercent"] ?? 200) <= 100 ||
            props["deploymentController"]?.type === "CODE_DEPLOY" ||
            props["availabilityZoneRebalancing"] === "ENABLED",
    );
});

export const releasesRollBack = resourceRule("release-rolls-back", [DEPLOYMENT_GROUP], ({ props }, expect) => {
    const rollback = () => props["autoRollbackConfiguration"];
    expect("autoRollbackConfiguration.enabled", "does not go back", () => rollback()?.enabled === true);
    for (const event of ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"]) {
        expect("autoRollbackConfiguration.events", `does not go back on ${event}`, () =>
            [...(rollback()?.events ?? [])].includes(event),
        );
    }
    const alarms = () => props["alarmConfiguration"];
    expect(
        "alarmConfiguration",
        "watches no alarm",
        () => alarms()?.enabled === true && (alarms()?.alarms ?? []).length > 0,
    );
    expect(
        "alarmConfiguration.ignorePollAlarmFailure",
        "goes on when it can't look at its alarms",
        () => alarms()?.ignorePollAlarmFailure !== true,
    );
    const old = () => props["blueGreenDeploymentConfig"]?.terminateBlueInstancesOnDeploymentSuccess;
    expect(
        "blueGreenDeploymentConfig",
        "ends the old version at once",
        () => (old()?.terminationWaitTimeInMinutes ?? 0) >= 5,
    );
    expect(
        "deploymentConfigName",
        "moves all requests at once",
        () => !/AllAtOnce/.test(props["deploymentConfigName"] ?? "AllAtOnce"),
    );
    expect(
        "deploymentStyle.deploymentOption",
        "does not move requests",
        () => props["deploymentStyle"]?.deploymentOption === "WITH_TRAFFIC_CONTROL",
    );
    expect(
        "deploymentStyle.deploymentType",
        "does not keep the old version",
        () => props["deploymentStyle"]?.deploymentType === "BLUE_GREEN",
    );
    const pair = () => props["loadBalancerInfo"]?.targetGroupPairInfo;
    expect(
        "loadBalancerInfo",
        "has no pair of target groups on a listener",
        () => (pair()?.targetGroups ?? []).length === 2 && (pair()?.prodTrafficRoute?.listenerArns ?? []).length > 0,
    );
});
