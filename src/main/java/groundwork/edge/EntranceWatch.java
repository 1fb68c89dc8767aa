package groundwork.edge;

import com.pulumi.core.Output;
import groundwork.settings.observe.AlarmRule;
import groundwork.settings.units.Percent;
import groundwork.watch.Alarm;
import groundwork.watch.Graph;
import groundwork.watch.Metric;
import groundwork.watch.Signal;
import groundwork.watch.Source;
import groundwork.watch.Subject;
import groundwork.watch.WatchRules;
import groundwork.watch.Watched;
import java.util.ArrayList;
import java.util.Map;

/** Requests at the load balancer that fail. */
record EntranceWatch(WatchRules rules, Source metrics) {
    private static final String REQUESTS = "RequestCount";
    private static final String SERVICE_ERRORS = "HTTPCode_Target_5XX_Count";
    private static final String BALANCER_ERRORS = "HTTPCode_ELB_5XX_Count";

    /** Neither count is reported while there are none, hence the filling. */
    private static final String ERRORS = "FILL(services, 0) + FILL(balancer, 0)";

    /** The metrics of a load balancer, by the end of its ARN. */
    static Source metrics(Output<String> arnSuffix) {
        return Source.of("AWS/ApplicationELB").with("LoadBalancer", arnSuffix);
    }

    Watched plan() {
        var alarms = new ArrayList<Alarm>();
        alarms.add(errors().thatTurnsBack());
        rules.alarms().errorRate().map(this::rate).ifPresent(alarms::add);
        return Watched.of(
                Subject.only("entrance", alarms),
                "Entrance",
                Graph.of("Requests", metrics.sum(REQUESTS, "requests")),
                new Graph(
                        "Response time",
                        Metric.PERCENTILES.stream()
                                .map(percentile -> metrics.metric("TargetResponseTime")
                                        .as(percentile)
                                        .line(percentile))
                                .toList()),
                Graph.of(
                        "Errors",
                        metrics.sum("HTTPCode_Target_4XX_Count", "4xx of services"),
                        metrics.sum(SERVICE_ERRORS, "5xx of services"),
                        metrics.sum(BALANCER_ERRORS, "5xx of the load balancer")),
                Graph.of(
                        "Connections",
                        metrics.sum("ActiveConnectionCount", "active"),
                        metrics.sum("RejectedConnectionCount", "rejected")));
    }

    private Alarm errors() {
        var rule = rules.alarms().serverErrors();
        return Alarm.above(
                "errors",
                Signal.of(
                        ERRORS,
                        Map.of(
                                "services",
                                metrics.metric(SERVICE_ERRORS),
                                "balancer",
                                metrics.metric(BALANCER_ERRORS))),
                rule,
                "More than {threshold} responses with a 5xx status {counted}. First see on the dashboard which service gives them, then read its log group below %s; roll back if a deployment came just before."
                        .formatted(rules.logs()));
    }

    /** The load balancer's own errors are not among the requests that it counts. */
    private Alarm rate(AlarmRule<Percent> rule) {
        return Alarm.above(
                "error-rate",
                Signal.of(
                        "100 * (%s) / (FILL(requests, 0) + FILL(balancer, 0))".formatted(ERRORS),
                        Map.of(
                                "services",
                                metrics.metric(SERVICE_ERRORS),
                                "balancer",
                                metrics.metric(BALANCER_ERRORS),
                                "requests",
                                metrics.metric(REQUESTS))),
                rule,
                "More than {threshold} of all responses have a 5xx status {counted}. First see on the dashboard which service gives them, then read its log group below %s; roll back if a deployment came just before."
                        .formatted(rules.logs()));
    }
}
