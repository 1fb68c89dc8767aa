package groundwork.delivery;

import com.pulumi.core.Output;
import groundwork.watch.Alarm;
import groundwork.watch.Graph;
import groundwork.watch.Signal;
import groundwork.watch.Source;
import groundwork.watch.Subject;
import groundwork.watch.Trigger;
import groundwork.watch.WatchRules;
import groundwork.watch.Watched;
import java.util.List;

/** Fronts on Amplify Hosting that fail or are slow. */
record AppWatch(String name, WatchRules rules, Source metrics) {
    private static final String ERRORS = "5xxErrors";
    private static final String LATENCY = "Latency";

    static AppWatch of(String name, Output<String> app, WatchRules rules) {
        return new AppWatch(name, rules, Source.of("AWS/AmplifyHosting").with("App", app));
    }

    Watched plan() {
        return Watched.of(
                new Subject("app", name, List.of(errors(), slow())),
                name,
                Graph.of("Requests", metrics.sum("Requests", "requests")),
                Graph.of("Errors", metrics.sum("4xxErrors", "4xx"), metrics.sum(ERRORS, "5xx")),
                Graph.of("Latency", metrics.metric(LATENCY).line("average")),
                Graph.of("Transfer", metrics.sum("BytesDownloaded", "to viewers")));
    }

    private Alarm errors() {
        var rule = rules.alarms().serverErrors();
        return Alarm.above(
                "errors",
                metrics.metric(ERRORS),
                rule,
                "More than {threshold} responses of %s with a 5xx status {counted}. First read its log group in CloudWatch; redeploy the build before the last in Amplify if one came just before."
                        .formatted(name));
    }

    private Alarm slow() {
        var rule = rules.alarms().responseTime();
        var trigger = Trigger.above(rule.limit().toMillis() / 1000.0, rule);
        return Alarm.of(
                "slow",
                Signal.of(metrics.metric(LATENCY)),
                trigger,
                "Responses of %s begin after more than %d seconds on average, %s. First see whether the services that it calls are slow."
                        .formatted(name, rule.limit().toSeconds(), trigger.lasting()));
    }
}
