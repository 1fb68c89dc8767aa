package groundwork.plan.watch.alarms;

import groundwork.plan.watch.Metric;
import groundwork.plan.watch.Signal;
import groundwork.settings.StackSettings;
import groundwork.settings.observe.ObservabilitySettings.AlarmSettings;
import groundwork.settings.units.Percent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What people meet first: the CDN, and fronts on Amplify Hosting. */
final class FrontAlarms {
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private final AlarmSettings figures;

    FrontAlarms(StackSettings settings) {
        figures = settings.observability().alarms();
    }

    /** CloudFront counts requests, and of errors only tells the share. */
    List<AlarmSpec> ofCdn() {
        var alarms = new ArrayList<AlarmSpec>();
        alarms.add(new AlarmSpec(
                "errors",
                Signal.of(
                        "FILL(requests, 0) * FILL(share, 0) / 100",
                        Map.of(
                                "requests", Metric.cdn("Requests").as(Metric.SUM),
                                "share", Metric.cdn("5xxErrorRate"))),
                Trigger.above(figures.serverErrors()).within(FIVE_MINUTES),
                "More than %d answers of the CDN with a 5xx status within 5 minutes. First see whether the load balancer counts them too: if so, its services give them; if not, CloudFront can't reach it."
                        .formatted(figures.serverErrors())));
        figures.errorRate().map(FrontAlarms::share).ifPresent(alarms::add);
        return alarms;
    }

    List<AlarmSpec> ofApp(String name) {
        return List.of(
                AlarmSpec.of(
                        "errors",
                        Metric.app("5xxErrors").as(Metric.SUM),
                        Trigger.above(figures.serverErrors()).within(FIVE_MINUTES),
                        "More than %d answers of %s with a 5xx status within 5 minutes. First read its log group in CloudWatch; redeploy the build before the last in Amplify if one came just before."
                                .formatted(figures.serverErrors(), name)),
                AlarmSpec.of(
                        "slow",
                        Metric.app("Latency"),
                        Trigger.above(figures.responseTime().toMillis() / 1000.0)
                                .forMinutes(5),
                        "Answers of %s begin after more than %d seconds on average, for 5 minutes. First see whether the services that it calls are slow."
                                .formatted(name, figures.responseTime().toSeconds())));
    }

    private static AlarmSpec share(Percent limit) {
        return AlarmSpec.of(
                "error-rate",
                Metric.cdn("5xxErrorRate"),
                Trigger.above(limit.value()).within(FIVE_MINUTES),
                "More than %s of all answers of the CDN have a 5xx status within 5 minutes. First see whether the load balancer counts them too: if so, its services give them; if not, CloudFront can't reach it."
                        .formatted(limit));
    }
}
