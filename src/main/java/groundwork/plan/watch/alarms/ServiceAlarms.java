package groundwork.plan.watch.alarms;

import groundwork.plan.names.Names;
import groundwork.plan.watch.Metric;
import groundwork.plan.watch.Signal;
import groundwork.plan.watch.StoppedTasks;
import groundwork.settings.StackSettings;
import groundwork.settings.observe.AlarmSettings;
import groundwork.settings.service.ServiceSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Services that are too busy, too few, or keep stopping. */
final class ServiceAlarms {
    private final Names names;
    private final Map<String, ServiceSettings> services;
    private final boolean insights;
    private final AlarmSettings rules;

    ServiceAlarms(Names names, StackSettings settings) {
        this.names = names;
        services = settings.services();
        insights = settings.observability().insights();
        rules = settings.observability().alarms();
    }

    List<AlarmSpec> together() {
        var rule = rules.stoppedTasks();
        var trigger = Trigger.above(rule.limit(), rule);
        return List.of(AlarmSpec.of(
                "stopped",
                StoppedTasks.metric(names),
                rule,
                trigger,
                "Tasks stopped by themselves, more than %d %s. First read why in the log group %s."
                        .formatted(rule.limit(), trigger.counted(), StoppedTasks.logGroup(names))));
    }

    List<AlarmSpec> of(String service) {
        var alarms = new ArrayList<AlarmSpec>();
        alarms.add(cpu(service));
        alarms.add(memory(service));
        if (insights) {
            alarms.add(tooFew(service));
        }
        return alarms;
    }

    private AlarmSpec cpu(String service) {
        var rule = rules.cpu().overriddenBy(services.get(service).alarms().cpu());
        var trigger = Trigger.above(rule.limit().value(), rule);
        return AlarmSpec.of(
                "cpu",
                Metric.service("CPUUtilization"),
                rule,
                trigger,
                "CPU of %s above %s %s. First see on the dashboard whether requests or messages rose with it: if so, raise its tasks.max; if not, roll back the last deployment."
                        .formatted(service, rule.limit(), trigger.lasting()));
    }

    private AlarmSpec memory(String service) {
        var rule = rules.memory().overriddenBy(services.get(service).alarms().memory());
        var trigger = Trigger.above(rule.limit().value(), rule);
        return AlarmSpec.of(
                "memory",
                Metric.service("MemoryUtilization"),
                rule,
                trigger,
                "Memory of %s above %s %s; at 100%% its tasks are killed. First raise its size.memory; then look for a leak if it has been rising since the last deployment."
                        .formatted(service, rule.limit(), trigger.lasting()));
    }

    private AlarmSpec tooFew(String service) {
        var rule =
                rules.missingTasks().overriddenBy(services.get(service).alarms().missingTasks());
        var trigger = Trigger.above(rule.limit(), rule);
        var signal = Signal.of(
                "desired - running",
                Map.of(
                        "desired", Metric.insights("DesiredTaskCount"),
                        "running", Metric.insights("RunningTaskCount")));
        return AlarmSpec.of(
                "short",
                signal,
                rule,
                trigger,
                "Fewer tasks of %s run than are wanted, %s. First read the service's events in ECS: where Spot capacity is short, raise its spot.base; where tasks fail, read %s."
                        .formatted(service, trigger.lasting(), names.path("services", service)));
    }
}
