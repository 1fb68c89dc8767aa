import { resourceRule } from "../../rule";
import { GUARD_DUTY, LOG_GROUP, METRIC_FILTER, TRAIL } from "../../types";

export const logsAreKept = resourceRule<{ days: number }>({
    id: "logs-are-kept",
    controls: ["FSBP CloudWatch.16", "WA SEC04-BP02"],
    description: "Logs of production are kept for a week at least.",
    remedy: "Set retentionInDays to 7 or more.",
    setting: "observability.logs",
    environments: ["production"],
    parameters: { days: { type: "integer", minimum: 1, default: 7, description: "How long logs are kept at least." } },
    types: [LOG_GROUP],
    check({ props }, expect, { days }) {
        expect(
            () => (props["retentionInDays"] ?? 0) === 0 || props["retentionInDays"] >= days,
            `is kept for less than ${days} days`,
            "retentionInDays",
        );
    },
});

export const logsEnd = resourceRule({
    id: "logs-end",
    controls: ["WA COST04-BP05", "WA SEC07-BP04"],
    description: "Logs are deleted one day: by default CloudWatch keeps them for ever.",
    remedy: "Set retentionInDays.",
    setting: "observability.logs",
    types: [LOG_GROUP],
    check({ props }, expect) {
        expect(() => (props["retentionInDays"] ?? 0) > 0, "is kept for ever", "retentionInDays");
        expect(() => props["skipDestroy"] !== true, "is left behind when the stack is deleted", "skipDestroy");
    },
});

export const trailsSeeEverything = resourceRule({
    id: "trail-sees-everything",
    controls: ["FSBP CloudTrail.1", "FSBP CloudTrail.2", "FSBP CloudTrail.4", "CIS 3.1", "CIS 3.2", "WA SEC04-BP01"],
    description: "A trail is on, sees all regions and global services, and proves that its files were not changed.",
    remedy: "Set isMultiRegionTrail, includeGlobalServiceEvents and enableLogFileValidation to true.",
    setting: "audit",
    types: [TRAIL],
    check({ props }, expect) {
        expect(() => props["enableLogging"] !== false, "is switched off", "enableLogging");
        expect(() => props["isMultiRegionTrail"] === true, "sees one region", "isMultiRegionTrail");
        expect(() => props["includeGlobalServiceEvents"] !== false, "does not see IAM", "includeGlobalServiceEvents");
        expect(
            () => props["enableLogFileValidation"] === true,
            "does not prove that its files were not changed",
            "enableLogFileValidation",
        );
        expect(() => !!props["s3BucketName"], "has no bucket", "s3BucketName");
        expect(() => !!props["kmsKeyId"], "is not encrypted with a key of the account", "kmsKeyId");
        expect(
            () =>
                [...(props["eventSelectors"] ?? [])].every(
                    it => (it.readWriteType ?? "All") === "All" && it.includeManagementEvents !== false,
                ),
            "leaves events out",
            "eventSelectors",
        );
    },
});

export const threatsAreDetected = resourceRule({
    id: "threat-detection-is-on",
    controls: ["FSBP GuardDuty.1", "WA SEC04-BP01"],
    description: "A detector of GuardDuty is on.",
    remedy: "Set enable to true.",
    setting: "audit.guardDuty",
    types: [GUARD_DUTY],
    check({ props }, expect) {
        expect(() => props["enable"] !== false, "is off", "enable");
        expect(
            () => (props["findingPublishingFrequency"] ?? "SIX_HOURS") !== "SIX_HOURS",
            "tells of further findings after six hours",
            "findingPublishingFrequency",
        );
    },
});

export const filtersCount = resourceRule({
    id: "metric-filter-counts",
    controls: ["WA OPS08-BP02"],
    description: "A filter of a log matches something and counts it in a metric.",
    remedy: "Set pattern, logGroupName and metricTransformation.",
    types: [METRIC_FILTER],
    check({ props }, expect) {
        expect(() => "pattern" in props, "matches nothing", "pattern");
        expect(() => !!props["logGroupName"], "is of no log group", "logGroupName");
        const metric = () => props["metricTransformation"];
        expect(
            () => !!metric()?.name && !!metric()?.namespace && Number(metric()?.value) !== 0,
            "counts nothing",
            "metricTransformation",
        );
    },
});
