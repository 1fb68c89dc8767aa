import { jsonOf } from "../../json";
import type { Resource } from "../../resource";
import { resourceRule, stackRule } from "../../rule";
import { RDS_CLUSTER, SCHEDULE, SCHEDULED_SCALING } from "../../types";

/** For each call of AWS that stops something, the one that starts it again. */
const STARTS: Record<string, string> = {
    "rds:stopDBInstance": "rds:startDBInstance",
    "rds:stopDBCluster": "rds:startDBCluster",
    "ec2:stopInstances": "ec2:startInstances",
};

export const whatSleepsWakes = stackRule("what-sleeps-wakes", [SCHEDULE], (schedule, expect, topology) => {
    expect(
        "target",
        "stops what no schedule starts again",
        () => !stops(schedule) || topology.ofType(SCHEDULE).some(it => starts(it, schedule)),
    );
});

export const productionDoesNotSleep = resourceRule(
    "production-does-not-sleep",
    [SCHEDULE, SCHEDULED_SCALING, RDS_CLUSTER],
    (schedule, expect) => {
        const { type, props } = schedule;
        if (type === RDS_CLUSTER) {
            expect(
                "serverlessv2ScalingConfiguration.minCapacity",
                "pauses when nobody asks, and wakes within half a minute",
                () => props["serverlessv2ScalingConfiguration"]?.minCapacity !== 0,
            );
            return;
        }
        if (type === SCHEDULED_SCALING) {
            expect(
                "scalableTargetAction.maxCapacity",
                "stops a part of production",
                () => props["scalableTargetAction"]?.maxCapacity !== 0,
            );
            return;
        }
        expect("target", "stops a part of production", () => !stops(schedule));
    },
);

/** What a call of AWS has to be told. */
const TOLD: Record<string, string[]> = {
    "applicationautoscaling:registerScalableTarget": [
        "ServiceNamespace",
        "ResourceId",
        "ScalableDimension",
        "MinCapacity",
        "MaxCapacity",
    ],
    "ecs:updateService": ["Cluster", "Service", "DesiredCount"],
    "rds:startDBInstance": ["DbInstanceIdentifier"],
    "rds:stopDBInstance": ["DbInstanceIdentifier"],
    "rds:startDBCluster": ["DbClusterIdentifier"],
    "rds:stopDBCluster": ["DbClusterIdentifier"],
};

export const schedulesSayWhat = resourceRule("schedule-says-what-it-changes", [SCHEDULE], (schedule, expect) => {
    const { call, input } = callOf(schedule);
    expect(
        "target.arn",
        `calls ${call}, which nothing can call back`,
        () => !/:(delete|terminate|remove|deregister|purge)/i.test(call),
    );
    for (const name of TOLD[call] ?? []) {
        expect("target.input", `does not say ${name}`, () => name in input);
    }
    expect(
        "target.input",
        "asks for more tasks than it allows",
        () => Number(input["MinCapacity"] ?? 0) <= Number(input["MaxCapacity"] ?? Infinity),
    );
});

function stops(schedule: Resource): boolean {
    const { call, input } = callOf(schedule);
    return call in STARTS || input["DesiredCount"] === 0 || input["MaxCapacity"] === 0;
}

function starts(other: Resource, schedule: Resource): boolean {
    const { call, input, group } = callOf(schedule);
    const its = callOf(other);
    return its.call === (STARTS[call] ?? call) && !stops(other) && its.group === group && sameThing(its.input, input);
}

function sameThing(one: Record<string, unknown>, other: Record<string, unknown>): boolean {
    const names = ["ResourceId", "Service", "Cluster", "DbInstanceIdentifier", "DbClusterIdentifier"];
    return names.every(name => one[name] === other[name]);
}

function callOf({ props }: Resource): { call: string; input: Record<string, unknown>; group: string } {
    const { arn = "", input = "{}" } = props["target"] ?? {};
    return {
        call: String(arn).replace(/^.*:aws-sdk:/, ""),
        input: jsonOf(input) ?? {},
        group: String(props["groupName"] ?? ""),
    };
}
