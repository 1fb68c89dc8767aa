import { jsonOf } from "../../json";
import type { Resource } from "../../resource";
import { resourceRule, stackRule } from "../../rule";
import { SCHEDULE } from "../../types";

/** For each call of AWS that stops something, the one that starts it again. */
const STARTS: Record<string, string> = {
    "rds:stopDBInstance": "rds:startDBInstance",
    "rds:stopDBCluster": "rds:startDBCluster",
    "ec2:stopInstances": "ec2:startInstances",
};

export const whatSleepsWakes = stackRule({
    id: "what-sleeps-wakes",
    controls: ["WA COST09-BP03", "WA REL11-BP01"],
    description: "What a schedule stops, another starts again.",
    remedy: "Add the schedule that starts it.",
    setting: "sleep.hours",
    types: [SCHEDULE],
    check(schedule, expect, topology) {
        expect(
            () => !stops(schedule) || topology.ofType(SCHEDULE).some(it => starts(it, schedule)),
            "stops what no schedule starts again",
            "target",
        );
    },
});

export const productionDoesNotSleep = resourceRule({
    id: "production-does-not-sleep",
    controls: ["WA REL07-BP01"],
    description: "No schedule stops services or databases of production.",
    remedy: "Remove the schedule.",
    setting: "sleep.hours",
    environments: ["production"],
    types: [SCHEDULE],
    check(schedule, expect) {
        expect(() => !stops(schedule), "stops a part of production", "target");
    },
});

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

export const schedulesSayWhat = resourceRule({
    id: "schedule-says-what-it-changes",
    controls: ["WA OPS05-BP04"],
    description: "A schedule tells the call that it makes all that this has to know.",
    remedy: "Complete the target's input.",
    types: [SCHEDULE],
    check(schedule, expect) {
        const { call, input } = callOf(schedule);
        for (const name of TOLD[call] ?? []) {
            expect(() => name in input, `does not say ${name}`, "target.input");
        }
        expect(
            () => Number(input["MinCapacity"] ?? 0) <= Number(input["MaxCapacity"] ?? Infinity),
            "asks for more tasks than it allows",
            "target.input",
        );
    },
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
