package groundwork.plan.watch.alarms;

import groundwork.plan.watch.Metric;
import groundwork.settings.StackSettings;
import groundwork.settings.data.CacheSettings;
import groundwork.settings.data.CacheSettings.Eviction;
import groundwork.settings.observe.AlarmSettings;
import java.util.ArrayList;
import java.util.List;

/** Nodes of caches that are full or busy. */
final class CacheAlarms {
    private final StackSettings settings;
    private final AlarmSettings rules;

    CacheAlarms(StackSettings settings) {
        this.settings = settings;
        rules = settings.observability().alarms();
    }

    /** The same for each of its nodes. */
    List<AlarmSpec> of(String name) {
        var cache = settings.caches().get(name);
        var alarms = new ArrayList<AlarmSpec>();
        alarms.add(memory(name, cache));
        alarms.add(cpu(name, cache));
        if (cache.eviction() != Eviction.NOEVICTION) {
            alarms.add(evictions(name, cache));
        }
        return alarms;
    }

    private AlarmSpec memory(String name, CacheSettings cache) {
        var rule = rules.cacheMemory().overriddenBy(cache.alarms().memory());
        var trigger = Trigger.above(rule.limit().value(), rule);
        return AlarmSpec.of(
                "memory",
                Metric.cache("DatabaseMemoryUsagePercentage"),
                rule,
                trigger,
                "Memory of %s above %s %s. First look for keys that never expire; then take a larger nodeClass."
                        .formatted(name, rule.limit(), trigger.lasting()));
    }

    private AlarmSpec cpu(String name, CacheSettings cache) {
        var rule = rules.cacheCpu().overriddenBy(cache.alarms().cpu());
        var trigger = Trigger.above(rule.limit().value(), rule);
        return AlarmSpec.of(
                "cpu",
                Metric.cache("EngineCPUUtilization"),
                rule,
                trigger,
                "CPU of the engine of %s above %s %s. First look for slow commands with SLOWLOG GET; then add shards."
                        .formatted(name, rule.limit(), trigger.lasting()));
    }

    private AlarmSpec evictions(String name, CacheSettings cache) {
        var rule = rules.cacheEvictions().overriddenBy(cache.alarms().evictions());
        var trigger = Trigger.above(rule.limit(), rule);
        return AlarmSpec.of(
                "evictions",
                Metric.cache("Evictions"),
                rule,
                trigger,
                "%s evicted more than %d keys %s. First see on the dashboard whether its hit rate fell; then take a larger nodeClass or shorter lives for keys."
                        .formatted(name, rule.limit(), trigger.counted()));
    }
}
