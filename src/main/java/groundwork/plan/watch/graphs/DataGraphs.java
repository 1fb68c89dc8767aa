package groundwork.plan.watch.graphs;

import groundwork.plan.watch.CacheNodes;
import groundwork.plan.watch.Metric;
import groundwork.plan.watch.Subject;
import groundwork.plan.watch.graphs.Widget.Graph;
import groundwork.plan.watch.graphs.Widget.Line;
import groundwork.settings.StackSettings;
import groundwork.settings.data.CacheSettings;
import groundwork.settings.data.DatabaseSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Databases, caches, tables and queues. */
final class DataGraphs {
    private final StackSettings settings;

    DataGraphs(StackSettings settings) {
        this.settings = settings;
    }

    List<Graph> ofDatabase(String name) {
        var database = settings.databases().get(name);
        var graphs = new ArrayList<>(List.of(
                new Graph("Connections", List.of(line(name, database, "DatabaseConnections", "connections"))),
                new Graph("CPU", List.of(line(name, database, "CPUUtilization", "CPU"))),
                new Graph("Freeable memory", List.of(line(name, database, "FreeableMemory", "memory"))),
                new Graph(
                        "Latency",
                        List.of(
                                line(name, database, "ReadLatency", "read"),
                                line(name, database, "WriteLatency", "write")))));
        if (!database.isAurora()) {
            graphs.add(new Graph("Free storage", List.of(line(name, database, "FreeStorageSpace", "free"))));
        }
        if (database.readers() > 0) {
            graphs.add(new Graph("Replica lag", lag(name, database)));
        }
        return graphs;
    }

    /** Aurora tells of the slowest of its readers. */
    private static List<Line> lag(String name, DatabaseSettings database) {
        if (database.isAurora()) {
            return List.of(line(name, database, "AuroraReplicaLagMaximum", "slowest"));
        }
        return IntStream.rangeClosed(1, database.watchedReplicas())
                .mapToObj(number -> Line.of(
                        Subject.replica(name, number), Metric.database(database, "ReplicaLag"), "replica " + number))
                .toList();
    }

    List<Graph> ofCache(String name) {
        var cache = settings.caches().get(name);
        return List.of(
                new Graph("CPU", lines(name, cache, Metric.cache("EngineCPUUtilization"))),
                new Graph("Memory", lines(name, cache, Metric.cache("DatabaseMemoryUsagePercentage"))),
                new Graph(
                        "Evictions",
                        lines(name, cache, Metric.cache("Evictions").as(Metric.SUM))),
                new Graph("Hit rate", lines(name, cache, Metric.cache("CacheHitRate"))));
    }

    static List<Graph> ofTable(String name) {
        return List.of(
                new Graph(
                        "Consumed capacity",
                        List.of(
                                sumOf(name, "ConsumedReadCapacityUnits", "read"),
                                sumOf(name, "ConsumedWriteCapacityUnits", "write"))),
                new Graph(
                        "Throttled requests",
                        List.of(
                                sumOf(name, "ReadThrottleEvents", "read"),
                                sumOf(name, "WriteThrottleEvents", "write"))));
    }

    private static Line sumOf(String name, String metric, String label) {
        return Line.of(Subject.table(name), Metric.table(metric).as(Metric.SUM), label);
    }

    List<Graph> ofQueue(String name) {
        var subject = Subject.queue(name);
        return List.of(
                new Graph(
                        "Messages",
                        List.of(
                                Line.of(subject, most(Metric.queue("ApproximateNumberOfMessagesVisible")), "waiting"),
                                Line.of(
                                        subject,
                                        most(Metric.queue("ApproximateNumberOfMessagesNotVisible")),
                                        "taken"))),
                new Graph(
                        "Oldest message",
                        List.of(Line.of(subject, most(Metric.queue("ApproximateAgeOfOldestMessage")), "age"))),
                new Graph(
                        "Dead letters",
                        List.of(Line.of(
                                subject, most(Metric.deadLetters("ApproximateNumberOfMessagesVisible")), "failed"))));
    }

    private static Line line(String name, DatabaseSettings database, String metric, String label) {
        return Line.of(Subject.database(name), Metric.database(database, metric), label);
    }

    private static List<Line> lines(String name, CacheSettings cache, Metric metric) {
        return IntStream.rangeClosed(1, CacheNodes.of(cache))
                .mapToObj(node -> Line.of(Subject.cache(name, node), metric, "node " + node))
                .toList();
    }

    private static Metric most(Metric metric) {
        return metric.as(Metric.MAXIMUM);
    }
}
