package groundwork.observe;

import com.pulumi.core.Output;
import groundwork.Topologies;
import groundwork.base.StackContext;
import groundwork.observe.watched.Watched;
import groundwork.observe.watched.WatchedCache;
import groundwork.observe.watched.WatchedCluster;
import groundwork.observe.watched.WatchedDatabase;
import groundwork.observe.watched.WatchedQueue;
import groundwork.observe.watched.WatchedService;
import groundwork.observe.watched.WatchedTarget;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recording;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A small shop to watch, under names that tests can tell. */
final class Watching {
    static final String SHOP =
            """
            groundwork:environment: production
            groundwork:services:
              app: { image: "app:1.0.0", port: 80, routes: [ { path: /* } ] }
              worker: { image: "worker:1.0.0", metrics: [QueueSize, FailedJobs] }
            groundwork:databases: { db: {}, lake: { engine: aurora-postgres } }
            groundwork:caches: { cache: { replicas: 1 } }
            groundwork:queues: { jobs: {} }
            """;

    private static final Watched WATCHED = new Watched(
            Optional.of(new WatchedCluster(
                    Output.of("shop-test"), Output.of("arn:aws:ecs:us-east-1:123456789012:cluster/shop-test"))),
            Optional.of(Output.of("app/shop-test/50dc6c495c0c9188")),
            List.of(
                    new WatchedService(
                            "app",
                            Output.of("shop-test-app"),
                            List.of(new WatchedTarget("app", Output.of("targetgroup/shop-test-app/73e2d6bc24d8a067")))),
                    new WatchedService("worker", Output.of("shop-test-worker"), List.of())),
            List.of(),
            List.of(
                    new WatchedDatabase("db", Output.of("shop-test-db"), List.of()),
                    new WatchedDatabase("lake", Output.of("shop-test-lake"), List.of())),
            List.of(new WatchedCache("cache", List.of("shop-test-cache-001", "shop-test-cache-002"))),
            List.of(new WatchedQueue("jobs", Output.of("shop-test-jobs"), Output.of("shop-test-jobs-failed"))),
            Optional.of(Output.of("E2QWRUHAPOMQZL")),
            Map.of("front", Output.of("d1a2b3c4d5e6f7")));

    private Watching() {}

    static Recording record(String settings, Ids ids) {
        return record(settings, ids, (watched, stack) -> Observability.create(watched, stack));
    }

    static Recording record(String settings, Ids ids, BiConsumer<Watched, StackContext> program) {
        return Topologies.of(settings, ids, (stack, context) -> program.accept(WATCHED, stack));
    }
}
