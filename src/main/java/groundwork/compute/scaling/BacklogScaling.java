package groundwork.compute.scaling;

import static java.util.stream.Collectors.joining;

import com.pulumi.aws.appautoscaling.Policy;
import com.pulumi.aws.appautoscaling.PolicyArgs;
import com.pulumi.aws.appautoscaling.Target;
import com.pulumi.aws.appautoscaling.inputs.PolicyStepScalingPolicyConfigurationArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyStepScalingPolicyConfigurationStepAdjustmentArgs;
import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.cloudwatch.inputs.MetricAlarmMetricQueryArgs;
import com.pulumi.aws.cloudwatch.inputs.MetricAlarmMetricQueryMetricArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.messaging.Queue;
import groundwork.plan.compute.BacklogSteps;
import groundwork.plan.names.NameRule;
import groundwork.settings.service.TaskSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * As many tasks as the consumed queues are worth at the aimed number of messages a task. What counts is what waits or what is
 * worked on, whichever is more, and the most of it within the pause before tasks go: so they come at once, go as the
 * queue empties, and the last one goes only when nothing waits and nothing is worked on. The number follows from the
 * queue alone, never from tasks that run, so that one that crashes does not bring more.
 */
final class BacklogScaling extends Component {
    private static final String VISIBLE = "ApproximateNumberOfMessagesVisible";
    private static final String IN_FLIGHT = "ApproximateNumberOfMessagesNotVisible";

    private final TaskSettings tasks;
    private final Target target;
    private final List<Queue> queues;

    BacklogScaling(int perTask, TaskSettings tasks, Target target, List<Queue> queues, Component whole) {
        super("compute:BacklogScaling", "backlog", whole);
        this.tasks = tasks;
        this.target = target;
        this.queues = queues;
        var follow = createPolicy("follow", BacklogSteps.follow(perTask, tasks.min(), tasks.most()));
        createAlarm("busy", follow, "GreaterThanOrEqualToThreshold");
        var rest = createPolicy("rest", BacklogSteps.rest(tasks.min()));
        createAlarm("idle", rest, "LessThanThreshold");
        outputs(Map.of());
    }

    private Policy createPolicy(String suffix, List<BacklogSteps.Step> steps) {
        return new Policy(
                child(suffix),
                PolicyArgs.builder()
                        .name(stack().names().of(NameRule.POLICY, name(), suffix))
                        .policyType("StepScaling")
                        .serviceNamespace(target.serviceNamespace())
                        .scalableDimension(target.scalableDimension())
                        .resourceId(target.resourceId())
                        .stepScalingPolicyConfiguration(PolicyStepScalingPolicyConfigurationArgs.builder()
                                .adjustmentType("ExactCapacity")
                                .metricAggregationType("Maximum")
                                .cooldown((int) tasks.out().toSeconds())
                                .stepAdjustments(
                                        steps.stream().map(BacklogScaling::step).toList())
                                .build())
                        .build(),
                inside());
    }

    private static PolicyStepScalingPolicyConfigurationStepAdjustmentArgs step(BacklogSteps.Step step) {
        var arguments =
                PolicyStepScalingPolicyConfigurationStepAdjustmentArgs.builder().scalingAdjustment(step.tasks());
        step.from().ifPresent(bound -> arguments.metricIntervalLowerBound(Long.toString(bound)));
        step.to().ifPresent(bound -> arguments.metricIntervalUpperBound(Long.toString(bound)));
        return arguments.build();
    }

    private void createAlarm(String suffix, Policy policy, String comparison) {
        new MetricAlarm(
                child(suffix),
                MetricAlarmArgs.builder()
                        .name(stack().names().of(NameRule.ALARM, name(), suffix))
                        .alarmDescription("Scales " + name() + "; not for people")
                        .comparisonOperator(comparison)
                        .threshold((double) BacklogSteps.THRESHOLD)
                        .evaluationPeriods(1)
                        .treatMissingData("notBreaching")
                        .metricQueries(queries())
                        .alarmActions(policy.arn().applyValue(List::of))
                        .build(),
                inside());
    }

    private List<MetricAlarmMetricQueryArgs> queries() {
        var queries = new ArrayList<MetricAlarmMetricQueryArgs>();
        for (int i = 0; i < queues.size(); i++) {
            queries.add(metric("v" + i, VISIBLE, queues.get(i).queueName()));
            queries.add(metric("n" + i, IN_FLIGHT, queues.get(i).queueName()));
        }
        queries.add(expression("waiting", sum("v")).build());
        queries.add(expression("taken", sum("n")).build());
        queries.add(expression("result", "MAX([waiting, taken])")
                .label("Messages")
                .returnData(true)
                .build());
        return queries;
    }

    private String sum(String prefix) {
        return IntStream.range(0, queues.size()).mapToObj(i -> prefix + i).collect(joining(" + "));
    }

    private static MetricAlarmMetricQueryArgs.Builder expression(String id, String expression) {
        return MetricAlarmMetricQueryArgs.builder().id(id).expression(expression);
    }

    /** Alarms are evaluated every minute, each time over the period before it. */
    private MetricAlarmMetricQueryArgs metric(String id, String metric, Output<String> queue) {
        return MetricAlarmMetricQueryArgs.builder()
                .id(id)
                .metric(MetricAlarmMetricQueryMetricArgs.builder()
                        .namespace("AWS/SQS")
                        .metricName(metric)
                        .period(wholeMinutes(tasks.in()))
                        .stat("Maximum")
                        .dimensions(queue.applyValue(name -> Map.of("QueueName", name)))
                        .build())
                .build();
    }

    private static int wholeMinutes(Duration time) {
        return 60 * Math.max(1, (int) Math.ceil(time.toSeconds() / 60.0));
    }
}
