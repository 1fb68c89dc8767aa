import type { Resource } from "../../resource";
import { resourceRule, stackRule } from "../../rule";
import type { Topology } from "../../topology";
import {
    ALARM,
    AMPLIFY_APP,
    APP_RUNNER,
    DISTRIBUTION,
    METRIC_FILTER,
    ANOMALY_SUBSCRIPTION,
    BUDGET,
    CACHE_GROUP,
    ECS_SERVICE,
    EXPERIMENT,
    LOAD_BALANCERS,
    QUEUE,
    RDS_CLUSTER,
    RDS_INSTANCE,
    STATE_MACHINE,
    TARGET_GROUPS,
    TOPIC,
} from "../../types";

export const alarmsReachSomebody = resourceRule({
    id: "alarm-does-something",
    controls: ["FSBP CloudWatch.15", "FSBP CloudWatch.17", "WA OPS08-BP04"],
    description: "An alarm tells somebody when it goes off, and when it is over.",
    remedy: "Set alarmActions, and leave actionsEnabled on.",
    types: [ALARM],
    check({ props }, expect) {
        expect(() => [...(props["alarmActions"] ?? [])].length > 0, "tells nobody when it goes off", "alarmActions");
        expect(() => props["actionsEnabled"] !== false, "is silenced", "actionsEnabled");
    },
});

export const alarmsEnd = resourceRule({
    id: "alarm-tells-when-it-is-over",
    level: "advisory",
    controls: ["WA OPS08-BP04"],
    description: "An alarm on a state, not an event, tells when that is over.",
    remedy: "Set okActions.",
    types: [ALARM],
    check(alarm, expect) {
        const { props } = alarm;
        expect(
            () => isOfEvents(props) || !tellsPeople(alarm) || [...(props["okActions"] ?? [])].length > 0,
            "does not tell when it is over",
            "okActions",
        );
    },
});

export const alarmsMeasure = resourceRule({
    id: "alarm-measures",
    controls: ["WA OPS08-BP04"],
    description:
        "An alarm has a metric that exists, a statistic, a threshold within reach, and goes off before an hour is over.",
    remedy: "Set namespace, metricName, statistic, threshold, period and evaluationPeriods.",
    setting: "observability.alarms",
    types: [ALARM],
    check({ props }, expect) {
        const queries = () => [...(props["metricQueries"] ?? [])];
        const isOfMetric = () => !("metricQueries" in props);
        expect(
            () => !isOfMetric() || (!!props["metricName"] && !!props["namespace"]),
            "measures nothing",
            "metricName",
        );
        expect(
            () => !isOfMetric() || "statistic" in props || "extendedStatistic" in props,
            "has no statistic",
            "statistic",
        );
        expect(() => isOfMetric() || queries().some(it => it.returnData === true), "measures nothing", "metricQueries");
        expect(
            () =>
                queries().every(
                    it =>
                        "expression" in it ||
                        (!!it.metric?.metricName && !!it.metric?.namespace && !!it.metric?.stat && !!it.metric?.period),
                ),
            "has a query of nothing",
            "metricQueries",
        );
        expect(
            () => {
                const ids = queries().map(it => it.id);
                return queries()
                    .filter(it => "expression" in it)
                    .every(it =>
                        [...String(it.expression).matchAll(/\b[a-z]\w*\b/g)].every(([id]) => ids.includes(id)),
                    );
            },
            "has an expression of a metric that is not there",
            "metricQueries",
        );
        expect(() => "threshold" in props || "thresholdMetricId" in props, "has no threshold", "threshold");
        expect(
            () => /^(Greater|Less)Than/.test(props["comparisonOperator"] ?? ""),
            "compares nothing",
            "comparisonOperator",
        );
        expect(() => !isOfMetric() || (props["period"] ?? 0) > 0, "has no period", "period");
        expect(
            () =>
                (props["evaluationPeriods"] ?? 0) > 0 &&
                props["evaluationPeriods"] * periodOf(props) <= Math.max(21600, periodOf(props)),
            "goes off after more than six hours",
            "evaluationPeriods",
        );
        expect(
            () =>
                !(props["comparisonOperator"] ?? "").startsWith("Greater") ||
                mostOf(props) === undefined ||
                props["threshold"] < mostOf(props)!,
            "has a threshold that is never passed",
            "threshold",
        );
        expect(
            () => !/^AWS\//.test(props["namespace"] ?? "") || Object.keys(props["dimensions"] ?? {}).length > 0,
            "is of no resource: it has no dimensions",
            "dimensions",
        );
    },
});

