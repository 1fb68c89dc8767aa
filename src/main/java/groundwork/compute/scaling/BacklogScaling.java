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
import groundwork.plan.BacklogSteps;
import groundwork.plan.names.NameRule;
import groundwork.settings.service.TaskSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Tasks are added while more messages wait than those that run are aimed to have, and the first one as soon as anything
 * waits and nothing is worked on. They go only when nothing waits and nothing is worked on, so that no task is stopped in
 * the middle of a message.
 */
final class BacklogScaling extends Component {
    private static final int PERIOD_SECONDS = 60;
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
        createGrowth(perTask);
        createWake();
        createRest();
        outputs(Map.of());
    }

    private void createGrowth(int perTask) {
        var policy = createPolicy("grow", "ChangeInCapacity", tasks.out(), BacklogSteps.grow(perTask));
        createAlarm("behind", policy, "waiting", "GreaterThanOrEqualToThreshold", perTask, 1);
    }

    private void createWake() {
        var policy = createPolicy("wake", "ChangeInCapacity", tasks.out(), BacklogSteps.above(1));
        createAlarm(
                "unattended", policy, "IF(waiting > 0 AND taken == 0, 1, 0)", "GreaterThanOrEqualToThreshold", 1, 1);
    }

    private void createRest() {
        var policy = createPolicy("rest", "ExactCapacity", tasks.in(), BacklogSteps.below(tasks.min()));
        createAlarm("idle", policy, "waiting + taken", "LessThanThreshold", 1, 5);
    }

    private Policy createPolicy(String suffix, String adjustment, Duration cooldown, List<BacklogSteps.Step> steps) {
        return new Policy(
                child(suffix),
                PolicyArgs.builder()
                        .name(stack().names().of(NameRule.POLICY, name(), suffix))
                        .policyType("StepScaling")
                        .serviceNamespace(target.serviceNamespace())
                        .scalableDimension(target.scalableDimension())
                        .resourceId(target.resourceId())
                        .stepScalingPolicyConfiguration(PolicyStepScalingPolicyConfigurationArgs.builder()
                                .adjustmentType(adjustment)
                                .metricAggregationType("Maximum")
                                .cooldown((int) cooldown.toSeconds())
                                .stepAdjustments(
                                        steps.stream().map(BacklogScaling::step).toList())
                                .build())
                        .build(),
                inside());
    }

    private static PolicyStepScalingPolicyConfigurationStepAdjustmentArgs step(BacklogSteps.Step step) {
        var arguments =
                PolicyStepScalingPolicyConfigurationStepAdjustmentArgs.builder().scalingAdjustment(step.tasks());
        step.from().ifPresent(bound -> arguments.metricIntervalLowerBound(Integer.toString(bound)));
        step.to().ifPresent(bound -> arguments.metricIntervalUpperBound(Integer.toString(bound)));
        return arguments.build();
    }

    private void createAlarm(
            String suffix, Policy policy, String expression, String comparison, double threshold, int periods) {
        new MetricAlarm(
                child(suffix),
                MetricAlarmArgs.builder()
                        .name(stack().names().of(NameRule.ALARM, name(), suffix))
                        .alarmDescription("Scales " + name() + "; not for people")
                        .comparisonOperator(comparison)
                        .threshold(threshold)
                        .evaluationPeriods(periods)
                        .treatMissingData("notBreaching")
                        .metricQueries(queries(expression))
                        .alarmActions(policy.arn().applyValue(List::of))
                        .build(),
                inside());
    }

    private List<MetricAlarmMetricQueryArgs> queries(String expression) {
        var queries = new ArrayList<MetricAlarmMetricQueryArgs>();
        for (int i = 0; i < queues.size(); i++) {
            queries.add(metric("v" + i, VISIBLE, queues.get(i).queueName()));
            queries.add(metric("n" + i, IN_FLIGHT, queues.get(i).queueName()));
        }
        queries.add(result(expression.replace("waiting", sum("v")).replace("taken", sum("n"))));
        return queries;
    }

    private String sum(String prefix) {
        return IntStream.range(0, queues.size()).mapToObj(i -> prefix + i).collect(joining(" + ", "(", ")"));
    }

    private static MetricAlarmMetricQueryArgs result(String expression) {
        return MetricAlarmMetricQueryArgs.builder()
                .id("result")
                .expression(expression)
                .label("Messages")
                .returnData(true)
                .build();
    }

    private static MetricAlarmMetricQueryArgs metric(String id, String metric, Output<String> queue) {
        return MetricAlarmMetricQueryArgs.builder()
                .id(id)
                .metric(MetricAlarmMetricQueryMetricArgs.builder()
                        .namespace("AWS/SQS")
                        .metricName(metric)
                        .period(PERIOD_SECONDS)
                        .stat("Maximum")
                        .dimensions(queue.applyValue(name -> Map.of("QueueName", name)))
                        .build())
                .build();
    }
}
