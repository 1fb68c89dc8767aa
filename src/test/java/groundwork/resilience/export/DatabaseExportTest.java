package groundwork.resilience.export;

import static groundwork.aws.ResourceTypes.IAM_ROLE_POLICY;
import static groundwork.aws.ResourceTypes.KMS_KEY;
import static groundwork.aws.ResourceTypes.SCHEDULER_SCHEDULE;
import static groundwork.aws.ResourceTypes.SFN_STATE_MACHINE;
import static groundwork.settings.StackText.problems;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.pulumi.core.Output;
import groundwork.Rows;
import groundwork.Topologies;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recording;
import groundwork.resilience.export.ExportSource.Kind;
import groundwork.values.Unknown;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseExportTest {
    private static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:shop-test-alerts";

    @Test
    void newestSnapshotIsFoundExportedAndWatched() {
        var recording = run(Kind.INSTANCE, "staging", Ids.KNOWN);
        var states = states(recording);

        assertThat(states.keySet())
                .containsExactlyInAnyOrder(
                        "FindSnapshots",
                        "IsThereOne",
                        "NoSnapshot",
                        "StartExport",
                        "Wait",
                        "Look",
                        "IsItDone",
                        "Failed",
                        "Done");
        var find = states.getAsJsonObject("FindSnapshots");
        assertThat(find.get("Resource").getAsString()).isEqualTo("arn:aws:states:::aws-sdk:rds:describeDBSnapshots");
        assertThat(find.get("Arguments").toString())
                .isEqualTo("{\"DbInstanceIdentifier\":\"shop-test-db\",\"SnapshotType\":\"automated\"}");
        assertThat(find.getAsJsonObject("Assign").get("snapshots").getAsString())
                .isEqualTo(
                        "{% [$states.result.DbSnapshots[Status = 'available']^(>SnapshotCreateTime).DbSnapshotArn] %}");
        var start = states.getAsJsonObject("StartExport").getAsJsonObject("Arguments");
        assertThat(start.get("ExportTaskIdentifier").getAsString())
                .isEqualTo(
                        "{% 'shop-test-db-' & $replace($substring($states.context.Execution.StartTime, 0, 19), ':', '-') %}");
        assertThat(start.get("S3Prefix").getAsString()).isEqualTo("db");
        assertThat(start.get("KmsKeyId").getAsString())
                .isEqualTo(recording.named(KMS_KEY, "db-export-key").text("arn"));
        assertThat(start.get("S3BucketName").getAsString())
                .isEqualTo(recording
                        .named("aws:s3/bucketV2:BucketV2", "db-export-files-bucket")
                        .text("bucket"));
        assertThat(start.get("IamRoleArn").getAsString())
                .isEqualTo("arn:aws:iam::123456789012:role/shop-test-db-export-writer");
    }

    @Test
    void everyStateIsReachedAndLeadsSomewhere() {
        var states = states(run(Kind.CLUSTER, "staging", Ids.KNOWN));
        var reached = new HashSet<String>(Set.of("FindSnapshots"));

        for (var entry : states.entrySet()) {
            var state = entry.getValue().getAsJsonObject();
            boolean ends = Set.of("Succeed", "Fail").contains(state.get("Type").getAsString());
            assertThat(ends || state.has("Next") || state.has("Default"))
                    .as(entry.getKey())
                    .isTrue();
            if (state.has("Next")) {
                reached.add(state.get("Next").getAsString());
            }
            if (state.has("Default")) {
                reached.add(state.get("Default").getAsString());
                state.getAsJsonArray("Choices")
                        .forEach(choice ->
                                reached.add(choice.getAsJsonObject().get("Next").getAsString()));
            }
        }
        assertThat(reached).isEqualTo(states.keySet());
    }

    @Test
    void clustersHaveSnapshotsOfTheirOwnKind() {
        var recording = run(Kind.CLUSTER, "staging", Ids.KNOWN);
        var find = states(recording).getAsJsonObject("FindSnapshots");

        assertThat(find.get("Resource").getAsString())
                .isEqualTo("arn:aws:states:::aws-sdk:rds:describeDBClusterSnapshots");
        assertThat(find.getAsJsonObject("Arguments").has("DbClusterIdentifier")).isTrue();
        assertThat(recording.named(IAM_ROLE_POLICY, "db-export-runner-policy").text("policy"))
                .contains("\"rds:DescribeDBClusterSnapshots\"")
                .contains("arn:aws:rds:us-east-1:123456789012:cluster-snapshot:rds:*");
    }

    @Test
    void rolesMayDoWhatAnExportTakes() {
        var recording = run(Kind.INSTANCE, "staging", Ids.KNOWN);
        var runner = recording.named(IAM_ROLE_POLICY, "db-export-runner-policy").text("policy");

        assertThat(runner)
                .contains(
                        """
                        {"Effect":"Allow","Action":["rds:DescribeDBSnapshots"],"Resource":[\
                        "arn:aws:rds:us-east-1:123456789012:db:shop-test-db",\
                        "arn:aws:rds:us-east-1:123456789012:snapshot:rds:*"]}""")
                .contains(
                        """
                        {"Effect":"Allow","Action":["iam:PassRole"],"Resource":[\
                        "arn:aws:iam::123456789012:role/shop-test-db-export-writer"],\
                        "Condition":{"StringEquals":{"iam:PassedToService":"export.rds.amazonaws.com"}}}""")
                .contains(
                        """
                        {"Effect":"Allow","Action":["rds:StartExportTask"],"Resource":[\
                        "arn:aws:rds:us-east-1:123456789012:snapshot:rds:shop-test-db-*"]}""")
                .contains(
                        """
                        {"Effect":"Allow","Action":["kms:CreateGrant"],"Resource":["%s"],\
                        "Condition":{"Bool":{"kms:GrantIsForAWSResource":"true"}}}"""
                                .formatted(recording
                                        .named(KMS_KEY, "db-export-key")
                                        .text("arn")));
        assertThat(recording.named(IAM_ROLE_POLICY, "db-export-writer-policy").text("policy"))
                .contains("\"s3:PutObject*\",\"s3:GetObject*\",\"s3:DeleteObject*\"");
        assertThat(recording.named(IAM_ROLE_POLICY, "db-export-starter-policy").text("policy"))
                .contains("\"states:StartExecution\"")
                .contains(
                        recording.named(SFN_STATE_MACHINE, "db-export-workflow").text("arn"));
    }

    @ParameterizedTest
    @EnumSource(Ids.class)
    void itStartsEverySundayAndTellsOfAFailure(Ids ids) {
        var recording = run(Kind.INSTANCE, "production", ids);
        var machine = recording.named(SFN_STATE_MACHINE, "db-export-workflow");
        var schedule = recording.named(SCHEDULER_SCHEDULE, "db-export-schedule");

        assertThat(machine.text("name")).isEqualTo("shop-test-db-export");
        assertThat(schedule.inputs())
                .containsEntry("scheduleExpression", "cron(0 8 ? * SUN *)")
                .containsEntry("flexibleTimeWindow", Map.of("mode", "OFF"));
        assertThat(schedule.get("target.arn")).isEqualTo(machine.get("arn"));
        assertThat(recording
                        .named("aws:cloudwatch/metricAlarm:MetricAlarm", "db-export-failed")
                        .inputs())
                .containsEntry("name", "shop-test-db-export-failed")
                .containsEntry("namespace", "AWS/States")
                .containsEntry("metricName", "ExecutionsFailed")
                .containsEntry(
                        "dimensions",
                        ids == Ids.KNOWN ? Map.of("StateMachineArn", machine.text("arn")) : Unknown.UNKNOWN);
    }

    @Test
    void ownKeyEncryptsExportsToo() {
        var recording = run(Kind.INSTANCE, "production", Ids.KNOWN);

        assertThat(recording.ofType(KMS_KEY)).singleElement().satisfies(key -> assertThat(states(recording)
                        .getAsJsonObject("StartExport")
                        .getAsJsonObject("Arguments")
                        .get("KmsKeyId")
                        .getAsString())
                .isEqualTo(key.text("arn")));
    }

    @Rows(
            """
            year          | databases.db.export: "year": write one of day, week, month
            { kept: 1h }  | databases.db.export.kept: "1h" is out of range: write a time such as 30s, 5m, 12h or 14d, from 1d to 3650d
            { kept: 36h } | databases.db.export.kept: retention is in whole days
            """)
    void whatCannotBeIsTold(String export, String problem) {
        assertThat(problems("groundwork:databases: { db: { export: %s } }".formatted(export)))
                .containsExactly(problem);
    }

    private static JsonObject states(Recording recording) {
        return JsonParser.parseString(
                        recording.named(SFN_STATE_MACHINE, "db-export-workflow").text("definition"))
                .getAsJsonObject()
                .getAsJsonObject("States");
    }

    private static Recording run(Kind kind, String environment, Ids ids) {
        var settings = "groundwork:environment: %s\ngroundwork:databases: { db: { export: week } }";
        var arn = "arn:aws:rds:us-east-1:123456789012:%s:shop-test-db"
                .formatted(kind == Kind.INSTANCE ? "db" : "cluster");
        var source = new ExportSource(kind, Output.of("shop-test-db"), Output.of(arn));
        var recording = Topologies.of(settings.formatted(environment), ids, (stack, plan, context) -> {
            var export = plan.settings().databases().get("db").export().orElseThrow();
            new DatabaseExport("db", export, source, Optional.of(Output.of(TOPIC)), stack);
        });
        assertThat(recording.refusals()).isEmpty();
        return recording;
    }
}