/** Kinds of resources that somebody has to watch, and the dimension by which alarms know them. */
const WATCHED: Record<string, { dimension: string; by: string[] }> = {
    [RDS_INSTANCE]: { dimension: "DBInstanceIdentifier", by: ["identifier"] },
    [RDS_CLUSTER]: { dimension: "DBClusterIdentifier", by: ["clusterIdentifier"] },
    [CACHE_GROUP]: { dimension: "CacheClusterId", by: ["replicationGroupId"] },
    [QUEUE]: { dimension: "QueueName", by: ["name"] },
    [ECS_SERVICE]: { dimension: "ServiceName", by: ["name"] },
    [STATE_MACHINE]: { dimension: "StateMachineArn", by: ["name"] },
    ...Object.fromEntries(TARGET_GROUPS.map(type => [type, { dimension: "TargetGroup", by: ["name"] }])),
    ...Object.fromEntries(LOAD_BALANCERS.map(type => [type, { dimension: "LoadBalancer", by: ["name"] }])),
    [DISTRIBUTION]: { dimension: "DistributionId", by: [] },
    [APP_RUNNER]: { dimension: "ServiceName", by: ["serviceName"] },
    [AMPLIFY_APP]: { dimension: "App", by: [] },
};

/** What is to be watched of each kind, at the least. */
const METRICS: Record<string, string[]> = {
    [RDS_INSTANCE]: ["CPUUtilization", "FreeStorageSpace", "DatabaseConnections"],
    [RDS_CLUSTER]: ["CPUUtilization", "DatabaseConnections"],
    [CACHE_GROUP]: ["CPUUtilization|EngineCPUUtilization", "DatabaseMemoryUsagePercentage|FreeableMemory"],
    [QUEUE]: ["ApproximateAgeOfOldestMessage|ApproximateNumberOfMessagesVisible"],
    [STATE_MACHINE]: ["ExecutionsFailed"],
    [APP_RUNNER]: ["CPUUtilization", "MemoryUtilization", "RequestLatency", "5xxStatusResponses"],
    [AMPLIFY_APP]: ["5xxErrors", "Latency"],
    [DISTRIBUTION]: ["5xxErrorRate"],
    [ECS_SERVICE]: ["CPUUtilization", "MemoryUtilization", "RunningTaskCount|DesiredTaskCount"],
    ...Object.fromEntries(TARGET_GROUPS.map(type => [type, ["UnHealthyHostCount", "TargetResponseTime"]])),
    ...Object.fromEntries(LOAD_BALANCERS.map(type => [type, ["HTTPCode_ELB_5XX_Count|HTTPCode_Target_5XX_Count"]])),
};

export const nothingIsUnwatched = stackRule({
    id: "nothing-is-unwatched",
    level: "advisory",
    controls: ["WA OPS08-BP01", "WA REL06-BP01"],
    description: "In production, each database, cache, queue, service and load balancer is watched by an alarm.",
    remedy: "Add alarms with the resource in their dimensions.",
    setting: "observability.alarms",
    environments: ["production"],
    types: Object.keys(WATCHED),
    check(resource, expect, topology) {
        const alarms = alarmsOf(resource, topology);
        expect(() => alarms.length > 0, "is watched by no alarm", "");
        for (const wanted of alarms.length === 0 ? [] : (METRICS[resource.type] ?? [])) {
            expect(
                () => alarms.some(it => metricsOf(it).some(metric => wanted.split("|").includes(metric))),
                `has no alarm on ${wanted.split("|")[0]}`,
                "",
            );
        }
        const nodes = nodesOf(alarms);
        expect(
            () => new Set(nodes.values()).size <= 1,
            () =>
                `has alarms on ${[...nodes].map(([metric, count]) => `${metric} of ${count}`).join(" nodes, on ")} nodes`,
            "",
        );
    },
});

