import type { Resource } from "../../resource";
import { resourceRule } from "../../rule";
import { CACHE_GROUP, PARAMETER_GROUPS } from "../../types";

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

/** Parameters by which a database gives up what it promises, and the values that do so. */
const UNSAFE: Record<string, RegExp> = {
    fsync: /^(0|off|false)$/i,
    full_page_writes: /^(0|off|false)$/i,
    synchronous_commit: /^(0|off|false)$/i,
    password_encryption: /^md5$/i,
    ssl_min_protocol_version: /^TLSv1(\.1)?$/i,
    tls_version: /TLSv1(\.1)?(,|$)/i,
    local_infile: /^(1|on|true)$/i,
    skip_show_database: /^(0|off|false)$/i,
};

export const parametersAreSafe = resourceRule("database-parameters-are-safe", PARAMETER_GROUPS, (group, expect) => {
    for (const [name, value] of Object.entries(parametersOf(group))) {
        expect("parameters", `sets ${name} to ${value}`, () => !UNSAFE[name]?.test(value));
    }
});

export const cachesKeepJobs = resourceRule(
    "cache-parameters-are-set",
    ["aws:elasticache/parameterGroup:ParameterGroup", CACHE_GROUP],
    (group, expect) => {
        if (group.type === CACHE_GROUP) {
            expect(
                "parameterGroupName",
                "has the default parameters",
                () => !/^default\./.test(group.props["parameterGroupName"] ?? ""),
            );
            return;
        }
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
