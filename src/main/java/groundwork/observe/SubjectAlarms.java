package groundwork.observe;

import static java.util.stream.Collectors.toMap;

import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.cloudwatch.inputs.MetricAlarmMetricQueryArgs;
import com.pulumi.aws.cloudwatch.inputs.MetricAlarmMetricQueryMetricArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.plan.names.NameRule;
import groundwork.plan.watch.Dimension;
import groundwork.plan.watch.Metric;
import groundwork.plan.watch.Subject;
import groundwork.plan.watch.alarms.AlarmSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The alarms about one thing. */
final class SubjectAlarms extends Component {
    private static final String RESULT = "result";

    private final Subject subject;
    private final Map<Dimension, Output<String>> names;
    private final boolean isGlobal;
    private final Output<String> topicArn;
    private final List<MetricAlarm> alarms;

    SubjectAlarms(
            Subject subject,
            List<AlarmSpec> specs,
            Map<Dimension, Output<String>> names,
            Alerts alerts,
            Component whole) {
        super("observe:SubjectAlarms", subject.suffix(), whole);
        this.subject = subject;
        this.names = names;
        isGlobal = subject.isGlobal();
        topicArn = isGlobal ? alerts.globalTopicArn() : alerts.topicArn();
        alarms = specs.stream().map(this::createAlarm).toList();
        outputs(Map.of());
    }

    boolean isAbout(Subject other) {
        return subject.equals(other);
    }

    List<Output<String>> arns() {
        return alarms.stream().map(MetricAlarm::arn).toList();
    }

    private MetricAlarm createAlarm(AlarmSpec spec) {
        var trigger = spec.trigger();
        var told = topicArn.applyValue(List::of);
        var arguments = MetricAlarmArgs.builder()
                .name(stack().names().of(NameRule.ALARM, subject.suffix(), spec.suffix()))
                .alarmDescription(spec.advice())
                .comparisonOperator(trigger.comparison().label())
                .threshold(threshold(spec))
                .evaluationPeriods(trigger.periods())
                .treatMissingData(trigger.silence().label())
                .alarmActions(told)
                .okActions(told);
        if (trigger.dataPoints() < trigger.periods()) {
            arguments.datapointsToAlarm(trigger.dataPoints());
        }
        spec.signal()
                .expression()
                .ifPresentOrElse(
                        expression -> arguments.metricQueries(queries(spec, expression)), () -> watch(spec, arguments));
        return new MetricAlarm(child(spec.suffix()), arguments.build(), isGlobal ? insideGlobalRegion() : inside());
    }

    private Output<Double> threshold(AlarmSpec spec) {
        double threshold = spec.trigger().threshold();
        return spec.unit()
                .map(unit -> names.get(unit).applyValue(size -> threshold * Double.parseDouble(size)))
                .orElseGet(() -> Output.of(threshold));
    }

    private void watch(AlarmSpec spec, MetricAlarmArgs.Builder arguments) {
        var metric = spec.signal().metrics().values().iterator().next();
        arguments.namespace(metric.namespace()).metricName(metric.name()).period((int)
                spec.trigger().period().toSeconds());
        if (!metric.dimensions().isEmpty()) {
            arguments.dimensions(dimensions(metric));
        }
        if (metric.isPercentile()) {
            arguments.extendedStatistic(metric.statistic());
        } else {
            arguments.statistic(metric.statistic());
        }
    }

    private List<MetricAlarmMetricQueryArgs> queries(AlarmSpec spec, String expression) {
        var queries = new ArrayList<MetricAlarmMetricQueryArgs>();
        int period = (int) spec.trigger().period().toSeconds();
        spec.signal().metrics().forEach((id, metric) -> queries.add(query(id, metric, period)));
        queries.add(MetricAlarmMetricQueryArgs.builder()
                .id(RESULT)
                .expression(expression)
                .label(spec.suffix())
                .returnData(true)
                .build());
        return queries;
    }

    private MetricAlarmMetricQueryArgs query(String id, Metric metric, int period) {
        return MetricAlarmMetricQueryArgs.builder()
                .id(id)
                .metric(MetricAlarmMetricQueryMetricArgs.builder()
                        .namespace(metric.namespace())
                        .metricName(metric.name())
                        .dimensions(dimensions(metric))
                        .period(period)
                        .stat(metric.statistic())
                        .build())
                .build();
    }

    private Output<Map<String, String>> dimensions(Metric metric) {
        var dimensions = metric.dimensions();
        var values = Output.all(dimensions.stream().map(names::get).toList());
        return values.applyValue(known -> dimensions.stream()
                .collect(toMap(Dimension::label, dimension -> known.get(dimensions.indexOf(dimension)))));
    }
}
