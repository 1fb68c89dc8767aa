import { resourceRule, stackRule } from "../../rule";
import { referred } from "../../topology";
import { DEPLOYMENT_GROUP, ECS_CLUSTER, ECS_SERVICE, LISTENER_RULES, LISTENERS, TARGET_GROUPS } from "../../types";

export const serviceRollsBack = resourceRule({
    id: "service-rolls-back",
    controls: ["WA OPS06-BP04"],
    description: "A failed deployment of a service is stopped and rolled back.",
    remedy: "Enable the deployment circuit breaker with rollback, or give the service to CodeDeploy.",
    types: [ECS_SERVICE],
    check({ props }, expect) {
        expect(
            () => {
                const controller = props["deploymentController"]?.type ?? "ECS";
                const breaker = props["deploymentCircuitBreaker"];
                return controller !== "ECS" || (breaker?.enable === true && breaker?.rollback === true);
            },
            "has no deployment circuit breaker with rollback",
            "deploymentCircuitBreaker",
        );
        expect(
            () =>
                props["deploymentController"]?.type !== "CODE_DEPLOY" || [...(props["loadBalancers"] ?? [])].length > 0,
            "is moved by CodeDeploy between target groups, and has none",
            "loadBalancers",
        );
        expect(
            () => ["ECS", "CODE_DEPLOY", undefined].includes(props["deploymentController"]?.type),
            "is deployed by nobody",
            "deploymentController.type",
        );
    },
});

export const serviceStaysUp = resourceRule({
    id: "service-stays-up-while-deployed",
    controls: ["WA REL08-BP04"],
    description: "While a new version of a production service behind a load balancer starts, the old one goes on.",
    remedy: "Set deploymentMinimumHealthyPercent to 50 or more, and deploymentMaximumPercent above 100.",
    environments: ["production"],
    types: [ECS_SERVICE],
    check({ props }, expect) {
        const isBalanced = () => (props["loadBalancers"] ?? []).length > 0;
        expect(
            () => !isBalanced() || (props["deploymentMinimumHealthyPercent"] ?? 100) >= 50,
            "stops its tasks before new ones run",
            "deploymentMinimumHealthyPercent",
        );
        expect(
            () =>
                (props["deploymentMaximumPercent"] ?? 200) > 100 ||
                (props["deploymentMinimumHealthyPercent"] ?? 100) < 100,
            "can't start a new version: no task more is allowed, and none fewer",
            "deploymentMaximumPercent",
        );
        expect(
            () => !isBalanced() || (props["healthCheckGracePeriodSeconds"] ?? 0) > 0,
            "is stopped while it starts: it has no grace period",
            "healthCheckGracePeriodSeconds",
        );
    },
});

export const launchTypeOrStrategy = resourceRule({
    id: "launch-type-or-strategy",
    controls: ["WA COST07-BP01"],
    description: "A service has a launch type or a capacity provider strategy: the first hides the second.",
    remedy: "Leave launchType out where there is a capacity provider strategy.",
    types: [ECS_SERVICE],
    check({ props }, expect) {
        expect(
            () => !!props["launchType"] || [...(props["capacityProviderStrategies"] ?? [])].length > 0,
            "says neither: it may be started on instances",
            "capacityProviderStrategies",
        );
        expect(
            () => !props["launchType"] || !("capacityProviderStrategies" in props),
            "has a launchType, which hides its capacity provider strategy",
            "launchType",
        );
        expect(
            () =>
                [...(props["capacityProviderStrategies"] ?? [])].every(
                    it => (it.weight ?? 0) > 0 || (it.base ?? 0) > 0,
                ),
            "has a capacity provider that takes no task",
            "capacityProviderStrategies",
        );
    },
});

export const servicesHaveNetworks = resourceRule({
    id: "service-names-its-network",
    controls: ["FSBP ECS.2", "WA SEC05-BP02"],
    description:
        "A service names its subnets and its security group, and gives its tasks no public address in production.",
    remedy: "Set networkConfiguration.",
    types: [ECS_SERVICE],
    check({ props }, expect) {
        const network = () => props["networkConfiguration"] ?? {};
        expect(
            () => (network().securityGroups ?? []).length > 0,
            "has the VPC's default security group",
            "networkConfiguration.securityGroups",
        );
        expect(() => (network().subnets ?? []).length > 0, "is in no subnet", "networkConfiguration.subnets");
    },
});

