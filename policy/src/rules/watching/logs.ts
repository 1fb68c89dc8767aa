import { resourceRule } from "../../rule";
import { GUARD_DUTY, LOG_GROUP, METRIC_FILTER, TRAIL } from "../../types";

export const logsAreKept = resourceRule<{ days: number }>(
    "logs-are-kept",
    [LOG_GROUP],
    ({ props }, expect, { days }) => {
        expect(
            "retentionInDays",
            `is kept for less than ${days} days`,
            () => (props["retentionInDays"] ?? 0) === 0 || props["retentionInDays"] >= days,
        );
    },
);

export const logsEnd = resourceRule("logs-end", [LOG_GROUP], ({ props }, expect) => {
    expect("retentionInDays", "is kept for ever", () => (props["retentionInDays"] ?? 0) > 0);
    expect("skipDestroy", "is left behind when the stack is deleted", () => props["skipDestroy"] !== true);
});

export const trailsSeeEverything = resourceRule("trail-sees-everything", [TRAIL], ({ props }, expect) => {
    expect("enableLogging", "is switched off", () => props["enableLogging"] !== false);
    expect("isMultiRegionTrail", "sees one region", () => props["isMultiRegionTrail"] === true);
    expect("includeGlobalServiceEvents", "does not see IAM", () => props["includeGlobalServiceEvents"] !== false);
    expect(
        "enableLogFileValidation",
        "does not prove that its files were not changed",
        () => props["enableLogFileValidation"] === true,
    );
    expect("s3BucketName", "has no bucket", () => !!props["s3BucketName"]);
    expect("kmsKeyId", "is not encrypted with a key of the account", () => !!props["kmsKeyId"]);
    expect("eventSelectors", "leaves events out", () =>
        [...(props["eventSelectors"] ?? [])].every(
            it => (it.readWriteType ?? "All") === "All" && it.includeManagementEvents !== false,
        ),
    );
    expect("eventSelectors", "leaves out who uses keys", () =>
        [...(props["eventSelectors"] ?? [])].every(it => [...(it.excludeManagementEventSources ?? [])].length === 0),
    );
    expect(
        "advancedEventSelectors",
        "leaves out who changes what",
        () =>
            !("advancedEventSelectors" in props) ||
            [...props["advancedEventSelectors"]]
                .flatMap(it => [...(it.fieldSelectors ?? [])])
                .some(it => it.field === "eventCategory" && [...(it.equals ?? [])].includes("Management")),
    );
});

export const threatsAreDetected = resourceRule("threat-detection-is-on", [GUARD_DUTY], ({ props }, expect) => {
    expect("enable", "is off", () => props["enable"] !== false);
    expect(
        "findingPublishingFrequency",
        "tells of further findings after six hours",
        () => (props["findingPublishingFrequency"] ?? "SIX_HOURS") !== "SIX_HOURS",
    );
});

export const filtersCount = resourceRule("metric-filter-counts", [METRIC_FILTER], ({ props }, expect) => {
    expect("pattern", "matches nothing", () => "pattern" in props);
    expect("logGroupName", "is of no log group", () => !!props["logGroupName"]);
    const metric = () => props["metricTransformation"];
    expect(
        "metricTransformation",
        "counts nothing",
        () => !!metric()?.name && !!metric()?.namespace && Number(metric()?.value) !== 0,
    );
});
