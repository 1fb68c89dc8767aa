package groundwork.edge.gateway;

import groundwork.settings.observe.AlarmRule;
import groundwork.settings.units.Percent;
import groundwork.watch.Alarm;
import groundwork.watch.Graph;
import groundwork.watch.Metric;
import groundwork.watch.Signal;
import groundwork.watch.Source;
import groundwork.watch.Subject;
import groundwork.watch.Trigger;
import groundwork.watch.WatchRules;
import groundwork.watch.Watched;
import java.util.ArrayList;
import java.util.Map;

/** Requests at the HTTP API that fail or take too long. */
record ApiWatch(WatchRules rules, Source metrics) {
    private static final String REQUESTS = "Count";
    private static final String ERRORS = "5xx";
    private static final String LATENCY = "Latency";

    Watched plan() {
        var alarms = new ArrayList<Alarm>();
        alarms.add(errors().thatTurnsBack());
        rules.alarms().errorRate().map(this::rate).ifPresent(alarms::add);
        alarms.add(slow());
        return Watched.of(
                Subject.only("entrance", alarms),
                "Entrance",
                Graph.of("Requests", metrics.sum(REQUESTS, "requests")),
                new Graph(
                        "Response time",
                        Metric.PERCENTILES.stream()
                                .map(percentile -> latency().as(percentile).line(percentile + " ms"))
                                .toList()),
                Graph.of("Errors", metrics.sum("4xx", "4xx"), metrics.sum(ERRORS, "5xx")));
    }

    private Metric latency() {
        return metrics.metric(LATENCY);
    }

    private Alarm errors() {
        var rule = rules.alarms().serverErrors();
        return Alarm.above(
                "errors",
                metrics.metric(ERRORS),
                rule,
                "More than {threshold} responses with a 5xx status {counted}. First read the log group below %s of the service behind the route that the HTTP API's access log names; 503 without an entry there means that no task is healthy."
                        .formatted(rules.logs()));
    }

    private Alarm rate(AlarmRule<Percent> rule) {
        return Alarm.above(
                "error-rate",
                Signal.of(
                        "100 * FILL(errors, 0) / requests",
                        Map.of("errors", metrics.metric(ERRORS), "requests", metrics.metric(REQUESTS))),
                rule,
                "More than {threshold} of all responses have a 5xx status {counted}. First see in the HTTP API's access log which route gives them, then read that service's log group below %s; roll back if a deployment came just before."
                        .formatted(rules.logs()));
    }

    private Alarm slow() {
        var rule = rules.alarms().responseTime();
        var trigger = Trigger.above(rule.limit().toMillis(), rule);
        return Alarm.of(
                "slow",
                latency(),
                rule,
                trigger,
                "Responses take longer than %d seconds (%s) %s. First see in the HTTP API's access log which route is slow, then compare with the CPU and connections of the databases on the dashboard."
                        .formatted(
                                rule.limit().toSeconds(),
                                rule.statistic().orElseThrow().label(),
                                trigger.lasting()));
    }
}
