package groundwork.observe;

import com.pulumi.core.Output;
import groundwork.Topologies;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recording;
import groundwork.plan.watch.Dimension;
import groundwork.plan.watch.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    private static final Output<String> CLUSTER = Output.of("shop-test");
    private static final Output<String> BALANCER = Output.of("app/shop-test/50dc6c495c0c9188");
    private static final Watchable WATCHED = () -> List.of(
            new Watched(Subject.CLUSTER, Map.of(Dimension.CLUSTER, CLUSTER)),
            new Watched(Subject.ENTRANCE, Map.of(Dimension.LOAD_BALANCER, BALANCER)),
            service("app"),
            service("worker"),
            new Watched(
                    Subject.targets("app"),
                    Map.of(
                            Dimension.LOAD_BALANCER,
                            BALANCER,
                            Dimension.TARGET_GROUP,
                            Output.of("targetgroup/shop-test-app/73e2d6bc24d8a067"))),
            new Watched(
                    Subject.database("db"),
                    Map.of(
                            Dimension.DATABASE,
                            Output.of("shop-test-db"),
                            Dimension.ALLOCATED_GIGABYTES,
                            Output.of("50"))),
            new Watched(Subject.database("lake"), Map.of(Dimension.DATABASE_CLUSTER, Output.of("shop-test-lake"))),
            new Watched(Subject.cache("cache", 1), Map.of(Dimension.CACHE_NODE, Output.of("shop-test-cache-001"))),
            new Watched(Subject.cache("cache", 2), Map.of(Dimension.CACHE_NODE, Output.of("shop-test-cache-002"))),
            new Watched(
                    Subject.queue("jobs"),
                    Map.of(
                            Dimension.QUEUE,
                            Output.of("shop-test-jobs"),
                            Dimension.DEAD_LETTERS,
                            Output.of("shop-test-jobs-failed"))),
            natGateway(1),
            natGateway(2),
            natGateway(3));

    private Watching() {}

    static Recording record(String settings, Ids ids) {
        var arn = Output.of("arn:aws:ecs:us-east-1:123456789012:cluster/shop-test");
        return Topologies.of(
                settings,
                ids,
                (stack, plan, context) -> Observability.create(plan, List.of(WATCHED), Optional.of(arn), stack));
    }

    private static Watched natGateway(int number) {
        return new Watched(Subject.natGateway(number), Map.of(Dimension.NAT_GATEWAY, Output.of("nat-0" + number)));
    }

    private static Watched service(String name) {
        return new Watched(
                Subject.service(name),
                Map.of(
                        Dimension.CLUSTER,
                        CLUSTER,
                        Dimension.SERVICE,
                        Output.of("shop-test-" + name),
                        Dimension.APPLICATION,
                        Output.of(name)));
    }
}
