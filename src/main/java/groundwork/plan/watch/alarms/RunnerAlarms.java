package groundwork.plan.watch.alarms;

import groundwork.plan.watch.Metric;
import groundwork.settings.StackSettings;
import groundwork.settings.observe.ObservabilitySettings.AlarmSettings;
import groundwork.settings.service.ServiceSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Services on App Runner that fail, are slow or too busy. */
final class RunnerAlarms {
    private final Map<String, ServiceSettings> services;
    private final AlarmSettings figures;

    RunnerAlarms(StackSettings settings) {
        services = settings.services();
        figures = settings.observability().alarms();
    }

    List<AlarmSpec> of(String service) {
        return List.of(errors(service), slow(service), cpu(service), memory(service));
    }

    private AlarmSpec errors(String service) {
        return AlarmSpec.of(
                "errors",
                Metric.runner("5xxStatusResponses").as(Metric.SUM),
                Trigger.above(figures.serverErrors()).within(Duration.ofMinutes(5)),
                "More than %d answers of %s with a 5xx status within 5 minutes. First read its application log in App Runner; deploy the image before it if a deployment came just before."
                        .formatted(figures.serverErrors(), service));
    }

    private AlarmSpec slow(String service) {
        return AlarmSpec.of(
                "slow",
                Metric.runner("RequestLatency").as("p95"),
                Trigger.above(figures.responseTime().toMillis()).forMinutes(5),
                "One answer of %s in twenty takes longer than %d seconds, for 5 minutes. First compare with the CPU and connections of the databases on the dashboard, then with the service's own CPU."
                        .formatted(service, figures.responseTime().toSeconds()));
    }

    private AlarmSpec cpu(String service) {
        var cpu = services.get(service).alarms().cpu().orElse(figures.cpu());
        return AlarmSpec.of(
                "cpu",
                Metric.runner("CPUUtilization"),
                Trigger.above(cpu.value()).forMinutes(5),
                "CPU of %s above %s for 5 minutes. First see on the dashboard whether requests rose with it: if so, lower its tasks.concurrency or raise tasks.max; if not, deploy the image before the last."
                        .formatted(service, cpu));
    }

    private AlarmSpec memory(String service) {
        var memory = services.get(service).alarms().memory().orElse(figures.memory());
        return AlarmSpec.of(
                "memory",
                Metric.runner("MemoryUtilization"),
                Trigger.above(memory.value()).forMinutes(10),
                "Memory of %s above %s for 10 minutes; at 100%% its instances are killed. First raise its size.memory; then look for a leak if it has been rising since the last deployment."
                        .formatted(service, memory));
    }
}
