import type { Resource } from "../../resource";
import { resourceRule } from "../../rule";
import { PARAMETER_GROUPS } from "../../types";

export const databasesLogConnections = resourceRule({
    id: "database-logs-connections",
    controls: ["FSBP RDS.37", "CIS 2.3.1", "WA SEC04-BP01"],
    description: "PostgreSQL logs who connects and who leaves.",
    remedy: "Set log_connections and log_disconnections to 1 in the parameter group.",
    environments: ["production"],
    types: PARAMETER_GROUPS,
    check(group, expect) {
        if (!/postgres/.test(group.props["family"] ?? "")) {
            return;
        }
        for (const name of ["log_connections", "log_disconnections"]) {
            expect(() => /^(1|on|true)$/i.test(parametersOf(group)[name] ?? ""), `${name} is not on`, "parameters");
        }
        expect(
            () => Number(parametersOf(group)["log_min_duration_statement"] ?? 1000) >= 100,
            "logs every statement, and the data in it",
            "parameters",
        );
        expect(
            () => (parametersOf(group)["log_statement"] ?? "none") !== "all",
            "logs every statement, and the data in it",
            "parameters",
        );
    },
});

export const cachesKeepJobs = resourceRule({
    id: "cache-parameters-are-set",
    controls: ["WA REL06-BP01"],
    description: "A cache says what it does when it is full.",
    remedy: "Set maxmemory-policy in its parameter group.",
    types: ["aws:elasticache/parameterGroup:ParameterGroup"],
    check(group, expect) {
        expect(
            () => "maxmemory-policy" in parametersOf(group),
            "does not say what is evicted when it is full",
            "parameters",
        );
    },
});

export function parametersOf(group: Resource): Record<string, string> {
    const parameters: { name: string; value: unknown }[] = [...(group.props["parameters"] ?? [])];
    return Object.fromEntries(parameters.map(({ name, value }) => [name, String(value)]));
}
