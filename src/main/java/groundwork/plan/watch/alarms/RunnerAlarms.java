package groundwork.plan.watch.alarms;

import groundwork.plan.watch.Metric;
import groundwork.settings.StackSettings;
import groundwork.settings.observe.AlarmSettings;
import groundwork.settings.service.ServiceSettings;
import java.util.List;
import java.util.Map;

/** Services on App Runner that fail, are slow or too busy. */
final class RunnerAlarms {
    private static final String CPU_ADVICE = "First see on the dashboard whether requests rose with it: "
            + "if so, lower its tasks.concurrency or raise tasks.max; if not, deploy the image before the last.";

    private final Map<String, ServiceSettings> services;
    private final AlarmSettings rules;
    private final UtilizationAlarms utilization;

    RunnerAlarms(StackSettings settings) {
        services = settings.services();
        rules = settings.observability().alarms();
        utilization = new UtilizationAlarms(services, rules, Metric::runner);
    }

    List<AlarmSpec> of(String service) {
        return List.of(
                errors(service),
                slow(service),
                utilization.cpu(service, CPU_ADVICE),
                utilization.memory(service, "instances"));
    }

    private AlarmSpec errors(String service) {
        var rule = rules.serverErrors();
        var trigger = Trigger.above(rule.limit(), rule);
        return AlarmSpec.of(
                "errors",
                Metric.runner("5xxStatusResponses"),
                rule,
                trigger,
                "More than %d responses of %s with a 5xx status %s. First read its application log in App Runner; deploy the image before it if a deployment came just before."
                        .formatted(rule.limit(), service, trigger.counted()));
    }

    private AlarmSpec slow(String service) {
        var rule =
                rules.responseTime().overriddenBy(services.get(service).alarms().responseTime());
        var trigger = Trigger.above(rule.limit().toMillis(), rule);
        return AlarmSpec.of(
                "slow", Metric.runner("RequestLatency"), rule, trigger, SlowAdvice.of(service, rule, trigger));
    }
}
