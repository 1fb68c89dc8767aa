package groundwork.watch;

import static java.util.stream.Collectors.toMap;

import groundwork.Topologies;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** A small shop to watch, and what is watched of a stack. */
public final class Watching {
    public static final String SHOP =
            """
            groundwork:environment: production
            groundwork:services:
              app: { image: "app:1.0.0", port: 80, routes: [ { path: /* } ] }
              worker: { image: "worker:1.0.0", metrics: [QueueSize, FailedJobs] }
            groundwork:databases: { db: {}, lake: { engine: aurora-postgres } }
            groundwork:caches: { cache: { replicas: 1 } }
            groundwork:queues: { jobs: {} }
            """;

    private static final String PART = "groundwork:observe:SubjectAlarms";
    private static final Map<String, Recording> RECORDED = new ConcurrentHashMap<>();

    private Watching() {}

    public static Recording record(String settings, Ids ids) {
        return RECORDED.computeIfAbsent(settings + ids, any -> Topologies.whole(settings, ids));
    }

    /** Everything that has alarms. */
    static List<String> subjects(String settings) {
        return record(settings, Ids.KNOWN).ofType(PART).stream()
                .map(part -> part.name().substring("alarms-".length()))
                .toList();
    }

    /** The alarms about one thing. */
    static SortedMap<String, RecordedAlarm> about(String subject, String settings) {
        var recording = record(settings, Ids.KNOWN);
        var part = recording.named(PART, "alarms-" + subject);
        return new TreeMap<>(recording.childrenOf(part.urn()).stream()
                .collect(toMap(alarm -> suffix(alarm, part), RecordedAlarm::of)));
    }

    private static String suffix(Recorded alarm, Recorded part) {
        return alarm.name().substring(part.name().length() + 1);
    }
}
