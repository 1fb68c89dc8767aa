package groundwork.watch;

import com.pulumi.core.Output;
import groundwork.settings.observe.AlarmRule;
import groundwork.settings.service.ServiceSettings;
import groundwork.settings.units.Percent;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What is watched of a service on every platform; {@code metrics} are those that the platform keeps of it. */
public record ServiceWatch(String name, ServiceSettings settings, WatchRules rules, Source metrics) {
    private static final String CPU = "CPUUtilization";
    private static final String MEMORY = "MemoryUtilization";

    public Alarm cpu(String advice) {
        var rule = rules.alarms().cpu().overriddenBy(settings.alarms().cpu());
        return above("cpu", CPU, rule, "CPU of " + name, ". " + advice);
    }

    /** What runs the service, such as its tasks, is killed when memory runs out. */
    public Alarm memory(String killed) {
        var rule = rules.alarms().memory().overriddenBy(settings.alarms().memory());
        var advice = "; at 100% its " + killed
                + " are killed. First raise its size.memory; then look for a leak if it has been"
                + " rising since the last deployment.";
        return above("memory", MEMORY, rule, "Memory of " + name, advice);
    }

    public Alarm slow(Metric metric, ToDoubleFunction<Duration> unit) {
        var rule = rules.alarms().responseTime().overriddenBy(settings.alarms().responseTime());
        var trigger = Trigger.above(unit.applyAsDouble(rule.limit()), rule);
        return Alarm.of(
                "slow",
                metric,
                rule,
                trigger,
                "The response time of %s is above %d seconds (%s) %s. First compare with the CPU and connections of the databases on the dashboard, then with the service's own CPU."
                        .formatted(
                                name,
                                rule.limit().toSeconds(),
                                rule.statistic().orElseThrow().label(),
                                trigger.lasting()));
    }

    public List<Graph> load() {
        return List.of(load("CPU", CPU), load("Memory", MEMORY));
    }

    /** A level is read by its average, a count by its sum; which of them it is only the service knows. */
    public List<Graph> reported() {
        var own = Source.of(rules.names().metrics()).with("Service", Output.of(name));
        return settings.metrics().stream()
                .map(own::metric)
                .map(metric -> Graph.of(
                        metric.name(),
                        metric.line("average"),
                        metric.sum().line("sum").onTheRight()))
                .toList();
    }

    private Graph load(String title, String metric) {
        return Graph.of(
                title,
                metrics.metric(metric).line("average"),
                metrics.metric(metric).maximum().line("maximum"));
    }

    private Alarm above(String suffix, String metric, AlarmRule<Percent> rule, String what, String advice) {
        return Alarm.above(suffix, metrics.metric(metric), rule, what + " above {threshold} {lasting}" + advice);
    }
}
