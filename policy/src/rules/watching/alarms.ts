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
    VPC,
} from "../../types";

export const alarmsReachSomebody = resourceRule("alarm-does-something", [ALARM], ({ props }, expect) => {
    expect("alarmActions", "tells nobody when it goes off", () => [...(props["alarmActions"] ?? [])].length > 0);
    expect("actionsEnabled", "is silenced", () => props["actionsEnabled"] !== false);
});

export const alarmsEnd = resourceRule("alarm-tells-when-it-is-over", [ALARM], (alarm, expect) => {
    const { props } = alarm;
    expect(
        "okActions",
        "does not tell when it is over",
        () => isOfEvents(props) || !tellsPeople(alarm) || [...(props["okActions"] ?? [])].length > 0,
    );
});

/** How an alarm on a metric goes off, and by which statistics that is seen. */
const SENSES = [
    {
        of: /(CPU|Memory|EBSIOBalance)Utilization$|MemoryUsagePercentage$/,
        goesOff: /^Greater/,
        by: /^(Average|Maximum|p\d+)$/,
    },
    {
        of: /^(5xx|HTTPCode_\w+_5XX)|^UnHealthyHostCount$|^Evictions$/,
        goesOff: /^Greater/,
        by: /^(Sum|Average|Maximum)$/,
    },
    { of: /^ApproximateAgeOfOldestMessage$|ReplicaLag/, goesOff: /^Greater/, by: /^(Average|Maximum|p\d+)$/ },
    {
        of: /^(TargetResponseTime|RequestLatency|Latency)$/,
        goesOff: /^Greater/,
        by: /^(Average|Maximum|p\d+(\.\d+)?)$/,
    },
    { of: /^(FreeStorageSpace|FreeableMemory|FreeLocalStorage)$/, goesOff: /^Less/, by: /^(Average|Minimum|p\d+)$/ },
    { of: /^HealthyHostCount$/, goesOff: /^Less/, by: /^(Average|Minimum|Maximum)$/ },
];

export const alarmsMeasure = resourceRule("alarm-measures", [ALARM], ({ props }, expect) => {
    const queries = () => [...(props["metricQueries"] ?? [])];
    const isOfMetric = () => !("metricQueries" in props);
    for (const name of isOfMetric() ? ["metricName", "namespace"] : []) {
        expect(name, "measures nothing", () => !!props[name]);
    }
    expect(
        "statistic",
        "has no statistic",
        () => !isOfMetric() || "statistic" in props || "extendedStatistic" in props,
    );
    expect("metricQueries", "measures nothing", () => isOfMetric() || queries().some(it => it.returnData === true));
    expect("metricQueries", "has a query of nothing", () =>
        queries().every(
            it =>
                "expression" in it ||
                (!!it.metric?.metricName && !!it.metric?.namespace && !!it.metric?.stat && !!it.metric?.period),
        ),
    );
    expect("metricQueries", "has an expression of a metric that is not there", () => {
        const ids = queries().map(it => it.id);
        return queries()
            .filter(it => "expression" in it)
            .every(it => [...String(it.expression).matchAll(/\b[a-z]\w*\b/g)].every(([id]) => ids.includes(id)));
    });
    expect("threshold", "has no threshold", () => "threshold" in props || "thresholdMetricId" in props);
    expect("comparisonOperator", "compares nothing", () =>
        /^(Greater|Less)Than/.test(props["comparisonOperator"] ?? ""),
    );
    expect("period", "has no period", () => !isOfMetric() || (props["period"] ?? 0) > 0);
    expect(
        "evaluationPeriods",
        "goes off after more than six hours",
        () =>
            (props["evaluationPeriods"] ?? 0) > 0 &&
            props["evaluationPeriods"] * periodOf(props) <= Math.max(21600, periodOf(props)),
    );
    expect(
        "threshold",
        "has a threshold that is never passed",
        () =>
            !(props["comparisonOperator"] ?? "").startsWith("Greater") ||
            mostOf(props) === undefined ||
            (props["threshold"] ?? 0) < mostOf(props)!,
    );
    expect(
        "dimensions",
        "is of no resource: it has no dimensions",
        () => !/^AWS\//.test(props["namespace"] ?? "") || Object.keys(props["dimensions"] ?? {}).length > 0,
    );
    const takes = () => (props["period"] ?? 60) * (props["evaluationPeriods"] ?? 1);
    const sense = () => SENSES.find(({ of }) => of.test(props["metricName"] ?? ""));
    expect(
        "comparisonOperator",
        "goes off when all is well",
        () =>
            sense() === undefined ||
            sense()!.goesOff.test(props["comparisonOperator"] ?? "") ||
            !/^(Greater|Less)Than/.test(props["comparisonOperator"] ?? ""),
    );
    expect(
        "statistic",
        "takes a statistic that hides what it is about",
        () => sense() === undefined || sense()!.by.test(props["statistic"] ?? props["extendedStatistic"] ?? "Average"),
    );
    expect("period", "goes off after hours", () => sense() === undefined || takes() <= 7200 || takes() > 21600);
    expect(
        "threshold",
        "has a threshold that is never passed",
        () => !/^(Free|.*Memory$)/.test(props["metricName"] ?? "") || Number(props["threshold"]) > 0,
    );
});

