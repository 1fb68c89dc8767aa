import { GUARD_DUTY, LOG_GROUP, METRIC_FILTER, TRAIL } from "../../../src/types";
import { type Cases, GONE } from "../case";

export const cases: Cases = {
    "logs-are-kept": {
        sound: { log: [LOG_GROUP, { retentionInDays: 7 }] },
        faults: [["log.retentionInDays", 5, "is kept for less than 7 days"]],
        harmless: [["log.retentionInDays", GONE]],
    },
    "logs-end": {
        sound: { log: [LOG_GROUP, { retentionInDays: 30 }] },
        faults: [
            ["log.retentionInDays", GONE, "is kept for ever"],
            ["log.retentionInDays", 0, "is kept for ever"],
            ["log.skipDestroy", true, "is left behind when the stack is deleted"],
        ],
    },
    "trail-sees-everything": {
        sound: {
            trail: [
                TRAIL,
                {
                    ...{ isMultiRegionTrail: true, includeGlobalServiceEvents: true, enableLogFileValidation: true },
                    ...{ s3BucketName: "audit", kmsKeyId: "key", eventSelectors: [{ readWriteType: "All" }] },
                },
            ],
        },
        faults: [
            [
                "trail.eventSelectors[0].excludeManagementEventSources",
                ["kms.amazonaws.com"],
                "leaves out who uses keys",
                "trail.eventSelectors",
            ],
            [
                "trail.advancedEventSelectors",
                [{ fieldSelectors: [{ field: "eventCategory", equals: ["Data"] }] }],
                "leaves out who changes what",
            ],
            ["trail.enableLogging", false, "is switched off"],
            ["trail.isMultiRegionTrail", false, "sees one region"],
            ["trail.includeGlobalServiceEvents", false, "does not see IAM"],
            ["trail.enableLogFileValidation", false, "does not prove that its files were not changed"],
            ["trail.s3BucketName", GONE, "has no bucket"],
            ["trail.kmsKeyId", GONE, "is not encrypted with a key of the account"],
            ["trail.eventSelectors[0].readWriteType", "WriteOnly", "leaves events out", "trail.eventSelectors"],
            ["trail.eventSelectors[0].includeManagementEvents", false, "leaves events out", "trail.eventSelectors"],
        ],
    },
    "threat-detection-is-on": {
        sound: { detector: [GUARD_DUTY, { enable: true, findingPublishingFrequency: "FIFTEEN_MINUTES" }] },
        faults: [
            ["detector.enable", false, "is off"],
            ["detector.findingPublishingFrequency", "SIX_HOURS", "tells of further findings after six hours"],
        ],
    },
    "metric-filter-counts": {
        sound: {
            filter: [
                METRIC_FILTER,
                {
                    ...{ pattern: "ERROR", logGroupName: "/app" },
                    metricTransformation: { name: "Errors", namespace: "acme", value: "1" },
                },
            ],
        },
        faults: [
            ["filter.pattern", GONE, "matches nothing"],
            ["filter.logGroupName", GONE, "is of no log group"],
            ["filter.metricTransformation.value", "0", "counts nothing", "filter.metricTransformation"],
            ["filter.metricTransformation.namespace", GONE, "counts nothing", "filter.metricTransformation"],
        ],
    },
};
