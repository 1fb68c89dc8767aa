package groundwork.plan.watch.alarms;

import groundwork.plan.watch.Dimension;
import groundwork.plan.watch.Metric;
import groundwork.settings.StackSettings;
import groundwork.settings.data.CacheSettings.Eviction;
import groundwork.settings.data.DatabaseSettings;
import groundwork.settings.observe.ObservabilitySettings.AlarmSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Databases and caches that run out of something. */
final class DataAlarms {
    private static final long BYTES_PER_GIGABYTE = 1L << 30;
    private static final int BUSY_CACHE = 80;
    private static final int MANY_EVICTIONS = 1000;

    private final StackSettings settings;
    private final AlarmSettings figures;

    DataAlarms(StackSettings settings) {
        this.settings = settings;
        figures = settings.observability().alarms();
    }

    List<AlarmSpec> ofDatabase(String name) {
        var database = settings.databases().get(name);
        var alarms = new ArrayList<AlarmSpec>();
        alarms.add(connections(name, database));
        alarms.add(AlarmSpec.of(
                "cpu",
                Metric.database(database, "CPUUtilization"),
                Trigger.above(figures.databaseCpu().value()).forMinutes(5),
                "CPU of %s above %s for 5 minutes. First look for the most costly query in Performance Insights or pg_stat_statements."
                        .formatted(name, figures.databaseCpu())));
        if (!database.isAurora()) {
            alarms.add(storage(name, database));
        }
        return alarms;
    }

    private AlarmSpec connections(String name, DatabaseSettings database) {
        int limit = figures.databaseConnectionShare()
                .map(share -> MostConnections.of(database) * share.value() / 100)
                .orElse(figures.databaseConnections());
        return AlarmSpec.of(
                "connections",
                Metric.database(database, "DatabaseConnections"),
                Trigger.above(limit).forMinutes(5),
                "More than %d connections to %s for 5 minutes. First see whether services just scaled out; then make their pools smaller, or the database's class larger."
                        .formatted(limit, name));
    }

    /** The same for each replica of an instance; Aurora makes more of them by itself. */
    List<AlarmSpec> ofReplica(String name) {
        var replicas = settings.databases().get(name).replicas();
        var remedy = replicas.canGrow()
                ? "raise its replicas.min, up to %d".formatted(replicas.most())
                : "raise its replicas, or take a larger instanceClass";
        return List.of(AlarmSpec.of(
                "cpu",
                Metric.of("AWS/RDS", "CPUUtilization", Dimension.DATABASE),
                Trigger.above(replicas.cpu().value()).forMinutes(5),
                "CPU of a replica of %s above %s for 5 minutes. First look for the most costly query in Performance Insights; if there is none to mend, %s."
                        .formatted(name, replicas.cpu(), remedy)));
    }

    private AlarmSpec storage(String name, DatabaseSettings database) {
        // Of what there is to begin with: a share of maxStorage may be more than all there is before the disk has
        // grown.
        long allocated = database.storage().value() * BYTES_PER_GIGABYTE;
        return AlarmSpec.of(
                "storage",
                Metric.database(database, "FreeStorageSpace").as(Metric.MINIMUM),
                Trigger.below(allocated * figures.databaseStorage().value() / 100.0)
                        .forMinutes(5),
                "Less than %s of the %s of %s is free. First see what grew: tables, or write-ahead log kept by a replication slot; then raise its storage, or maxStorage if it has grown that far."
                        .formatted(figures.databaseStorage(), database.storage(), name));
    }

    /** The same for each of its nodes. */
    List<AlarmSpec> ofCache(String name) {
        var alarms = new ArrayList<AlarmSpec>();
        alarms.add(AlarmSpec.of(
                "memory",
                Metric.cache("DatabaseMemoryUsagePercentage"),
                Trigger.above(figures.cacheMemory().value()).forMinutes(5),
                "Memory of %s above %s for 5 minutes. First look for keys that never expire; then take a larger nodeClass."
                        .formatted(name, figures.cacheMemory())));
        alarms.add(AlarmSpec.of(
                "cpu",
                Metric.cache("EngineCPUUtilization"),
                Trigger.above(BUSY_CACHE).forMinutes(5),
                "The engine of %s is busy above %d%% for 5 minutes. First look for slow commands with SLOWLOG GET; then add shards."
                        .formatted(name, BUSY_CACHE)));
        if (settings.caches().get(name).eviction() != Eviction.NOEVICTION) {
            alarms.add(AlarmSpec.of(
                    "evictions",
                    Metric.cache("Evictions").as(Metric.SUM),
                    Trigger.above(MANY_EVICTIONS).within(Duration.ofMinutes(5)),
                    "%s pushed out more than %d keys within 5 minutes. First see on the dashboard whether its hit rate fell; then take a larger nodeClass or shorter lives for keys."
                            .formatted(name, MANY_EVICTIONS)));
        }
        return alarms;
    }
}
