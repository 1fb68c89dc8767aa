package groundwork.plan.watch.alarms;

import groundwork.plan.names.Names;
import groundwork.plan.watch.Metric;
import groundwork.plan.watch.Signal;
import groundwork.plan.watch.StoppedTasks;
import groundwork.settings.StackSettings;
import groundwork.settings.observe.ObservabilitySettings.AlarmSettings;
import groundwork.settings.service.ServiceSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Services that are too busy, too few, or keep stopping. */
final class ServiceAlarms {
    private final Names names;
    private final Map<String, ServiceSettings> services;
    private final boolean insights;
    private final AlarmSettings figures;

    ServiceAlarms(Names names, StackSettings settings) {
        this.names = names;
        services = settings.services();
        insights = settings.observability().insights();
        figures = settings.observability().alarms();
    }

    List<AlarmSpec> together() {
        return List.of(AlarmSpec.of(
                "stopped",
                StoppedTasks.metric(names),
                Trigger.above(figures.stoppedTasks()).within(Duration.ofMinutes(1)),
                "Tasks stopped by themselves, more than %d within a minute. First read why in the log group %s."
                        .formatted(figures.stoppedTasks(), StoppedTasks.logGroup(names))));
    }

    List<AlarmSpec> of(String service) {
        var own = services.get(service).alarms();
        var cpu = own.cpu().orElse(figures.cpu());
        var memory = own.memory().orElse(figures.memory());
        var alarms = new ArrayList<AlarmSpec>();
        alarms.add(AlarmSpec.of(
                "cpu",
                Metric.service("CPUUtilization"),
                Trigger.above(cpu.value()).forMinutes(5),
                "CPU of %s above %s for 5 minutes. First see on the dashboard whether requests or messages rose with it: if so, raise its tasks.max; if not, roll back the last deployment."
                        .formatted(service, cpu)));
        alarms.add(AlarmSpec.of(
                "memory",
                Metric.service("MemoryUtilization"),
                Trigger.above(memory.value()).forMinutes(10),
                "Memory of %s above %s for 10 minutes; at 100%% its tasks are killed. First raise its size.memory; then look for a leak if it has been rising since the last deployment."
                        .formatted(service, memory)));
        if (insights) {
            alarms.add(tooFew(service));
        }
        return alarms;
    }

    private AlarmSpec tooFew(String service) {
        var signal = Signal.of(
                "desired - running",
                Map.of(
                        "desired", Metric.insights("DesiredTaskCount"),
                        "running", Metric.insights("RunningTaskCount")));
        return new AlarmSpec(
                "short",
                signal,
                Trigger.above(0).forMinutes(10),
                "Fewer tasks of %s run than are wanted, for 10 minutes. First read the service's events in ECS: where Spot capacity is short, raise its spot.base; where tasks fail, read %s."
                        .formatted(service, names.path("services", service)));
    }
}
