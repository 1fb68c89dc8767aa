package groundwork.plan.watch.alarms;

import groundwork.plan.edge.TargetGroupPlan;
import groundwork.plan.names.Names;
import groundwork.plan.watch.Metric;
import groundwork.plan.watch.Signal;
import groundwork.settings.StackSettings;
import groundwork.settings.observe.ObservabilitySettings.AlarmSettings;
import groundwork.settings.units.Percent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Requests that fail or take too long, and targets that can't take any. */
final class EntranceAlarms {
    private static final Metric SERVICE_ERRORS =
            Metric.entrance("HTTPCode_Target_5XX_Count").as(Metric.SUM);
    private static final Metric BALANCER_ERRORS =
            Metric.entrance("HTTPCode_ELB_5XX_Count").as(Metric.SUM);

    /** Neither count is reported while there are none, hence the filling. */
    private static final String ERRORS = "FILL(services, 0) + FILL(balancer, 0)";

    private final Names names;
    private final StackSettings settings;
    private final AlarmSettings figures;

    EntranceAlarms(Names names, StackSettings settings) {
        this.names = names;
        this.settings = settings;
        figures = settings.observability().alarms();
    }

    List<AlarmSpec> whole() {
        var alarms = new ArrayList<AlarmSpec>();
        alarms.add(errors());
        figures.errorRate().map(this::rate).ifPresent(alarms::add);
        return alarms;
    }

    private AlarmSpec errors() {
        return new AlarmSpec(
                "errors",
                Signal.of(ERRORS, Map.of("services", SERVICE_ERRORS, "balancer", BALANCER_ERRORS)),
                Trigger.above(figures.serverErrors()).within(Duration.ofMinutes(5)),
                "More than %d answers with a 5xx status within 5 minutes. First see on the dashboard which service gives them, then read its log group below %s; roll back if a deployment came just before."
                        .formatted(figures.serverErrors(), names.path("services")));
    }

    /** The load balancer's own errors are not among the requests that it counts. */
    private AlarmSpec rate(Percent limit) {
        var requests = Metric.entrance("RequestCount").as(Metric.SUM);
        return new AlarmSpec(
                "error-rate",
                Signal.of(
                        "100 * (%s) / (FILL(requests, 0) + FILL(balancer, 0))".formatted(ERRORS),
                        Map.of("services", SERVICE_ERRORS, "balancer", BALANCER_ERRORS, "requests", requests)),
                Trigger.above(limit.value()).within(Duration.ofMinutes(5)),
                "More than %s of all answers have a 5xx status within 5 minutes. First see on the dashboard which service gives them, then read its log group below %s; roll back if a deployment came just before."
                        .formatted(limit, names.path("services")));
    }

    List<AlarmSpec> of(TargetGroupPlan group) {
        var alarms = new ArrayList<AlarmSpec>();
        alarms.add(unhealthy(group));
        alarms.add(slow(group));
        if (alwaysRuns(group.service()) && !group.hasAlternate()) {
            alarms.add(none(group));
        }
        return alarms;
    }

    private AlarmSpec unhealthy(TargetGroupPlan group) {
        return AlarmSpec.of(
                "unhealthy",
                Metric.targets("UnHealthyHostCount").as(Metric.MAXIMUM),
                Trigger.above(figures.unhealthyTargets()).forMinutes(2),
                "Targets of %s fail their health check, more than %d for 2 minutes. First call %s in a task and read %s; ECS replaces what stays unhealthy."
                        .formatted(
                                group.service(),
                                figures.unhealthyTargets(),
                                settings.services()
                                        .get(group.service())
                                        .health()
                                        .path(),
                                logs(group)));
    }

    private AlarmSpec slow(TargetGroupPlan group) {
        var limit = figures.responseTime();
        return AlarmSpec.of(
                "slow",
                Metric.targets("TargetResponseTime").as("p95"),
                Trigger.above(limit.toMillis() / 1000.0).forMinutes(5),
                "One answer of %s in twenty takes longer than %d seconds, for 5 minutes. First compare with the CPU and connections of the databases on the dashboard, then with the service's own CPU."
                        .formatted(group.service(), limit.toSeconds()));
    }

    private AlarmSpec none(TargetGroupPlan group) {
        return AlarmSpec.of(
                "none",
                Metric.targets("HealthyHostCount").as(Metric.MAXIMUM),
                Trigger.below(1).forMinutes(2).orSilence(),
                "Nothing answers for %s, for 2 minutes. First read the service's events in ECS and %s; roll back the last deployment if it was recent."
                        .formatted(group.service(), logs(group)));
    }

    private boolean alwaysRuns(String service) {
        return settings.officeHours().isEmpty()
                && settings.services().get(service).tasks().min() > 0;
    }

    private String logs(TargetGroupPlan group) {
        return names.path("services", group.service());
    }
}
