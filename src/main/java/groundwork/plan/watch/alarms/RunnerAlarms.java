package groundwork.plan.watch.alarms;

import groundwork.plan.watch.Metric;
import groundwork.settings.StackSettings;
import groundwork.settings.observe.AlarmSettings;
import groundwork.settings.service.ServiceSettings;
import java.util.List;
import java.util.Map;

/** Services on App Runner that fail, are slow or too busy. */
final class RunnerAlarms {
    private final Map<String, ServiceSettings> services;
    private final AlarmSettings rules;

    RunnerAlarms(StackSettings settings) {
        services = settings.services();
        rules = settings.observability().alarms();
    }

    List<AlarmSpec> of(String service) {
        return List.of(errors(service), slow(service), cpu(service), memory(service));
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

    private AlarmSpec cpu(String service) {
        var rule = rules.cpu().overriddenBy(services.get(service).alarms().cpu());
        var trigger = Trigger.above(rule.limit().value(), rule);
        return AlarmSpec.of(
                "cpu",
                Metric.runner("CPUUtilization"),
                rule,
                trigger,
                "CPU of %s above %s %s. First see on the dashboard whether requests rose with it: if so, lower its tasks.concurrency or raise tasks.max; if not, deploy the image before the last."
                        .formatted(service, rule.limit(), trigger.lasting()));
    }

    private AlarmSpec memory(String service) {
        var rule = rules.memory().overriddenBy(services.get(service).alarms().memory());
        var trigger = Trigger.above(rule.limit().value(), rule);
        return AlarmSpec.of(
                "memory",
                Metric.runner("MemoryUtilization"),
                rule,
                trigger,
                "Memory of %s above %s %s; at 100%% its instances are killed. First raise its size.memory; then look for a leak if it has been rising since the last deployment."
                        .formatted(service, rule.limit(), trigger.lasting()));
    }
}
