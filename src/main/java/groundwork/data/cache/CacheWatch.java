package groundwork.data.cache;

import com.pulumi.core.Output;
import groundwork.settings.data.CacheSettings;
import groundwork.settings.data.CacheSettings.Eviction;
import groundwork.watch.Alarm;
import groundwork.watch.Graph;
import groundwork.watch.Metric;
import groundwork.watch.Source;
import groundwork.watch.Subject;
import groundwork.watch.WatchRules;
import groundwork.watch.Watched;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Nodes of a cache that are full or busy, by their physical names. */
record CacheWatch(String name, CacheSettings settings, WatchRules rules, List<Output<String>> nodes) {
    private static final String MEMORY = "DatabaseMemoryUsagePercentage";
    private static final String CPU = "EngineCPUUtilization";
    private static final String EVICTIONS = "Evictions";

    Watched plan() {
        return new Watched(
                numbers()
                        .mapToObj(number -> new Subject("cache", name + "-" + number, alarms(node(number))))
                        .toList(),
                name,
                List.of(
                        graph("CPU", CPU, metric -> metric),
                        graph("Memory", MEMORY, metric -> metric),
                        graph("Evictions", EVICTIONS, Metric::sum),
                        graph("Hit rate", "CacheHitRate", metric -> metric)));
    }

    /** Nodes count from 1. */
    private IntStream numbers() {
        return IntStream.rangeClosed(1, nodes.size());
    }

    private Source node(int number) {
        return Source.of("AWS/ElastiCache").with("CacheClusterId", nodes.get(number - 1));
    }

    private Graph graph(String title, String metric, UnaryOperator<Metric> statistic) {
        return new Graph(
                title,
                numbers()
                        .mapToObj(number ->
                                statistic.apply(node(number).metric(metric)).line("node " + number))
                        .toList());
    }

    private List<Alarm> alarms(Source node) {
        var alarms = new ArrayList<Alarm>();
        alarms.add(memory(node));
        alarms.add(cpu(node));
        if (settings.eviction() != Eviction.NOEVICTION) {
            alarms.add(evictions(node));
        }
        return alarms;
    }

    private Alarm memory(Source node) {
        var rule = rules.alarms().cacheMemory().overriddenBy(settings.alarms().memory());
        return Alarm.above(
                "memory",
                node.metric(MEMORY),
                rule,
                "Memory of %s above {threshold} {lasting}. First look for keys that never expire; then take a larger nodeClass."
                        .formatted(name));
    }

    private Alarm cpu(Source node) {
        var rule = rules.alarms().cacheCpu().overriddenBy(settings.alarms().cpu());
        return Alarm.above(
                "cpu",
                node.metric(CPU),
                rule,
                "CPU of the engine of %s above {threshold} {lasting}. First look for slow commands with SLOWLOG GET; then add shards."
                        .formatted(name));
    }

    private Alarm evictions(Source node) {
        var rule =
                rules.alarms().cacheEvictions().overriddenBy(settings.alarms().evictions());
        return Alarm.above(
                "evictions",
                node.metric(EVICTIONS),
                rule,
                "%s evicted more than {threshold} keys {counted}. First see on the dashboard whether its hit rate fell; then take a larger nodeClass or shorter lives for keys."
                        .formatted(name));
    }
}
