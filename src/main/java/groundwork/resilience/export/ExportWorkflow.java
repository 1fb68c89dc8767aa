package groundwork.resilience.export;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import groundwork.aws.Arn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The steps of an export in Amazon States Language: find the newest snapshot, export it, and wait for the end. */
record ExportWorkflow(
        ExportSource.Kind kind,
        String database,
        String taskPrefix,
        String folder,
        String bucket,
        String roleArn,
        String keyArn) {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
    private static final String SDK = Arn.sdkCall("states", "");
    private static final int SECONDS_BETWEEN_LOOKS = 300;
    private static final int SECONDS_IN_ALL = 24 * 3600;

    String definition() {
        return GSON.toJson(map(
                "Comment",
                "Exports the newest snapshot of " + folder,
                "QueryLanguage",
                "JSONata",
                "StartAt",
                "FindSnapshots",
                "TimeoutSeconds",
                SECONDS_IN_ALL,
                "States",
                map(
                        "FindSnapshots", findSnapshots(),
                        "IsThereOne", isThereOne(),
                        "NoSnapshot", failure("NoSnapshot", "RDS has taken no snapshot of the database yet"),
                        "StartExport", startExport(),
                        "Wait", map("Type", "Wait", "Seconds", SECONDS_BETWEEN_LOOKS, "Next", "Look"),
                        "Look", look(),
                        "IsItDone", isItDone(),
                        "Failed", failure("ExportFailed", "{% $cause %}"),
                        "Done", map("Type", "Succeed"))));
    }

    private Map<String, Object> findSnapshots() {
        return map(
                "Type",
                "Task",
                "Resource",
                SDK + kind.call(),
                "Arguments",
                map(kind.parameter(), database, "SnapshotType", "automated"),
                "Assign",
                map(
                        "snapshots",
                        "{%% [$states.result.%s[Status = 'available']^(>SnapshotCreateTime).%s] %%}"
                                .formatted(kind.snapshots(), kind.snapshotArn())),
                "Retry",
                retries(),
                "Next",
                "IsThereOne");
    }

    private Map<String, Object> isThereOne() {
        return map(
                "Type", "Choice",
                "Choices", List.of(map("Condition", "{% $count($snapshots) > 0 %}", "Next", "StartExport")),
                "Default", "NoSnapshot");
    }

    private Map<String, Object> startExport() {
        var time = "$replace($substring($states.context.Execution.StartTime, 0, 19), ':', '-')";
        return map(
                "Type",
                "Task",
                "Resource",
                SDK + "rds:startExportTask",
                "Arguments",
                map(
                        "ExportTaskIdentifier", "{%% '%s-' & %s %%}".formatted(taskPrefix, time),
                        "SourceArn", "{% $snapshots[0] %}",
                        "S3BucketName", bucket,
                        "S3Prefix", folder,
                        "IamRoleArn", roleArn,
                        "KmsKeyId", keyArn),
                "Assign",
                map("task", "{% $states.result.ExportTaskIdentifier %}"),
                "Next",
                "Wait");
    }

    private static Map<String, Object> look() {
        return map(
                "Type",
                "Task",
                "Resource",
                SDK + "rds:describeExportTasks",
                "Arguments",
                map("ExportTaskIdentifier", "{% $task %}"),
                "Assign",
                map(
                        "status", "{% $states.result.ExportTasks[0].Status %}",
                        "cause",
                                "{% $states.result.ExportTasks[0].FailureCause ? $states.result.ExportTasks[0].FailureCause : 'no cause was given' %}"),
                "Retry",
                retries(),
                "Next",
                "IsItDone");
    }

    private static Map<String, Object> isItDone() {
        return map(
                "Type", "Choice",
                "Choices",
                        List.of(
                                map("Condition", "{% $status = 'COMPLETE' %}", "Next", "Done"),
                                map("Condition", "{% $status in ['FAILED', 'CANCELED'] %}", "Next", "Failed")),
                "Default", "Wait");
    }

    private static Map<String, Object> failure(String error, String cause) {
        return map("Type", "Fail", "Error", error, "Cause", cause);
    }

    private static List<Map<String, Object>> retries() {
        return List.of(map(
                "ErrorEquals", List.of("Rds.RdsException", "States.Timeout"),
                "IntervalSeconds", 30,
                "MaxAttempts", 5,
                "BackoffRate", 2));
    }

    /** Keys and their values in turn, in this order. */
    private static Map<String, Object> map(Object... parts) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < parts.length; i += 2) {
            map.put((String) parts[i], parts[i + 1]);
        }
        return map;
    }
}
