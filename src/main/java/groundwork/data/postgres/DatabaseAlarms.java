package groundwork.data.postgres;

import com.pulumi.core.Output;
import groundwork.settings.data.DatabaseSettings;
import groundwork.settings.observe.AlarmRule;
import groundwork.watch.Alarm;
import groundwork.watch.Source;
import groundwork.watch.Trigger;
import groundwork.watch.WatchRules;
import java.time.Duration;
import java.util.List;

/** When a database runs out of something, and when a replica falls behind. */
record DatabaseAlarms(String name, DatabaseSettings database, WatchRules rules) {
    private static final double BYTES_OF_GIGABYTE = 1L << 30;

    /** The same for each replica of an instance; Aurora makes more of them by itself. */
    List<Alarm> ofReplica(Source replica, Output<Integer> allocatedGigabytes) {
        return List.of(cpuOfReplica(replica), lag(replica), storage(replica, allocatedGigabytes));
    }

    Alarm cpu(Source metrics) {
        var rule = rules.alarms().databaseCpu().overriddenBy(database.alarms().cpu());
        return Alarm.above(
                "cpu",
                metrics.metric("CPUUtilization"),
                rule,
                "CPU of %s above {threshold} {lasting}. First look for the most costly query in Performance Insights or pg_stat_statements."
                        .formatted(name));
    }

    Alarm connections(Source metrics) {
        var own = database.alarms().connections();
        var rule = rules.alarms().databaseConnections().overriddenBy(own);
        int limit = own.flatMap(AlarmRule::threshold)
                .or(() -> rules.alarms()
                        .databaseConnectionShare()
                        .map(share -> MostConnections.of(database) * share.value() / 100))
                .orElse(rule.limit());
        var trigger = Trigger.above(limit, rule);
        return Alarm.of(
                "connections",
                metrics.metric("DatabaseConnections"),
                rule,
                trigger,
                "More than %d connections to %s %s. First see whether services just scaled out; then make their pools smaller, or the database's class larger."
                        .formatted(limit, name, trigger.lasting()));
    }

    /** A share of what is allocated when the stack is brought up, since the disk grows by itself. */
    Alarm storage(Source metrics, Output<Integer> allocatedGigabytes) {
        var rule =
                rules.alarms().databaseStorage().overriddenBy(database.alarms().storage());
        var trigger = Trigger.below(BYTES_OF_GIGABYTE * rule.limit().value() / 100, rule);
        return Alarm.of(
                        "storage",
                        metrics.metric("FreeStorageSpace"),
                        rule,
                        trigger,
                        "Less than %s of the storage of %s is free %s. First see what grew: tables, or write-ahead log kept by a replication slot; then raise its storage, or maxStorage if it has grown that far."
                                .formatted(rule.limit(), name, trigger.lasting()))
                .times(allocatedGigabytes);
    }

    private Alarm cpuOfReplica(Source metrics) {
        var replicas = database.replicas();
        var rule = rules.alarms().databaseCpu().overriddenBy(database.alarms().cpu());
        var trigger = Trigger.above(replicas.cpu().value(), rule);
        var remedy = replicas.canGrow()
                ? "raise its replicas.min, up to %d".formatted(replicas.most())
                : "raise its replicas, or take a larger instanceClass";
        return Alarm.of(
                "cpu",
                metrics.metric("CPUUtilization"),
                rule,
                trigger,
                "CPU of a replica of %s above %s %s. First look for the most costly query in Performance Insights; if there is none to improve, %s."
                        .formatted(name, replicas.cpu(), trigger.lasting(), remedy));
    }

    private Alarm lag(Source metrics) {
        var rule = lagRule();
        var trigger = Trigger.above(rule.limit().toSeconds(), rule);
        return Alarm.of("lag", metrics.metric("ReplicaLag"), rule, trigger, lagAdvice(rule, trigger));
    }

    /** Aurora tells of the slowest of its readers, in milliseconds. */
    Alarm lagOfReaders(Source metrics) {
        var rule = lagRule();
        var trigger = Trigger.above(rule.limit().toMillis(), rule);
        return Alarm.of("lag", metrics.metric("AuroraReplicaLagMaximum"), rule, trigger, lagAdvice(rule, trigger));
    }

    private AlarmRule<Duration> lagRule() {
        return rules.alarms().replicaLag().overriddenBy(database.alarms().replicaLag());
    }

    private String lagAdvice(AlarmRule<Duration> rule, Trigger trigger) {
        return "A replica of %s is more than %d seconds behind %s. First look for long transactions on the replica and for a burst of writes on the database; reads that must be fresh go to the database itself."
                .formatted(name, rule.limit().toSeconds(), trigger.lasting());
    }
}
