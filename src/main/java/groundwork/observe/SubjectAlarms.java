package groundwork.observe;

import static java.util.stream.Collectors.toMap;

import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.cloudwatch.inputs.MetricAlarmMetricQueryArgs;
import com.pulumi.aws.cloudwatch.inputs.MetricAlarmMetricQueryMetricArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.plan.names.NameRule;
import groundwork.watch.Alarm;
import groundwork.watch.Metric;
import groundwork.watch.Source.Dimension;
import groundwork.watch.Subject;
import groundwork.watch.Trigger.Comparison;
import groundwork.watch.Trigger.Silence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The alarms about one thing. */
final class SubjectAlarms extends Component {
    private static final String RESULT = "result";

    private final Subject subject;
    private final Alerts alerts;
    private final Map<Alarm, MetricAlarm> alarms = new LinkedHashMap<>();

    SubjectAlarms(Subject subject, Alerts alerts, Component whole) {
        super("observe:SubjectAlarms", subject.suffix(), whole);
        this.subject = subject;
        this.alerts = alerts;
        subject.alarms().forEach(alarm -> alarms.put(alarm, createAlarm(alarm)));
        outputs(Map.of());
    }

    List<Output<String>> arns() {
        return alarms.values().stream().map(MetricAlarm::arn).toList();
    }

    /** Those that end an experiment, and roll a deployment back. */
    Stream<Output<String>> turningBack() {
        return alarms.entrySet().stream()
                .filter(alarm -> alarm.getKey().turnsBack())
                .map(alarm -> alarm.getValue().arn());
    }

    private MetricAlarm createAlarm(Alarm alarm) {
        var trigger = alarm.trigger();
        boolean isGlobal = alarm.signal().isGlobal();
        var topicArn = isGlobal ? alerts.globalTopicArn() : alerts.topicArn();
        var told = topicArn.applyValue(List::of);
        var arguments = MetricAlarmArgs.builder()
                .name(stack().names().of(NameRule.ALARM, subject.suffix(), alarm.suffix()))
                .alarmDescription(alarm.advice())
                .comparisonOperator(
                        trigger.comparison() == Comparison.ABOVE ? "GreaterThanThreshold" : "LessThanThreshold")
                .threshold(threshold(alarm))
                .evaluationPeriods(trigger.periods())
                .treatMissingData(trigger.silence() == Silence.GOOD ? "notBreaching" : "breaching")
                .alarmActions(told)
                .okActions(told);
        if (trigger.dataPoints() < trigger.periods()) {
            arguments.datapointsToAlarm(trigger.dataPoints());
        }
        alarm.signal()
                .expression()
                .ifPresentOrElse(
                        expression -> arguments.metricQueries(queries(alarm, expression)),
                        () -> watch(alarm, arguments));
        return new MetricAlarm(child(alarm.suffix()), arguments.build(), isGlobal ? insideGlobalRegion() : inside());
    }

    private Output<Double> threshold(Alarm alarm) {
        double threshold = alarm.trigger().threshold();
        return alarm.unit()
                .map(unit -> unit.applyValue(size -> threshold * size))
                .orElseGet(() -> Output.of(threshold));
    }

    private void watch(Alarm alarm, MetricAlarmArgs.Builder arguments) {
        var metric = alarm.signal().metrics().values().iterator().next();
        arguments
                .namespace(metric.source().namespace())
                .metricName(metric.name())
                .period((int) alarm.trigger().period().toSeconds());
        if (!metric.source().dimensions().isEmpty()) {
            arguments.dimensions(dimensions(metric));
        }
        if (metric.isPercentile()) {
            arguments.extendedStatistic(metric.statistic());
        } else {
            arguments.statistic(metric.statistic());
        }
    }

    private List<MetricAlarmMetricQueryArgs> queries(Alarm alarm, String expression) {
        var queries = new ArrayList<MetricAlarmMetricQueryArgs>();
        int period = (int) alarm.trigger().period().toSeconds();
        alarm.signal().metrics().forEach((id, metric) -> queries.add(query(id, metric, period)));
        queries.add(MetricAlarmMetricQueryArgs.builder()
                .id(RESULT)
                .expression(expression)
                .label(alarm.suffix())
                .returnData(true)
                .build());
        return queries;
    }

    private MetricAlarmMetricQueryArgs query(String id, Metric metric, int period) {
        return MetricAlarmMetricQueryArgs.builder()
                .id(id)
                .metric(MetricAlarmMetricQueryMetricArgs.builder()
                        .namespace(metric.source().namespace())
                        .metricName(metric.name())
                        .dimensions(dimensions(metric))
                        .period(period)
                        .stat(metric.statistic())
                        .build())
                .build();
    }

    private static Output<Map<String, String>> dimensions(Metric metric) {
        var dimensions = metric.source().dimensions();
        var values = Output.all(dimensions.stream().map(Dimension::value).toList());
        return values.applyValue(known -> dimensions.stream()
                .collect(toMap(Dimension::name, dimension -> known.get(dimensions.indexOf(dimension)))));
    }
}
