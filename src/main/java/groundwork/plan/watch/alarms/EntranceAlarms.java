package groundwork.plan.watch.alarms;

import groundwork.plan.edge.TargetGroupPlan;
import groundwork.plan.names.Names;
import groundwork.plan.watch.Dimension;
import groundwork.plan.watch.Metric;
import groundwork.plan.watch.Signal;
import groundwork.settings.StackSettings;
import groundwork.settings.observe.AlarmRule;
import groundwork.settings.observe.AlarmSettings;
import groundwork.settings.units.Percent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Requests that fail or take too long, and targets that can't take any. */
final class EntranceAlarms {
    private static final Metric SERVICE_ERRORS = Metric.entrance("HTTPCode_Target_5XX_Count");
    private static final Metric BALANCER_ERRORS = Metric.entrance("HTTPCode_ELB_5XX_Count");

    /** Neither count is reported while there are none, hence the filling. */
    private static final String ERRORS = "FILL(services, 0) + FILL(balancer, 0)";

    private final Names names;
    private final StackSettings settings;
    private final AlarmSettings rules;

    EntranceAlarms(Names names, StackSettings settings) {
        this.names = names;
        this.settings = settings;
        rules = settings.observability().alarms();
    }

    List<AlarmSpec> whole() {
        var alarms = new ArrayList<AlarmSpec>();
        alarms.add(errors());
        rules.errorRate().map(this::rate).ifPresent(alarms::add);
        return alarms;
    }

    private AlarmSpec errors() {
        var rule = rules.serverErrors();
        var trigger = Trigger.above(rule.limit(), rule);
        return AlarmSpec.of(
                "errors",
                Signal.of(ERRORS, Map.of("services", SERVICE_ERRORS, "balancer", BALANCER_ERRORS)),
                rule,
                trigger,
                "More than %d responses with a 5xx status %s. First see on the dashboard which service gives them, then read its log group below %s; roll back if a deployment came just before."
                        .formatted(rule.limit(), trigger.counted(), names.path("services")));
    }

    /** The load balancer's own errors are not among the requests that it counts. */
    private AlarmSpec rate(AlarmRule<Percent> rule) {
        var trigger = Trigger.above(rule.limit().value(), rule);
        var requests = Metric.entrance("RequestCount");
        return AlarmSpec.of(
                "error-rate",
                Signal.of(
                        "100 * (%s) / (FILL(requests, 0) + FILL(balancer, 0))".formatted(ERRORS),
                        Map.of("services", SERVICE_ERRORS, "balancer", BALANCER_ERRORS, "requests", requests)),
                rule,
                trigger,
                "More than %s of all responses have a 5xx status %s. First see on the dashboard which service gives them, then read its log group below %s; roll back if a deployment came just before."
                        .formatted(rule.limit(), trigger.counted(), names.path("services")));
    }

    List<AlarmSpec> of(TargetGroupPlan group) {
        var alarms = new ArrayList<AlarmSpec>();
        alarms.add(unhealthy(group));
        alarms.add(slow(group));
        if (alwaysRuns(group.service())) {
            alarms.add(none(group));
        }
        return alarms;
    }

    /** The other group of two that take turns; whether anything answers is asked of both at once. */
    List<AlarmSpec> ofAlternate(TargetGroupPlan group) {
        return List.of(unhealthy(group), slow(group));
    }

    private AlarmSpec unhealthy(TargetGroupPlan group) {
        var service = settings.services().get(group.service());
        var rule = rules.unhealthyTargets().overriddenBy(service.alarms().unhealthyTargets());
        var trigger = Trigger.above(rule.limit(), rule);
        return AlarmSpec.of(
                "unhealthy",
                Metric.targets("UnHealthyHostCount"),
                rule,
                trigger,
                "Targets of %s fail their health check, more than %d %s. First call %s in a task and read %s; ECS replaces what stays unhealthy."
                        .formatted(
                                group.service(),
                                rule.limit(),
                                trigger.lasting(),
                                service.health().path(),
                                logs(group)));
    }

    private AlarmSpec slow(TargetGroupPlan group) {
        var rule = rules.responseTime()
                .overriddenBy(settings.services().get(group.service()).alarms().responseTime());
        var trigger = Trigger.above(rule.limit().toMillis() / 1000.0, rule);
        return AlarmSpec.of(
                "slow",
                Metric.targets("TargetResponseTime"),
                rule,
                trigger,
                SlowAdvice.of(group.service(), rule, trigger));
    }

    private AlarmSpec none(TargetGroupPlan group) {
        var rule = rules.healthyTargets();
        var trigger = Trigger.below(rule.limit(), rule).orSilence();
        return AlarmSpec.of(
                "none",
                healthy(group),
                rule,
                trigger,
                "Fewer than %d healthy targets of %s %s. First read the service's events in ECS and %s; roll back the last deployment if it was recent."
                        .formatted(rule.limit(), group.service(), trigger.lasting(), logs(group)));
    }

    /** While two groups take turns, the one without targets reports nothing. */
    private static Signal healthy(TargetGroupPlan group) {
        var metric = Metric.targets("HealthyHostCount");
        return group.hasAlternate()
                ? Signal.of("MAX([one, other])", Map.of("one", metric, "other", metric.of(Dimension.ALTERNATE_GROUP)))
                : Signal.of(metric);
    }

    private boolean alwaysRuns(String service) {
        return settings.officeHours().isEmpty()
                && settings.services().get(service).tasks().min() > 0;
    }

    private String logs(TargetGroupPlan group) {
        return names.path("services", group.service());
    }
}
