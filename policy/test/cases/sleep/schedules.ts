import { SCHEDULE } from "../../../src/types";
import { type Cases, type Given } from "../case";

const schedule = (call: string, input: object): Given => [
    SCHEDULE,
    { target: { arn: `arn:aws:scheduler:::aws-sdk:${call}`, input: JSON.stringify(input) } },
];
const database = (verb: string, DbInstanceIdentifier = "db") =>
    schedule(`rds:${verb}DBInstance`, { DbInstanceIdentifier });
const tasks = (DesiredCount: number, more: object = { Cluster: "c" }) =>
    schedule("ecs:updateService", { ...more, Service: "web", DesiredCount });

export const cases: Cases = {
    "what-sleeps-wakes": {
        sound: { stop: database("stop"), start: database("start"), night: tasks(0), day: tasks(2) },
        faults: [
            ["start", database("start", "other"), "stops what no schedule starts again", "stop.target"],
            ["day", tasks(2, { Cluster: "d" }), "stops what no schedule starts again", "night.target"],
        ],
    },
    "production-does-not-sleep": {
        sound: {
            db: ["aws:rds/cluster:Cluster", { serverlessv2ScalingConfiguration: { minCapacity: 1 } }],
            night: ["aws:appautoscaling/scheduledAction:ScheduledAction", { scalableTargetAction: { maxCapacity: 2 } }],
            start: database("start"),
            day: tasks(2),
        },
        faults: [
            [
                "db.serverlessv2ScalingConfiguration.minCapacity",
                0,
                "pauses when nobody asks, and wakes within half a minute",
            ],
            ["night.scalableTargetAction.maxCapacity", 0, "stops a part of production"],
            ["start", database("stop"), "stops a part of production", "start.target"],
            ["day", tasks(0), "stops a part of production", "day.target"],
        ],
    },
    "schedule-says-what-it-changes": {
        sound: {
            day: tasks(1),
            limits: schedule("applicationautoscaling:registerScalableTarget", {
                ...{
                    ServiceNamespace: "ecs",
                    ResourceId: "service/c/s",
                    ScalableDimension: "ecs:service:DesiredCount",
                },
                ...{ MinCapacity: 1, MaxCapacity: 2 },
            }),
        },
        faults: [
            [
                "day.target.arn",
                "arn:aws:scheduler:::aws-sdk:rds:deleteDBInstance",
                "calls rds:deleteDBInstance, which nothing can call back",
            ],
            ["day", tasks(1, {}), "does not say Cluster", "day.target.input"],
            [
                "limits",
                schedule("applicationautoscaling:registerScalableTarget", {
                    ...{
                        ServiceNamespace: "ecs",
                        ResourceId: "service/c/s",
                        ScalableDimension: "ecs:service:DesiredCount",
                    },
                    ...{ MinCapacity: 3, MaxCapacity: 2 },
                }),
                "asks for more tasks than it allows",
                "limits.target.input",
            ],
        ],
    },
};
