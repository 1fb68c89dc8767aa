package groundwork.observe;

import com.pulumi.aws.cloudwatch.EventRule;
import com.pulumi.aws.cloudwatch.EventRuleArgs;
import com.pulumi.aws.cloudwatch.EventTarget;
import com.pulumi.aws.cloudwatch.EventTargetArgs;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogMetricFilter;
import com.pulumi.aws.cloudwatch.LogMetricFilterArgs;
import com.pulumi.aws.cloudwatch.LogResourcePolicy;
import com.pulumi.aws.cloudwatch.LogResourcePolicyArgs;
import com.pulumi.aws.cloudwatch.inputs.LogMetricFilterMetricTransformationArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.permissions.PolicyDocument;
import groundwork.permissions.Statement;
import groundwork.plan.names.NameRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every task that stopped by itself, with the reason, in a log group that is counted. */
final class TaskStops extends Component {
    private static final List<String> WRITERS = List.of("events.amazonaws.com", "delivery.logs.amazonaws.com");

    // The scheduler stops tasks for deployments and scaling, but also those that fail their health check.
    private static final String PATTERN =
            """
            {
              "source": ["aws.ecs"],
              "detail-type": ["ECS Task State Change"],
              "detail": {
                "clusterArn": ["%s"],
                "group": [{"prefix": "service:"}],
                "lastStatus": ["STOPPED"],
                "$or": [
                  {"stopCode": [{"anything-but": ["ServiceSchedulerInitiated", "UserInitiated"]}]},
                  {"stoppedReason": [{"prefix": "Task failed"}]}
                ]
              }
            }
            """;

    private final String called;
    private final LogGroup group;
    private final EventRule rule;

    TaskStops(String suffix, Output<String> clusterArn, Component whole) {
        super("observe:TaskStops", suffix, whole);
        called = stack().names().of(NameRule.EVENT_RULE, "stopped-tasks");
        group = LogGroups.create("log", StoppedTasks.logGroup(stack().names()), stack().logRetention(), this);
        rule = createRule(clusterArn);
        createTarget(createPolicy());
        createCount();
        outputs(Map.of("logGroup", group.name()));
    }

    private EventRule createRule(Output<String> clusterArn) {
        return new EventRule(
                child("rule"),
                EventRuleArgs.builder()
                        .name(called)
                        .description("Tasks of services that stopped by themselves")
                        .eventPattern(clusterArn.applyValue(PATTERN::formatted))
                        .build(),
                inside());
    }

    private LogResourcePolicy createPolicy() {
        var statements = WRITERS.stream().flatMap(this::writing).toList();
        return new LogResourcePolicy(
                child("policy"),
                LogResourcePolicyArgs.builder()
                        .policyName(called)
                        .policyDocument(PolicyDocument.of(statements))
                        .build(),
                inside());
    }

    private Stream<Statement> writing(String service) {
        var writer = Output.of(service);
        var streams = group.arn().applyValue(arn -> arn + ":*");
        return Stream.of(
                Statement.allow("logs:CreateLogStream").on(streams).by("Service", writer),
                Statement.allow("logs:PutLogEvents")
                        .on(streams)
                        .by("Service", writer)
                        .when("ArnEquals", "aws:SourceArn", rule.arn()));
    }

    private void createTarget(LogResourcePolicy policy) {
        new EventTarget(
                child("target"),
                EventTargetArgs.builder()
                        .rule(rule.name())
                        .targetId("log")
                        .arn(group.arn())
                        .build(),
                after(policy));
    }

    private void createCount() {
        // EventBridge reports its own count of matches as well as it can, not always; what was logged is complete.
        var transformation = LogMetricFilterMetricTransformationArgs.builder()
                .namespace(stack().names().metrics())
                .name(StoppedTasks.METRIC)
                .value("1")
                .build();
        new LogMetricFilter(
                child("count"),
                LogMetricFilterArgs.builder()
                        .name(called)
                        .logGroupName(group.name())
                        .pattern("{ $.detail.lastStatus = \"STOPPED\" }")
                        .metricTransformation(transformation)
                        .build(),
                inside());
    }
}
