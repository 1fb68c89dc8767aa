package groundwork.plan.watch.alarms;

import static java.util.stream.Collectors.joining;

import groundwork.plan.watch.Dimension;
import groundwork.plan.watch.Metric;
import groundwork.plan.watch.Signal;
import groundwork.plan.watch.TableOperations;
import groundwork.settings.StackSettings;
import groundwork.settings.observe.AlarmSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tables that turn requests away, or fail. */
final class TableAlarms {
    private final AlarmSettings rules;

    TableAlarms(StackSettings settings) {
        rules = settings.observability().alarms();
    }

    List<AlarmSpec> of(String name) {
        return List.of(throttled(name), errors(name));
    }

    private AlarmSpec throttled(String name) {
        var rule = rules.tableThrottles();
        var trigger = Trigger.above(rule.limit(), rule);
        return AlarmSpec.of(
                "throttled",
                sum(Map.of("reads", Metric.table("ReadThrottleEvents"), "writes", Metric.table("WriteThrottleEvents"))),
                rule,
                trigger,
                "DynamoDB turned away more than %d requests to %s %s. First look for one partition key that most requests go to; then spread them over more keys, or over more time."
                        .formatted(rule.limit(), name, trigger.counted()));
    }

    private AlarmSpec errors(String name) {
        var rule = rules.tableErrors();
        var trigger = Trigger.above(rule.limit(), rule);
        var metrics = new TreeMap<String, Metric>();
        TableOperations.NAMES.forEach((dimension, operation) ->
                metrics.put(id(operation), Metric.of("AWS/DynamoDB", "SystemErrors", Dimension.TABLE, dimension)));
        return AlarmSpec.of(
                "errors",
                sum(metrics),
                rule,
                trigger,
                "DynamoDB failed more than %d requests to %s %s. First look at the AWS Health Dashboard; then see that services try again."
                        .formatted(rule.limit(), name, trigger.counted()));
    }

    private static Signal sum(Map<String, Metric> metrics) {
        var expression =
                metrics.keySet().stream().sorted().map("FILL(%s, 0)"::formatted).collect(joining(" + "));
        return Signal.of(expression, metrics);
    }

    /** CloudWatch wants a lower-case letter first. */
    private static String id(String operation) {
        return operation.substring(0, 1).toLowerCase() + operation.substring(1);
    }
}
