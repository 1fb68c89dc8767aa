package groundwork.data;

import static java.util.stream.Collectors.joining;

import com.pulumi.core.Output;
import groundwork.settings.data.TableSettings;
import groundwork.settings.observe.AlarmRule;
import groundwork.watch.Alarm;
import groundwork.watch.Graph;
import groundwork.watch.Metric;
import groundwork.watch.Signal;
import groundwork.watch.Source;
import groundwork.watch.Subject;
import groundwork.watch.Watched;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tables that turn requests away, or fail. */
record TableWatch(String name, TableSettings.Alarms rules, Source metrics) {
    /** Errors are counted apart by operation. */
    private static final List<String> OPERATIONS = List.of(
            "BatchGetItem", "BatchWriteItem", "DeleteItem", "GetItem", "PutItem", "Query", "Scan", "UpdateItem");

    static TableWatch of(String name, Output<String> table, TableSettings.Alarms rules) {
        return new TableWatch(name, rules, Source.of("AWS/DynamoDB").with("TableName", table));
    }

    Watched plan() {
        return Watched.of(
                new Subject("table", name, List.of(throttled(), errors())),
                name,
                Graph.of(
                        "Consumed capacity",
                        metrics.sum("ConsumedReadCapacityUnits", "read"),
                        metrics.sum("ConsumedWriteCapacityUnits", "write")),
                Graph.of(
                        "Throttled requests",
                        metrics.sum("ReadThrottleEvents", "read"),
                        metrics.sum("WriteThrottleEvents", "write")));
    }

    private Alarm throttled() {
        return above(
                "throttled",
                rules.throttles(),
                Map.of("reads", metrics.metric("ReadThrottleEvents"), "writes", metrics.metric("WriteThrottleEvents")),
                "DynamoDB turned away more than {threshold} requests to %s {counted}. First look for one partition key that most requests go to; then spread them over more keys, or over more time.");
    }

    private Alarm errors() {
        var errors = new TreeMap<String, Metric>();
        OPERATIONS.forEach(operation -> errors.put(
                id(operation), metrics.with("Operation", Output.of(operation)).metric("SystemErrors")));
        return above(
                "errors",
                rules.errors(),
                errors,
                "DynamoDB failed more than {threshold} requests to %s {counted}. First look at the AWS Health Dashboard; then see that services try again.");
    }

    private Alarm above(String suffix, AlarmRule<Integer> rule, Map<String, Metric> counted, String advice) {
        var sum =
                counted.keySet().stream().sorted().map("FILL(%s, 0)"::formatted).collect(joining(" + "));
        return Alarm.above(suffix, Signal.of(sum, counted), rule, advice.formatted(name));
    }

    /** CloudWatch wants a lower-case letter first. */
    private static String id(String operation) {
        return operation.substring(0, 1).toLowerCase() + operation.substring(1);
    }
}