export const filtersAreWatched = stackRule({
    id: "metric-filter-is-watched",
    level: "advisory",
    controls: ["FSBP CloudWatch.1", "WA OPS08-BP04"],
    description: "What a metric filter counts in a log, an alarm watches.",
    remedy: "Add an alarm on the filter's metric.",
    environments: ["production"],
    types: [METRIC_FILTER],
    check(filter, expect, topology) {
        const metric = filter.props["metricTransformation"]?.name;
        expect(
            () => topology.ofType(ALARM).some(it => metricsOf(it).includes(metric)),
            `counts ${metric}, and no alarm watches it`,
            "",
        );
    },
});

export const spendingIsWatched = resourceRule({
    id: "spending-is-watched",
    controls: ["WA COST05-BP02"],
    description: "A budget has a limit and tells somebody before it is spent.",
    remedy: "Set limitAmount, and notifications with an address, one of them forecasted or below 100%.",
    setting: "budget",
    types: [BUDGET],
    check({ props }, expect) {
        const notes = () => [...(props["notifications"] ?? [])];
        const told = (it: any) => [...(it.subscriberEmailAddresses ?? []), ...(it.subscriberSnsTopicArns ?? [])];
        expect(() => Number(props["limitAmount"] ?? 0) > 0, "has no limit", "limitAmount");
        expect(() => notes().some(it => told(it).length > 0), "tells nobody", "notifications");
        expect(() => notes().every(it => told(it).length > 0), "has a notification that tells nobody", "notifications");
        expect(() => notes().some(it => it.threshold <= 100), "tells nobody before it is spent", "notifications");
        expect(
            () => notes().every(it => it.comparisonOperator === "GREATER_THAN"),
            "tells of spending too little",
            "notifications",
        );
        expect(
            () => notes().some(it => it.notificationType === "FORECASTED" || it.threshold < 100),
            "tells when it is too late",
            "notifications",
        );
        expect(() => props["budgetType"] === "COST" || props["budgetType"] === "USAGE", "is for nothing", "budgetType");
        expect(
            () => ["MONTHLY", "DAILY"].includes(props["timeUnit"]),
            "is added up over a quarter or more",
            "timeUnit",
        );
    },
});

export const oddSpendingIsTold = resourceRule({
    id: "unusual-spending-is-told",
    controls: ["WA COST05-BP02"],
    description: "Unusual spending is told to somebody, by the day.",
    remedy: "Set subscribers and frequency.",
    types: [ANOMALY_SUBSCRIPTION],
    check({ props }, expect) {
        expect(() => [...(props["subscribers"] ?? [])].some(it => !!it.address), "tells nobody", "subscribers");
        expect(() => ["DAILY", "IMMEDIATE"].includes(props["frequency"]), "tells after a week", "frequency");
        expect(() => [...(props["monitorArnLists"] ?? [])].length > 0, "watches nothing", "monitorArnLists");
    },
});

export const experimentsStop = resourceRule({
    id: "experiment-stops",
    controls: ["WA REL12-BP04"],
    description:
        "An experiment with faults is stopped by an alarm in production, logs what it does, and takes no more than it says.",
    remedy: "Set stopConditions with an alarm, and logConfiguration.",
    environments: ["production"],
    types: [EXPERIMENT],
    check({ props }, expect) {
        const stops = () => [...(props["stopConditions"] ?? [])];
        expect(
            () => stops().some(it => it.source === "aws:cloudwatch:alarm" && !!it.value),
            "is stopped by no alarm",
            "stopConditions",
        );
        expect(() => props["logConfiguration"] !== undefined, "logs nothing", "logConfiguration");
        expect(
            () =>
                [...(props["targets"] ?? [])].every(
                    it => it.selectionMode !== "ALL" || it.resourceType !== "aws:ecs:task",
                ),
            "stops all tasks",
            "targets",
        );
        expect(
            () =>
                [...(props["targets"] ?? [])].every(
                    it =>
                        it.resourceType !== "aws:ecs:task" ||
                        !!it.parameters?.service ||
                        [...(it.resourceArns ?? [])].length > 0 ||
                        [...(it.resourceTags ?? [])].length > 0,
                ),
            "takes tasks of any service",
            "targets",
        );
    },
});

