import type { Resource } from "../../resource";
import { resourceRule } from "../../rule";
import { PARAMETER_GROUPS } from "../../types";

export const databasesLogConnections = resourceRule("database-logs-connections", PARAMETER_GROUPS, (group, expect) => {
    if (!/postgres/.test(group.props["family"] ?? "")) {
        return;
    }
    for (const name of ["log_connections", "log_disconnections"]) {
        expect("parameters", `${name} is not on`, () => /^(1|on|true)$/i.test(parametersOf(group)[name] ?? ""));
    }
    const slowest = () => Number(parametersOf(group)["log_min_duration_statement"] ?? -1);
    expect("parameters", "logs every statement, and the data in it", () => slowest() < 0 || slowest() >= 100);
    expect(
        "parameters",
        "logs every statement, and the data in it",
        () => (parametersOf(group)["log_statement"] ?? "none") !== "all",
    );
});

export const cachesKeepJobs = resourceRule(
    "cache-parameters-are-set",
    ["aws:elasticache/parameterGroup:ParameterGroup"],
    (group, expect) => {
        expect(
            "parameters",
            "does not say what is evicted when it is full",
            () => "maxmemory-policy" in parametersOf(group),
        );
    },
);

export function parametersOf(group: Resource): Record<string, string> {
    const parameters: { name: string; value: unknown }[] = [...(group.props["parameters"] ?? [])];
    return Object.fromEntries(parameters.map(({ name, value }) => [name, String(value)]));
}
