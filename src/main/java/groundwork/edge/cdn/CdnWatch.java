package groundwork.edge.cdn;

import com.pulumi.core.Output;
import groundwork.settings.observe.AlarmRule;
import groundwork.settings.units.Percent;
import groundwork.watch.Alarm;
import groundwork.watch.Graph;
import groundwork.watch.Signal;
import groundwork.watch.Source;
import groundwork.watch.Subject;
import groundwork.watch.Trigger;
import groundwork.watch.WatchRules;
import groundwork.watch.Watched;
import java.util.ArrayList;
import java.util.Map;

/** What people meet first. CloudFront counts requests, and of errors only tells the share. */
record CdnWatch(WatchRules rules, Source metrics) {
    private static final String REQUESTS = "Requests";
    private static final String ERRORS = "5xxErrorRate";

    static CdnWatch of(Output<String> distribution, WatchRules rules) {
        var metrics = Source.of("AWS/CloudFront")
                .with("DistributionId", distribution)
                .with("Region", Output.of("Global"))
                .inUsEast1();
        return new CdnWatch(rules, metrics);
    }

    Watched plan() {
        var alarms = new ArrayList<Alarm>();
        alarms.add(errors());
        rules.alarms().errorRate().map(this::share).ifPresent(alarms::add);
        return Watched.of(
                Subject.only("cdn", alarms),
                "CDN",
                Graph.of("Requests", metrics.metric(REQUESTS).sum().line("requests")),
                Graph.of(
                        "Errors (%)",
                        metrics.metric("4xxErrorRate").line("4xx"),
                        metrics.metric(ERRORS).line("5xx")),
                Graph.of("Transfer", metrics.metric("BytesDownloaded").sum().line("to viewers")));
    }

    private Alarm errors() {
        var rule = rules.alarms().serverErrors();
        var trigger = Trigger.above(rule.limit(), rule);
        var counted = rule.statistic().orElseThrow().label();
        return Alarm.of(
                "errors",
                Signal.of(
                        "FILL(requests, 0) * FILL(share, 0) / 100",
                        Map.of("requests", metrics.metric(REQUESTS).as(counted), "share", metrics.metric(ERRORS))),
                trigger,
                "More than %d responses of the CDN with a 5xx status %s. First see whether the load balancer counts them too: if so, its services give them; if not, CloudFront can't reach it."
                        .formatted(rule.limit(), trigger.counted()));
    }

    private Alarm share(AlarmRule<Percent> rule) {
        var trigger = Trigger.above(rule.limit().value(), rule);
        return Alarm.of(
                "error-rate",
                Signal.of(metrics.metric(ERRORS)),
                trigger,
                "More than %s of all responses of the CDN have a 5xx status %s. First see whether the load balancer counts them too: if so, its services give them; if not, CloudFront can't reach it."
                        .formatted(rule.limit(), trigger.counted()));
    }
}