export function alarmsOf(resource: Resource, topology: Topology): Resource[] {
    const { dimension, by } = WATCHED[resource.type]!;
    const names = by.map(it => resource.inputs[it]).filter(it => typeof it === "string") as string[];
    return topology
        .ofType(ALARM)
        .filter(
            alarm =>
                alarm.dependencies.includes(resource) ||
                dimensionsOf(alarm, dimension).some(
                    value =>
                        names.some(
                            name =>
                                value === name ||
                                value.startsWith(`${name}-0`) ||
                                value.includes(`/${name}/`) ||
                                value.endsWith(`:${name}`),
                        ) || resource.identities.some(id => value === id || id.endsWith(value)),
                ),
        );
}

function dimensionsOf({ inputs }: Resource, dimension: string): string[] {
    const queries = (inputs["metricQueries"] as any[] | undefined) ?? [];
    return [inputs["dimensions"] as any, ...queries.map(it => it?.metric?.dimensions)]
        .map(it => it?.[dimension])
        .filter(it => typeof it === "string");
}

function metricsOf({ inputs }: Resource): string[] {
    const queries = (inputs["metricQueries"] as any[] | undefined) ?? [];
    return [inputs["metricName"], ...queries.map(it => it?.metric?.metricName)].filter(
        it => typeof it === "string",
    ) as string[];
}

/** Some alarms only scale. */
function tellsPeople({ inputs, references }: Resource): boolean {
    const actions = JSON.stringify(inputs["alarmActions"] ?? []);
    return actions.includes(":sns:") || (references["alarmActions"] ?? []).some(({ type }) => type === TOPIC);
}

/** Something that happened, and is neither over nor under way. */
function isOfEvents(props: Record<string, any>): boolean {
    return props["metricName"] === "ExecutionsFailed";
}

/** The most that a metric can be, or is while anybody still waits. */
const MOST: [RegExp, number][] = [
    [/Utilization$|Percentage$|ErrorRate$/, 100],
    [/^(TargetResponseTime|Latency)$/, 120],
    [/^RequestLatency$/, 120_000],
    [/HostCount$|^StoppedTasks$|^ExecutionsFailed$|^RunningTaskCount$/, 100],
    [/5xx|5XX/, 1_000],
    [/^ApproximateAgeOfOldestMessage$/, 1_209_600],
    [/^DatabaseConnections$/, 20_000],
    [/^(ApproximateNumberOfMessagesVisible|Evictions)$/, 100_000],
    [/ReplicaLag/, 3_600_000],
];

function mostOf(props: Record<string, any>): number | undefined {
    const metrics = [props["metricName"], ...[...(props["metricQueries"] ?? [])].map(it => it.metric?.metricName)];
    const known = metrics
        .filter(it => typeof it === "string")
        .map(name => MOST.find(([metric]) => metric.test(name))?.[1]);
    return known.find(most => most !== undefined);
}

function periodOf(props: Record<string, any>): number {
    const periods = [...(props["metricQueries"] ?? [])].map(it => it.metric?.period ?? 0);
    return props["period"] ?? Math.max(60, ...periods);
}

/** On how many nodes of a cache each metric is watched. */
function nodesOf(alarms: Resource[]): Map<string, number> {
    const nodes = new Map<string, number>();
    for (const alarm of alarms.filter(it => dimensionsOf(it, "CacheClusterId").length > 0)) {
        const metric = String(alarm.inputs["metricName"]);
        nodes.set(metric, (nodes.get(metric) ?? 0) + 1);
    }
    return nodes;
}