export const tasksArePrivate = resourceRule({
    id: "tasks-are-private",
    controls: ["FSBP ECS.2", "WA SEC05-BP01"],
    description: "Tasks of production have no public address.",
    remedy: "Run the service in private subnets.",
    setting: "network.nat",
    environments: ["production"],
    types: [ECS_SERVICE],
    check({ props }, expect) {
        expect(
            () => props["networkConfiguration"]?.assignPublicIp !== true,
            "gives its tasks public addresses",
            "networkConfiguration.assignPublicIp",
        );
    },
});

export const latestPlatform = resourceRule({
    id: "fargate-platform-is-current",
    controls: ["FSBP ECS.10"],
    description: "Tasks run on the current version of Fargate, with its fixes.",
    remedy: "Leave platformVersion out.",
    types: [ECS_SERVICE],
    check({ props }, expect) {
        expect(
            () => ["LATEST", "1.4.0", undefined].includes(props["platformVersion"]),
            "runs on an old version of Fargate",
            "platformVersion",
        );
    },
});

export const serviceWaitsForListener = stackRule({
    id: "service-waits-for-listener",
    controls: ["WA OPS05-BP04"],
    description: "A balanced service is created after a listener, or a rule of one, has its target group.",
    remedy: "Make the service depend on the listener and the listener rule that forward to it.",
    types: [ECS_SERVICE],
    check(service, expect) {
        const groups = referred(service, "loadBalancers", ...TARGET_GROUPS);
        expect(
            () =>
                groups.length === 0 ||
                service.dependencies.some(it => [...LISTENERS, ...LISTENER_RULES].includes(it.type)),
            "has a target group, and does not wait for a listener to use it",
            "",
        );
    },
});

export const shellsAreLogged = stackRule({
    id: "shells-are-logged",
    controls: ["WA SEC04-BP01"],
    description: "What is typed into a container is logged and encrypted.",
    remedy: "Set the cluster's executeCommandConfiguration with logging OVERRIDE and a log group.",
    types: [ECS_CLUSTER],
    check(cluster, expect, topology) {
        const isOpen = () =>
            topology.pointingAt(cluster, "cluster", ECS_SERVICE).some(it => it.props["enableExecuteCommand"] === true);
        const shells = () => cluster.props["configuration"]?.executeCommandConfiguration;
        expect(
            () => !isOpen() || shells()?.logging === "OVERRIDE",
            "does not log what is typed into its containers",
            "configuration.executeCommandConfiguration.logging",
        );
        expect(
            () =>
                !isOpen() ||
                !!shells()?.logConfiguration?.cloudWatchLogGroupName ||
                !!shells()?.logConfiguration?.s3BucketName,
            "logs what is typed into its containers to no place",
            "configuration.executeCommandConfiguration.logConfiguration",
        );
        expect(
            () => shells()?.kmsKeyId === undefined || shells()?.logConfiguration?.cloudWatchEncryptionEnabled !== false,
            "logs what is typed into its containers without encryption",
            "configuration.executeCommandConfiguration.logConfiguration.cloudWatchEncryptionEnabled",
        );
    },
});

export const productionHasNoShells = resourceRule({
    id: "production-has-no-shells",
    level: "advisory",
    controls: ["WA SEC03-BP02", "WA SEC06-BP03"],
    description: "No shell is opened in containers of production.",
    remedy: "Set enableExecuteCommand to false.",
    setting: "services.*.exec",
    environments: ["production"],
    types: [ECS_SERVICE],
    check({ props }, expect) {
        expect(
            () => props["enableExecuteCommand"] !== true,
            "lets shells be opened in its containers",
            "enableExecuteCommand",
        );
    },
});

