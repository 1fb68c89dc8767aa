package groundwork.resilience.export;

import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.scheduler.Schedule;
import com.pulumi.aws.scheduler.ScheduleArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleFlexibleTimeWindowArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleTargetArgs;
import com.pulumi.aws.sfn.StateMachine;
import com.pulumi.aws.sfn.StateMachineArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.EncryptionKey;
import groundwork.base.Role;
import groundwork.base.StackContext;
import groundwork.permissions.Statement;
import groundwork.plan.names.NameRule;
import groundwork.plan.time.Recurrence;
import groundwork.resilience.backup.CopyKey;
import groundwork.settings.resilience.ExportSettings;
import groundwork.storage.BucketPlan;
import groundwork.storage.PrivateBucket;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A database's newest snapshot as Parquet files in a bucket, again and again, with no server and no function. */
public final class DatabaseExport extends Component {
    private static final LocalTime AT = LocalTime.of(8, 0);
    private static final int SECONDS_OF_A_DAY = 86_400;

    private final String database;
    private final ExportSource source;
    private final PrivateBucket files;
    private final Output<String> keyArn;

    /** {@code alerts} is the topic that hears of an export that failed. */
    public DatabaseExport(
            String database,
            ExportSettings settings,
            ExportSource source,
            Optional<Output<String>> alerts,
            StackContext stack) {
        super("resilience:DatabaseExport", database, "-export", stack);
        this.database = database;
        this.source = source;
        keyArn = stack.ownKey().map(EncryptionKey::arn).orElseGet(() -> CopyKey.create("Exports", this)
                .arn());
        files = createBucket(settings);
        var writer = new Role("writer", "export.rds.amazonaws.com", ExportPermissions.ofWriter(files), this);
        var machine = createMachine(writer);
        createSchedule(settings, machine);
        alerts.ifPresent(topic -> createAlarm(machine, topic));
        outputs(Map.of("bucket", files.bucketName(), "stateMachine", machine.arn()));
    }

    public Output<String> bucketName() {
        return files.bucketName();
    }

    private PrivateBucket createBucket(ExportSettings settings) {
        var bucket = new PrivateBucket(
                "files", BucketPlan.forAwsServices().versioned().withExpiry(settings.kept()), this);
        bucket.admit();
        return bucket;
    }

    private StateMachine createMachine(Role writer) {
        var runner = new Role(
                "runner", "states.amazonaws.com", ExportPermissions.ofRunner(source, writer.arn(), keyArn), this);
        return new StateMachine(
                child("workflow"),
                StateMachineArgs.builder()
                        .name(stack().names().of(NameRule.STATE_MACHINE, name()))
                        .roleArn(runner.arn())
                        .definition(definition(writer.arn()))
                        .build(),
                options().dependsOn(List.copyOf(runner.ready())).build());
    }

    private Output<String> definition(Output<String> writer) {
        var taskPrefix = stack().names().of(NameRule.EXPORT_TASK, database);
        return Output.tuple(source.identifier(), files.bucketName(), writer, keyArn)
                .applyValue(known -> new ExportWorkflow(
                                source.kind(), known.t1, taskPrefix, database, known.t2, known.t3, known.t4)
                        .definition());
    }

    private void createSchedule(ExportSettings settings, StateMachine machine) {
        var starting = Statement.allow("states:StartExecution").on(machine.arn());
        var starter = new Role("starter", "scheduler.amazonaws.com", List.of(starting), this);
        new Schedule(
                child("schedule"),
                ScheduleArgs.builder()
                        .name(stack().names().of(NameRule.SCHEDULE, name()))
                        .description("Exports the newest snapshot of " + database)
                        .scheduleExpression(Recurrence.cron(settings.every(), AT))
                        .flexibleTimeWindow(ScheduleFlexibleTimeWindowArgs.builder()
                                .mode("OFF")
                                .build())
                        .target(ScheduleTargetArgs.builder()
                                .arn(machine.arn())
                                .roleArn(starter.arn())
                                .input("{}")
                                .build())
                        .build(),
                after(starter.ready()));
    }

    private void createAlarm(StateMachine machine, Output<String> topic) {
        new MetricAlarm(
                child("failed"),
                MetricAlarmArgs.builder()
                        .name(stack().names().of(NameRule.ALARM, name(), "failed"))
                        .alarmDescription("An export of " + database + " did not get to its end")
                        .namespace("AWS/States")
                        .metricName("ExecutionsFailed")
                        .dimensions(machine.arn().applyValue(arn -> Map.of("StateMachineArn", arn)))
                        .statistic("Sum")
                        .period(SECONDS_OF_A_DAY)
                        .evaluationPeriods(1)
                        .threshold(0.0)
                        .comparisonOperator("GreaterThanThreshold")
                        .treatMissingData("notBreaching")
                        .alarmActions(topic.applyValue(List::of))
                        .build(),
                inside());
    }
}
