package groundwork.plan.watch.alarms;

import groundwork.plan.watch.Metric;
import groundwork.plan.watch.Signal;
import groundwork.settings.StackSettings;
import groundwork.settings.observe.AlarmRule;
import groundwork.settings.observe.AlarmSettings;
import groundwork.settings.units.Percent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What people meet first: the CDN, and fronts on Amplify Hosting. */
final class FrontAlarms {
    private final AlarmSettings rules;

    FrontAlarms(StackSettings settings) {
        rules = settings.observability().alarms();
    }

    /** CloudFront counts requests, and of errors only tells the share. */
    List<AlarmSpec> ofCdn() {
        var alarms = new ArrayList<AlarmSpec>();
        var rule = rules.serverErrors();
        var trigger = Trigger.above(rule.limit(), rule);
        var counted = rule.statistic().orElseThrow().label();
        alarms.add(AlarmSpec.of(
                "errors",
                Signal.of(
                        "FILL(requests, 0) * FILL(share, 0) / 100",
                        Map.of(
                                "requests", Metric.cdn("Requests").as(counted),
                                "share", Metric.cdn("5xxErrorRate"))),
                trigger,
                "More than %d responses of the CDN with a 5xx status %s. First see whether the load balancer counts them too: if so, its services give them; if not, CloudFront can't reach it."
                        .formatted(rule.limit(), trigger.counted())));
        rules.errorRate().map(FrontAlarms::share).ifPresent(alarms::add);
        return alarms;
    }

    List<AlarmSpec> ofApp(String name) {
        var errors = rules.serverErrors();
        var failing = Trigger.above(errors.limit(), errors);
        var latency = rules.responseTime();
        var slow = Trigger.above(latency.limit().toMillis() / 1000.0, latency);
        return List.of(
                AlarmSpec.of(
                        "errors",
                        Metric.app("5xxErrors"),
                        errors,
                        failing,
                        "More than %d responses of %s with a 5xx status %s. First read its log group in CloudWatch; redeploy the build before the last in Amplify if one came just before."
                                .formatted(errors.limit(), name, failing.counted())),
                AlarmSpec.of(
                        "slow",
                        Signal.of(Metric.app("Latency")),
                        slow,
                        "Responses of %s begin after more than %d seconds on average, %s. First see whether the services that it calls are slow."
                                .formatted(name, latency.limit().toSeconds(), slow.lasting())));
    }

    private static AlarmSpec share(AlarmRule<Percent> rule) {
        var trigger = Trigger.above(rule.limit().value(), rule);
        return AlarmSpec.of(
                "error-rate",
                Signal.of(Metric.cdn("5xxErrorRate")),
                trigger,
                "More than %s of all responses of the CDN have a 5xx status %s. First see whether the load balancer counts them too: if so, its services give them; if not, CloudFront can't reach it."
                        .formatted(rule.limit(), trigger.counted()));
    }
}
