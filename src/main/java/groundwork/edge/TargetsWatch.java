package groundwork.edge;

import groundwork.plan.edge.TargetGroupPlan;
import groundwork.settings.service.ServiceSettings;
import groundwork.watch.Alarm;
import groundwork.watch.Graph;
import groundwork.watch.Metric;
import groundwork.watch.ServiceWatch;
import groundwork.watch.Signal;
import groundwork.watch.Source;
import groundwork.watch.Subject;
import groundwork.watch.Trigger;
import groundwork.watch.WatchRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Targets of a service that can't take requests, or take too long; the alternate ones are those of blue-green deployments. */
public record TargetsWatch(
        TargetGroupPlan group, ServiceSettings settings, Source metrics, Optional<Source> alternate) {
    /** The graphs of a service's target groups, side by side. */
    public static List<Graph> graphs(List<TargetsWatch> groups) {
        if (groups.isEmpty()) {
            return List.of();
        }
        return List.of(
                graph(
                        "Targets",
                        groups,
                        targets -> Stream.of(
                                targets.line(targets.healthy().maximum(), "healthy"),
                                targets.line(unhealthy(targets.metrics).maximum(), "unhealthy"))),
                graph("Requests", groups, targets -> Stream.of(targets.sum("RequestCount", "requests"))),
                graph("Response time", groups, targets -> Metric.PERCENTILES.stream()
                        .map(percentile ->
                                targets.line(responseTime(targets.metrics).as(percentile), percentile))),
                graph(
                        "Errors",
                        groups,
                        targets -> Stream.of(
                                targets.sum("HTTPCode_Target_4XX_Count", "4xx"),
                                targets.sum("HTTPCode_Target_5XX_Count", "5xx"))));
    }

    /** Whether anything answers is asked of both groups at once, where two take turns. */
    public List<Subject> subjects(WatchRules rules) {
        var subjects = new ArrayList<Subject>();
        var alarms = new ArrayList<>(List.of(unhealthy(metrics, rules), slow(metrics, rules)));
        if (!(rules.sleeps() && settings.sleep()) && settings.tasks().min() > 0) {
            alarms.add(none(rules));
        }
        subjects.add(new Subject("targets", group.suffix(), alarms));
        alternate.ifPresent(other -> subjects.add(
                new Subject("targets", group.alternateSuffix(), List.of(unhealthy(other, rules), slow(other, rules)))));
        return subjects;
    }

    private static Graph graph(
            String title, List<TargetsWatch> groups, Function<TargetsWatch, Stream<Graph.Line>> lines) {
        return new Graph(title, groups.stream().flatMap(lines).toList());
    }

    private Graph.Line sum(String metric, String label) {
        return line(metrics.metric(metric).sum(), label);
    }

    private Graph.Line line(Metric metric, String label) {
        return metric.line(group.suffix() + " " + label);
    }

    private Metric healthy() {
        return metrics.metric("HealthyHostCount");
    }

    private static Metric unhealthy(Source targets) {
        return targets.metric("UnHealthyHostCount");
    }

    private static Metric responseTime(Source targets) {
        return targets.metric("TargetResponseTime");
    }

    private Alarm unhealthy(Source targets, WatchRules rules) {
        var rule =
                rules.alarms().unhealthyTargets().overriddenBy(settings.alarms().unhealthyTargets());
        return Alarm.above(
                "unhealthy",
                unhealthy(targets),
                rule,
                "Targets of %s fail their health check, more than {threshold} {lasting}. First call %s in a task and read %s; ECS replaces what stays unhealthy."
                        .formatted(group.service(), settings.health().path(), rules.logs(group.service())));
    }

    private Alarm slow(Source targets, WatchRules rules) {
        return new ServiceWatch(group.service(), settings, rules, targets)
                .slow(responseTime(targets), limit -> limit.toMillis() / 1000.0);
    }

    private Alarm none(WatchRules rules) {
        var rule = rules.alarms().healthyTargets();
        var trigger = Trigger.below(rule.limit(), rule).orSilence();
        return Alarm.of(
                "none",
                answering(),
                rule,
                trigger,
                "Fewer than %d healthy targets of %s %s. First read the service's events in ECS and %s; roll back the last deployment if it was recent."
                        .formatted(rule.limit(), group.service(), trigger.lasting(), rules.logs(group.service())));
    }

    /** While two groups take turns, the one without targets reports nothing. */
    private Signal answering() {
        return alternate
                .map(other -> Signal.of(
                        "MAX([one, other])", Map.of("one", healthy(), "other", other.metric("HealthyHostCount"))))
                .orElseGet(() -> Signal.of(healthy()));
    }
}
