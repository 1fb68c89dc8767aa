package groundwork.data.postgres;

import com.pulumi.aws.rds.Instance;
import com.pulumi.core.Output;
import groundwork.settings.data.DatabaseSettings;
import groundwork.watch.Alarm;
import groundwork.watch.Graph;
import groundwork.watch.Source;
import groundwork.watch.Subject;
import groundwork.watch.WatchRules;
import groundwork.watch.Watched;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What is watched of a database on RDS, and of one on Aurora. */
final class DatabaseWatch {
    private static final String NAMESPACE = "AWS/RDS";

    private final String name;
    private final DatabaseSettings settings;
    private final DatabaseAlarms alarms;
    private final List<Subject> subjects = new ArrayList<>();
    private final List<Graph> graphs = new ArrayList<>();

    private DatabaseWatch(String name, DatabaseSettings settings, WatchRules rules) {
        this.name = name;
        this.settings = settings;
        alarms = new DatabaseAlarms(name, settings, rules);
    }

    static Watched ofInstance(
            String name,
            DatabaseSettings settings,
            WatchRules rules,
            Output<String> identifier,
            Output<Integer> allocatedGigabytes,
            List<Instance> replicas) {
        var watch = new DatabaseWatch(name, settings, rules);
        var metrics = instance(identifier);
        watch.primary(metrics, watch.alarms.storage(metrics, allocatedGigabytes));
        watch.graphs.add(
                Graph.of("Free storage", metrics.metric("FreeStorageSpace").line("free")));
        watch.replicas(replicas, allocatedGigabytes);
        return watch.plan();
    }

    /** Aurora makes replicas by itself, and tells of the slowest of them. */
    static Watched ofCluster(String name, DatabaseSettings settings, WatchRules rules, Output<String> identifier) {
        var watch = new DatabaseWatch(name, settings, rules);
        var metrics = Source.of(NAMESPACE).with("DBClusterIdentifier", identifier);
        if (settings.readers() == 0) {
            watch.primary(metrics);
        } else {
            watch.primary(metrics, watch.alarms.lagOfReaders(metrics));
            watch.graphs.add(Graph.of(
                    "Replica lag", metrics.metric("AuroraReplicaLagMaximum").line("slowest")));
        }
        return watch.plan();
    }

    private Watched plan() {
        return new Watched(subjects, name, graphs);
    }

    private static Source instance(Output<String> identifier) {
        return Source.of(NAMESPACE).with("DBInstanceIdentifier", identifier);
    }

    private void primary(Source metrics, Alarm... others) {
        var all = new ArrayList<>(List.of(alarms.connections(metrics), alarms.cpu(metrics)));
        all.addAll(List.of(others));
        subjects.add(new Subject("database", name, all));
        graphs.add(Graph.of("Connections", metrics.metric("DatabaseConnections").line("connections")));
        graphs.add(Graph.of("CPU", metrics.metric("CPUUtilization").line("CPU")));
        graphs.add(Graph.of("Freeable memory", metrics.metric("FreeableMemory").line("memory")));
        graphs.add(Graph.of(
                "Latency",
                metrics.metric("ReadLatency").line("read"),
                metrics.metric("WriteLatency").line("write")));
    }

    /** They count from 1. A replica is created with its source's storage, and says nothing of its own. */
    private void replicas(List<Instance> replicas, Output<Integer> allocatedGigabytes) {
        if (replicas.isEmpty()) {
            return;
        }
        for (int number = 1; number <= replicas.size(); number++) {
            var replica = replicas.get(number - 1);
            var watched = alarms.ofReplica(instance(replica.identifier()), allocatedGigabytes);
            subjects.add(new Subject("replica", name + "-" + number, watched));
        }
        graphs.add(new Graph(
                "Replica lag",
                IntStream.rangeClosed(1, replicas.size())
                        .mapToObj(number -> instance(replicas.get(number - 1).identifier())
                                .metric("ReplicaLag")
                                .line("replica " + number))
                        .toList()));
    }
}
