package groundwork.plan.watch.alarms;

import groundwork.plan.watch.Metric;
import groundwork.settings.observe.AlarmRule;
import groundwork.settings.observe.AlarmSettings;
import groundwork.settings.service.ServiceSettings;
import groundwork.settings.units.Percent;
import java.util.Map;
import java.util.function.Function;

/** CPU and memory of a service, by the metrics of the platform that runs it. */
record UtilizationAlarms(Map<String, ServiceSettings> services, AlarmSettings rules, Function<String, Metric> metric) {

    AlarmSpec cpu(String service, String advice) {
        var rule = rules.cpu().overriddenBy(services.get(service).alarms().cpu());
        return above("cpu", "CPUUtilization", rule, "CPU of " + service, ". " + advice);
    }

    /** What runs the service, such as its tasks, is killed when memory runs out. */
    AlarmSpec memory(String service, String killed) {
        var rule = rules.memory().overriddenBy(services.get(service).alarms().memory());
        var advice = "; at 100% its " + killed
                + " are killed. First raise its size.memory; then look for a leak if it has been"
                + " rising since the last deployment.";
        return above("memory", "MemoryUtilization", rule, "Memory of " + service, advice);
    }

    private AlarmSpec above(String suffix, String name, AlarmRule<Percent> rule, String what, String advice) {
        var trigger = Trigger.above(rule.limit().value(), rule);
        var text = "%s above %s %s%s".formatted(what, rule.limit(), trigger.lasting(), advice);
        return AlarmSpec.of(suffix, metric.apply(name), rule, trigger, text);
    }
}
