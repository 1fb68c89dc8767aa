package groundwork.plan.watch.alarms;

import groundwork.plan.watch.Dimension;
import groundwork.plan.watch.Metric;
import groundwork.settings.StackSettings;
import groundwork.settings.data.DatabaseSettings;
import groundwork.settings.observe.AlarmRule;
import groundwork.settings.observe.AlarmSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Databases that run out of something, and replicas that fall behind. */
final class DataAlarms {
    private static final double BYTES_OF_GIGABYTE = 1L << 30;

    private final StackSettings settings;
    private final AlarmSettings rules;

    DataAlarms(StackSettings settings) {
        this.settings = settings;
        rules = settings.observability().alarms();
    }

    List<AlarmSpec> ofDatabase(String name) {
        var database = settings.databases().get(name);
        var alarms = new ArrayList<AlarmSpec>();
        alarms.add(connections(name, database));
        alarms.add(cpu(name, database));
        if (!database.isAurora()) {
            alarms.add(storage(name, database));
        } else if (database.readers() > 0) {
            alarms.add(lagOfReaders(name, database));
        }
        return alarms;
    }

    private AlarmSpec cpu(String name, DatabaseSettings database) {
        var rule = rules.databaseCpu().overriddenBy(database.alarms().cpu());
        var trigger = Trigger.above(rule.limit().value(), rule);
        return AlarmSpec.of(
                "cpu",
                Metric.database(database, "CPUUtilization"),
                rule,
                trigger,
                "CPU of %s above %s %s. First look for the most costly query in Performance Insights or pg_stat_statements."
                        .formatted(name, rule.limit(), trigger.lasting()));
    }

    private AlarmSpec connections(String name, DatabaseSettings database) {
        var own = database.alarms().connections();
        var rule = rules.databaseConnections().overriddenBy(own);
        int limit = own.flatMap(AlarmRule::threshold)
                .or(() -> rules.databaseConnectionShare()
                        .map(share -> MostConnections.of(database) * share.value() / 100))
                .orElse(rule.limit());
        var trigger = Trigger.above(limit, rule);
        return AlarmSpec.of(
                "connections",
                Metric.database(database, "DatabaseConnections"),
                rule,
                trigger,
                "More than %d connections to %s %s. First see whether services just scaled out; then make their pools smaller, or the database's class larger."
                        .formatted(limit, name, trigger.lasting()));
    }

    /** A share of what is allocated when the stack is brought up, since the disk grows by itself. */
    private AlarmSpec storage(String name, DatabaseSettings database) {
        var rule = rules.databaseStorage().overriddenBy(database.alarms().storage());
        var trigger = Trigger.below(BYTES_OF_GIGABYTE * rule.limit().value() / 100, rule);
        return AlarmSpec.of(
                        "storage",
                        Metric.database(database, "FreeStorageSpace"),
                        rule,
                        trigger,
                        "Less than %s of the storage of %s is free %s. First see what grew: tables, or write-ahead log kept by a replication slot; then raise its storage, or maxStorage if it has grown that far."
                                .formatted(rule.limit(), name, trigger.lasting()))
                .times(Dimension.ALLOCATED_GIGABYTES);
    }

    /** The same for each replica of an instance; Aurora makes more of them by itself. */
    List<AlarmSpec> ofReplica(String name) {
        var database = settings.databases().get(name);
        return List.of(cpuOfReplica(name, database), lag(name, database));
    }

    private AlarmSpec cpuOfReplica(String name, DatabaseSettings database) {
        var replicas = database.replicas();
        var rule = rules.databaseCpu().overriddenBy(database.alarms().cpu());
        var trigger = Trigger.above(replicas.cpu().value(), rule);
        var remedy = replicas.canGrow()
                ? "raise its replicas.min, up to %d".formatted(replicas.most())
                : "raise its replicas, or take a larger instanceClass";
        return AlarmSpec.of(
                "cpu",
                Metric.of("AWS/RDS", "CPUUtilization", Dimension.DATABASE),
                rule,
                trigger,
                "CPU of a replica of %s above %s %s. First look for the most costly query in Performance Insights; if there is none to improve, %s."
                        .formatted(name, replicas.cpu(), trigger.lasting(), remedy));
    }

    private AlarmSpec lag(String name, DatabaseSettings database) {
        var rule = lagRule(database);
        var trigger = Trigger.above(rule.limit().toSeconds(), rule);
        return AlarmSpec.of(
                "lag",
                Metric.of("AWS/RDS", "ReplicaLag", Dimension.DATABASE),
                rule,
                trigger,
                lagAdvice(name, rule, trigger));
    }

    /** Aurora tells of the slowest of its readers, in milliseconds. */
    private AlarmSpec lagOfReaders(String name, DatabaseSettings database) {
        var rule = lagRule(database);
        var trigger = Trigger.above(rule.limit().toMillis(), rule);
        return AlarmSpec.of(
                "lag",
                Metric.database(database, "AuroraReplicaLagMaximum"),
                rule,
                trigger,
                lagAdvice(name, rule, trigger));
    }

    private AlarmRule<Duration> lagRule(DatabaseSettings database) {
        return rules.replicaLag().overriddenBy(database.alarms().replicaLag());
    }

    private static String lagAdvice(String name, AlarmRule<Duration> rule, Trigger trigger) {
        return "A replica of %s is more than %d seconds behind %s. First look for long transactions on the replica and for a burst of writes on the database; reads that must be fresh go to the database itself."
                .formatted(name, rule.limit().toSeconds(), trigger.lasting());
    }
}
