import * as aws from "../../../src/types";
import { type Cases, type Given, GONE } from "../case";

const watches = (name: string, metricName: string): Given => [
    aws.ALARM,
    { metricName, dimensions: { DBInstanceIdentifier: name } },
];
const note = {
    ...{ subscriberEmailAddresses: ["ops@acme.dev"], comparisonOperator: "GREATER_THAN" },
    ...{ notificationType: "ACTUAL", threshold: 80 },
};
const node = (number: number, metricName: string): Given => [
    aws.ALARM,
    { metricName, dimensions: { CacheClusterId: `hot-00${number}` } },
];

export const cases: Cases = {
    "alarm-does-something": {
        sound: { alarm: [aws.ALARM, { alarmActions: ["arn"] }] },
        faults: [
            ["alarm.alarmActions", [], "tells nobody when it goes off"],
            ["alarm.actionsEnabled", false, "is silenced"],
        ],
    },
    "alarm-tells-when-it-is-over": {
        sound: {
            alerts: [aws.TOPIC],
            alarm: [aws.ALARM, { metricName: "CPUUtilization", alarmActions: ["${alerts}"], okActions: ["${alerts}"] }],
        },
        faults: [["alarm.okActions", [], "does not tell when it is over"]],
        harmless: [["alarm", [aws.ALARM, { metricName: "ExecutionsFailed", alarmActions: ["${alerts}"] }]]],
    },
    "alarm-measures": {
        sound: {
            free: [
                "aws:cloudwatch/metricAlarm:MetricAlarm",
                {
                    ...{
                        namespace: "AWS/RDS",
                        metricName: "FreeStorageSpace",
                        dimensions: { DBInstanceIdentifier: "db" },
                    },
                    ...{ statistic: "Minimum", threshold: 1, comparisonOperator: "LessThanThreshold" },
                    ...{ period: 60, evaluationPeriods: 5 },
                },
            ],
            cpu: [
                aws.ALARM,
                {
                    ...{ namespace: "AWS/ECS", metricName: "CPUUtilization", dimensions: { ServiceName: "web" } },
                    ...{ statistic: "Average", threshold: 80, comparisonOperator: "GreaterThanThreshold" },
                    ...{ period: 60, evaluationPeriods: 5 },
                },
            ],
            errors: [
                aws.ALARM,
                {
                    metricQueries: [
                        { id: "rate", expression: "100 * failed / all", returnData: true },
                        { id: "failed", metric: { metricName: "5XX", namespace: "AWS/X", stat: "Sum", period: 60 } },
                        { id: "all", metric: { metricName: "Count", namespace: "AWS/X", stat: "Sum", period: 60 } },
                    ],
                    ...{ threshold: 5, comparisonOperator: "GreaterThanThreshold", evaluationPeriods: 5 },
                },
            ],
        },
        faults: [
            ["cpu.comparisonOperator", "LessThanThreshold", "goes off when all is well"],
            ["cpu.statistic", "SampleCount", "takes a statistic that hides what it is about"],
            ["cpu.period", 3600, "goes off after hours"],
            ["free.threshold", 0, "has a threshold that is never passed"],
            ["cpu.metricName", GONE, "measures nothing"],
            ["cpu.namespace", GONE, "measures nothing"],
            ["cpu.statistic", GONE, "has no statistic"],
            ["errors.metricQueries[0].returnData", false, "measures nothing", "errors.metricQueries"],
            ["errors.metricQueries[1].metric.stat", GONE, "has a query of nothing", "errors.metricQueries"],
            [
                "errors.metricQueries[2]",
                GONE,
                "has an expression of a metric that is not there",
                "errors.metricQueries",
            ],
            ["cpu.threshold", GONE, "has no threshold"],
            ["cpu.comparisonOperator", GONE, "compares nothing"],
            ["cpu.period", GONE, "has no period"],
            ["cpu.evaluationPeriods", 361, "goes off after more than six hours"],
            ["cpu.threshold", 100, "has a threshold that is never passed"],
            ["cpu.dimensions", GONE, "is of no resource: it has no dimensions"],
        ],
    },
    "nothing-is-unwatched": {
        sound: {
            db: [aws.RDS_INSTANCE, { identifier: "app" }],
            cpu: watches("app", "CPUUtilization"),
            disk: watches("app", "FreeStorageSpace"),
            connections: watches("app", "DatabaseConnections"),
            jobs: [aws.QUEUE, { name: "jobs" }],
            age: [aws.ALARM, { metricName: "ApproximateAgeOfOldestMessage", dimensions: { QueueName: "${jobs}" } }],
            hot: [aws.CACHE_GROUP, { replicationGroupId: "hot" }],
            cpu1: node(1, "EngineCPUUtilization"),
            cpu2: node(2, "EngineCPUUtilization"),
            memory1: node(1, "DatabaseMemoryUsagePercentage"),
            memory2: node(2, "DatabaseMemoryUsagePercentage"),
        },
        faults: [
            ["disk", GONE, "has no alarm on FreeStorageSpace", "db"],
            ["age.dimensions.QueueName", "other", "is watched by no alarm", "jobs"],
            [
                "memory2",
                GONE,
                "has alarms on EngineCPUUtilization of 2 nodes, on DatabaseMemoryUsagePercentage of 1 nodes",
                "hot",
            ],
        ],
    },
    "metric-filter-is-watched": {
        sound: {
            filter: [aws.METRIC_FILTER, { metricTransformation: { name: "Errors" } }],
            alarm: [aws.ALARM, { metricName: "Errors" }],
        },
        faults: [["alarm", GONE, "counts Errors, and no alarm watches it", "filter"]],
    },
    "spending-is-watched": {
        sound: {
            budget: [
                aws.BUDGET,
                { limitAmount: "500", notifications: [note], budgetType: "COST", timeUnit: "MONTHLY" },
            ],
        },
        faults: [
            ["budget.limitAmount", "0", "has no limit"],
            [
                "budget.notifications[0].subscriberEmailAddresses",
                [],
                ["tells nobody", "has a notification that tells nobody"].map(it => `budget.notifications: ${it}`),
            ],
            [
                "budget.notifications[1]",
                { ...note, subscriberEmailAddresses: [] },
                "has a notification that tells nobody",
                "budget.notifications",
            ],
            ["budget.notifications[0].threshold", 100, "tells when it is too late", "budget.notifications"],
            [
                "budget.notifications[0].threshold",
                120,
                ["tells nobody before it is spent", "tells when it is too late"].map(
                    it => `budget.notifications: ${it}`,
                ),
            ],
            [
                "budget.notifications[0].comparisonOperator",
                "LESS_THAN",
                "tells of spending too little",
                "budget.notifications",
            ],
            ["budget.budgetType", "SAVINGS_PLANS_COVERAGE", "is for nothing"],
            ["budget.timeUnit", "QUARTERLY", "is added up over a quarter or more"],
        ],
        harmless: [["budget.notifications[0]", { ...note, notificationType: "FORECASTED", threshold: 100 }]],
    },
    "unusual-spending-is-told": {
        sound: {
            told: [
                aws.ANOMALY_SUBSCRIPTION,
                { subscribers: [{ address: "ops@acme.dev" }], frequency: "DAILY", monitorArnLists: ["arn"] },
            ],
        },
        faults: [
            [
                "told.thresholdExpression",
                { dimension: { key: "ANOMALY_TOTAL_IMPACT_ABSOLUTE", values: ["1000000"] } },
                "tells of no less than 5000 dollars",
            ],
            ["told.subscribers", [], "tells nobody"],
            ["told.frequency", "WEEKLY", "tells after a week"],
            ["told.monitorArnLists", [], "watches nothing"],
        ],
    },
    "experiment-stops": {
        sound: {
            test: [
                aws.EXPERIMENT,
                {
                    stopConditions: [{ source: "aws:cloudwatch:alarm", value: "arn" }],
                    logConfiguration: { logSchemaVersion: 2 },
                    targets: [
                        { resourceType: "aws:ecs:task", selectionMode: "COUNT(1)", parameters: { service: "web" } },
                    ],
                },
            ],
        },
        faults: [
            ["test.stopConditions", [{ source: "none" }], "is stopped by no alarm"],
            ["test.logConfiguration", GONE, "logs nothing"],
            ["test.targets[0].selectionMode", "ALL", "stops all tasks", "test.targets"],
            ["test.targets[0].parameters", GONE, "takes tasks of any service", "test.targets"],
        ],
    },
    "spending-has-a-budget": {
        sound: { vpc: ["aws:ec2/vpc:Vpc"], budget: ["aws:budgets/budget:Budget"] },
        faults: [["budget", GONE, "is paid for, and no budget watches what it costs", "vpc"]],
    },
};
