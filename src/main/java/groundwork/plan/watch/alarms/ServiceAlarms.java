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
    private static final String CPU_ADVICE = "First see on the dashboard whether requests or messages rose with it: "
            + "if so, raise its tasks.max; if not, roll back the last deployment.";

    private final Names names;
    private final Map<String, ServiceSettings> services;
    private final boolean insights;
    private final AlarmSettings rules;
    private final UtilizationAlarms utilization;

    ServiceAlarms(Names names, StackSettings settings) {
        this.names = names;
        services = settings.services();
        insights = settings.observability().insights();
        rules = settings.observability().alarms();
        utilization = new UtilizationAlarms(services, rules, Metric::service);
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
        alarms.add(utilization.cpu(service, CPU_ADVICE));
        alarms.add(utilization.memory(service, "tasks"));
        if (insights) {
            alarms.add(tooFew(service));
        }
        return alarms;
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
