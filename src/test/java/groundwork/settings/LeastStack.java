package groundwork.settings;

import static java.util.stream.Collectors.toMap;

import groundwork.settings.reader.Effective;
import groundwork.settings.reader.Origin;
import java.util.SortedMap;
import java.util.TreeMap;

/** One of everything, with no more said than must be: what a stack is by default. */
final class LeastStack {
    private static final String FILE =
            """
            groundwork:environment: %s
            groundwork:cdn: { headers: { cors: [https://a.example.com] } }
            groundwork:loadBalancer: { headers: { cors: [https://a.example.com] } }
            groundwork:waf: {}
            groundwork:observability: { alarms: { errorRate: 5 } }
            groundwork:budget: { email: [a@example.com], monthly: 1, anomalies: {} }
            groundwork:audit: {}
            groundwork:backup: {}
            groundwork:chaos: {}
            groundwork:domain: { name: a.example.com, zone: Z0123456789ABCDEFGHIJ }
            groundwork:sleep: { hours: {}, production: true }
            groundwork:monitoring: {}
            groundwork:services:
              "x": { routes: [/], port: 80, sidecars: { "x1": { image: "a:1" } }, init: { "x2": { image: "b:1" } }, mounts: { "v": /v }, scrape: {}, health: { container: "true" } }
              "y": { sleep: false, tasks: { max: 5, cpu: 50%%, schedule: { "busy": { days: weekdays, from: "09:00", to: "12:00", min: 3 } } } }
            groundwork:apps: { "app": { source: https://github.com/a/b, branches: { main: {} }, headers: { cors: [https://a.example.com] } } }
            groundwork:databases: { "db": { export: {} } }
            groundwork:caches: { "cache": {} }
            groundwork:tables: { "table": { partitionKey: a, sortKey: b, indexes: { "index": { partitionKey: c, sortKey: d } } } }
            groundwork:queues: { "queue": {} }
            groundwork:buckets: { "bucket": { cors: [https://a.example.com] } }
            groundwork:volumes: { "v": {} }
            groundwork:secrets: { "s": { generate: 20 } }
            groundwork:externals: { "host": a.example.com }
            """;

    private LeastStack() {}

    /** Every default by the path of its setting, with {@code *} for names. */
    static SortedMap<String, String> defaults(String kind) {
        return StackText.read(FILE.formatted(kind)).effective().entrySet().stream()
                .filter(entry -> isDefault(entry.getValue()))
                .collect(toMap(
                        entry -> SettingPath.general(entry.getKey()),
                        entry -> entry.getValue().value(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static boolean isDefault(Effective effective) {
        return effective.origin().equals(Origin.DEFAULT)
                || effective.origin().text().startsWith("default for ");
    }
}