export const clustersAreMeasured = resourceRule({
    id: "cluster-is-measured",
    level: "advisory",
    controls: ["FSBP ECS.12", "WA PERF05-BP01"],
    description: "Container Insights measure the tasks of a production cluster.",
    remedy: "Set the setting containerInsights to enabled.",
    setting: "observability.insights",
    environments: ["production"],
    types: [ECS_CLUSTER],
    check({ props }, expect) {
        expect(
            () =>
                [...(props["settings"] ?? [])].some(it => it.name === "containerInsights" && it.value.startsWith("en")),
            "does not measure its tasks",
            "settings",
        );
    },
});

export const servicesAreTagged = resourceRule({
    id: "tasks-have-tags",
    controls: ["WA COST03-BP02"],
    description: "Tasks have their service's tags, by which costs and permissions are told apart.",
    remedy: "Set propagateTags to SERVICE, and enableEcsManagedTags.",
    types: [ECS_SERVICE],
    check({ props }, expect) {
        expect(
            () => ["SERVICE", "TASK_DEFINITION"].includes(props["propagateTags"]),
            "gives its tasks no tags",
            "propagateTags",
        );
        expect(
            () => props["enableEcsManagedTags"] === true,
            "does not tag its tasks with cluster and service",
            "enableEcsManagedTags",
        );
    },
});

export const serviceBalancesZones = resourceRule({
    id: "service-balances-zones",
    level: "advisory",
    controls: ["WA REL10-BP01"],
    description: "A production service evens its tasks out over the zones again after one was lost.",
    remedy: "Set availabilityZoneRebalancing to ENABLED; it needs deploymentMaximumPercent above 100, and no CodeDeploy.",
    environments: ["production"],
    types: [ECS_SERVICE],
    check({ props }, expect) {
        expect(
            () =>
                (props["deploymentMaximumPercent"] ?? 200) <= 100 ||
                props["deploymentController"]?.type === "CODE_DEPLOY" ||
                props["availabilityZoneRebalancing"] === "ENABLED",
            "leaves its tasks where they are after a zone was lost",
            "availabilityZoneRebalancing",
        );
    },
});

export const releasesRollBack = resourceRule({
    id: "release-rolls-back",
    controls: ["FSBP CodeDeploy.1", "WA OPS06-BP04"],
    description:
        "CodeDeploy goes back to the old version when the new one fails or an alarm goes off, and keeps it for a while.",
    remedy: "Set autoRollbackConfiguration, alarmConfiguration and terminationWaitTimeInMinutes.",
    types: [DEPLOYMENT_GROUP],
    check({ props }, expect) {
        const rollback = () => props["autoRollbackConfiguration"];
        expect(() => rollback()?.enabled === true, "does not go back", "autoRollbackConfiguration.enabled");
        for (const event of ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"]) {
            expect(
                () => [...(rollback()?.events ?? [])].includes(event),
                `does not go back on ${event}`,
                "autoRollbackConfiguration.events",
            );
        }
        const alarms = () => props["alarmConfiguration"];
        expect(
            () => alarms()?.enabled === true && (alarms()?.alarms ?? []).length > 0,
            "watches no alarm",
            "alarmConfiguration",
        );
        const old = () => props["blueGreenDeploymentConfig"]?.terminateBlueInstancesOnDeploymentSuccess;
        expect(
            () => (old()?.terminationWaitTimeInMinutes ?? 0) >= 5,
            "ends the old version at once",
            "blueGreenDeploymentConfig",
        );
        expect(
            () => !/AllAtOnce/.test(props["deploymentConfigName"] ?? "AllAtOnce"),
            "moves all requests at once",
            "deploymentConfigName",
        );
        expect(
            () => props["deploymentStyle"]?.deploymentOption === "WITH_TRAFFIC_CONTROL",
            "does not move requests",
            "deploymentStyle.deploymentOption",
        );
        expect(
            () => props["deploymentStyle"]?.deploymentType === "BLUE_GREEN",
            "does not keep the old version",
            "deploymentStyle.deploymentType",
        );
        const pair = () => props["loadBalancerInfo"]?.targetGroupPairInfo;
        expect(
            () =>
                (pair()?.targetGroups ?? []).length === 2 && (pair()?.prodTrafficRoute?.listenerArns ?? []).length > 0,
            "has no pair of target groups on a listener",
            "loadBalancerInfo",
        );
    },
});