/** Kinds of resources that somebody has to watch, and the dimension by which alarms know them. */
const WATCHED: Record<string, { namespace: string; dimension: string; by: string[] }> = {
    [RDS_INSTANCE]: { namespace: "AWS/RDS", dimension: "DBInstanceIdentifier", by: ["identifier"] },
    [RDS_CLUSTER]: { namespace: "AWS/RDS", dimension: "DBClusterIdentifier", by: ["clusterIdentifier"] },
    [CACHE_GROUP]: { namespace: "AWS/ElastiCache", dimension: "CacheClusterId", by: ["replicationGroupId"] },
    [QUEUE]: { namespace: "AWS/SQS", dimension: "QueueName", by: ["name"] },
    [ECS_SERVICE]: { namespace: "ECS", dimension: "ServiceName", by: ["name"] },
    [STATE_MACHINE]: { namespace: "AWS/States", dimension: "StateMachineArn", by: ["name"] },
    ...Object.fromEntries(
        TARGET_GROUPS.map(type => [type, { namespace: "ELB", dimension: "TargetGroup", by: ["name"] }]),
    ),
    ...Object.fromEntries(
        LOAD_BALANCERS.map(type => [type, { namespace: "ELB", dimension: "LoadBalancer", by: ["name"] }]),
    ),
    [DISTRIBUTION]: { namespace: "AWS/CloudFront", dimension: "DistributionId", by: [] },
    [APP_RUNNER]: { namespace: "AWS/AppRunner", dimension: "ServiceName", by: ["serviceName"] },
    [AMPLIFY_APP]: { namespace: "AWS/AmplifyHosting", dimension: "App", by: [] },
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

const OF_REPLICA = ["CPUUtilization", "FreeStorageSpace", "ReplicaLag"];

export const nothingIsUnwatched = stackRule(
    "nothing-is-unwatched",
    Object.keys(WATCHED),
    (resource, expect, topology) => {
        const alarms = alarmsOf(resource, topology);
        expect("", "is watched by no alarm", () => alarms.length > 0);
        const metrics = "replicateSourceDb" in resource.props ? OF_REPLICA : (METRICS[resource.type] ?? []);
        for (const wanted of alarms.length === 0 ? [] : metrics) {
            expect("", `has no alarm on ${wanted.split("|")[0]}`, () =>
                alarms.some(it => metricsOf(it).some(metric => wanted.split("|").includes(metric))),
            );
        }
        const nodes = nodesOf(alarms);
        expect(
            "",
            () =>
                `has alarms on ${[...nodes].map(([metric, count]) => `${metric} of ${count}`).join(" nodes, on ")} nodes`,
            () => new Set(nodes.values()).size <= 1,
        );
    },
);

export const filtersAreWatched = stackRule("metric-filter-is-watched", [METRIC_FILTER], (filter, expect, topology) => {
    const metric = filter.props["metricTransformation"]?.name;
    expect("", `counts ${metric}, and no alarm watches it`, () =>
        topology.ofType(ALARM).some(it => metricsOf(it).includes(metric)),
    );
});

export const spendingIsWatched = resourceRule("spending-is-watched", [BUDGET], ({ props }, expect) => {
    const notes = () => [...(props["notifications"] ?? [])];
    const told = (it: any) => [...(it.subscriberEmailAddresses ?? []), ...(it.subscriberSnsTopicArns ?? [])];
    expect("limitAmount", "has no limit", () => Number(props["limitAmount"] ?? 0) > 0);
    expect("notifications", "tells nobody", () => notes().some(it => told(it).length > 0));
    expect("notifications", "has a notification that tells nobody", () => notes().every(it => told(it).length > 0));
    expect("notifications", "tells nobody before it is spent", () => notes().some(it => it.threshold <= 100));
    expect("notifications", "tells of spending too little", () =>
        notes().every(it => it.comparisonOperator === "GREATER_THAN"),
    );
    expect("notifications", "tells when it is too late", () =>
        notes().some(it => it.notificationType === "FORECASTED" || it.threshold < 100),
    );
    expect("budgetType", "is for nothing", () => props["budgetType"] === "COST" || props["budgetType"] === "USAGE");
    expect("timeUnit", "is added up over a quarter or more", () => ["MONTHLY", "DAILY"].includes(props["timeUnit"]));
});

export const spendingHasABudget = stackRule("spending-has-a-budget", [VPC], (_, expect, topology) => {
    expect("", "is paid for, and no budget watches what it costs", () => topology.ofType(BUDGET).length > 0);
});

export const oddSpendingIsTold = resourceRule(
    "unusual-spending-is-told",
    [ANOMALY_SUBSCRIPTION],
    ({ props }, expect) => {
        expect("subscribers", "tells nobody", () => [...(props["subscribers"] ?? [])].some(it => !!it.address));
        expect("frequency", "tells after a week", () => ["DAILY", "IMMEDIATE"].includes(props["frequency"]));
        expect(
            "thresholdExpression",
            "tells of no less than 5000 dollars",
            () => Number(props["thresholdExpression"]?.dimension?.values?.[0] ?? 0) <= 5000,
        );
        expect("monitorArnLists", "watches nothing", () => [...(props["monitorArnLists"] ?? [])].length > 0);
    },
);

export const experimentsStop = resourceRule("experiment-stops", [EXPERIMENT], ({ props }, expect) => {
    const stops = () => [...(props["stopConditions"] ?? [])];
    expect("stopConditions", "is stopped by no alarm", () =>
        stops().some(it => it.source === "aws:cloudwatch:alarm" && !!it.value),
    );
    expect("logConfiguration", "logs nothing", () => props["logConfiguration"] !== undefined);
    expect("targets", "stops all tasks", () =>
        [...(props["targets"] ?? [])].every(it => it.selectionMode !== "ALL" || it.resourceType !== "aws:ecs:task"),
    );
    expect("targets", "takes tasks of any service", () =>
        [...(props["targets"] ?? [])].every(
            it =>
                it.resourceType !== "aws:ecs:task" ||
                !!it.parameters?.service ||
                [...(it.resourceArns ?? [])].length > 0 ||
                [...(it.resourceTags ?? [])].length > 0,
        ),
    );
});

export function alarmsOf(resource: Resource, topology: Topology): Resource[] {
    const { namespace, dimension, by } = WATCHED[resource.type]!;
    const names = by.map(it => resource.inputs[it]).filter(it => typeof it === "string") as string[];
    return topology
        .ofType(ALARM)
        .filter(alarm => {
            const its = namespacesOf(alarm);
            return its.length === 0 || its.some(it => it.includes(namespace));
        })
        .filter(
            alarm =>
                (alarm.dependencies.includes(resource) && dimensionsOf(alarm, dimension).length === 0) ||
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

function namespacesOf({ inputs }: Resource): string[] {
    const queries = (inputs["metricQueries"] as any[] | undefined) ?? [];
    return [inputs["namespace"], ...queries.map(it => it?.metric?.namespace)].filter(
        it => typeof it === "string",
    ) as string[];
}

function metricsOf({ inputs }: Resource): string[] {
    const queries = (inputs["metricQueries"] as any[] | undefined) ?? [];
    return [inputs["metricName"], ...queries.map(it => it?.metric?.metricName)].filter(
        it => typeof it === "string",
    ) as string[];
}

/** Some alarms only scale. */
function tellsPeople({ props, references }: Resource): boolean {
    const isReferred = (references["alarmActions"] ?? []).some(({ type }) => type === TOPIC);
    return isReferred || JSON.stringify(props["alarmActions"] ?? []).includes(":sns:");
}

/** Something that happened, and is neither over nor under way. */
function isOfEvents(props: Record<string, any>): boolean {
    return props["metricName"] === "ExecutionsFailed";
}

/** The most that a metric can be, or is while anybody still waits. */
const MOST: [RegExp, number][] = [
    [/Utilization$|Percentage$|ErrorRate$/, 99],
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
