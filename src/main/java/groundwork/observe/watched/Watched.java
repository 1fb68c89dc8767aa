package groundwork.observe.watched;

import static java.util.Objects.requireNonNull;

import com.pulumi.core.Output;
import groundwork.plan.watch.Dimension;
import groundwork.plan.watch.Subject;
import groundwork.settings.data.DatabaseSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What there is to watch, by the names that CloudWatch knows it by. */
public record Watched(
        Optional<WatchedCluster> cluster,
        Optional<Output<String>> loadBalancer,
        List<WatchedService> services,
        List<WatchedRunner> runners,
        List<WatchedDatabase> databases,
        List<WatchedCache> caches,
        List<WatchedQueue> queues,
        Optional<Output<String>> cdn,
        Map<String, Output<String>> apps) {

    public Watched {
        requireNonNull(cluster, "cluster is null");
        requireNonNull(loadBalancer, "loadBalancer is null");
        services = List.copyOf(services);
        runners = List.copyOf(runners);
        databases = List.copyOf(databases);
        caches = List.copyOf(caches);
        queues = List.copyOf(queues);
        requireNonNull(cdn, "cdn is null");
        apps = Map.copyOf(apps);
    }

    public SortedMap<Subject, Map<Dimension, Output<String>>> names(Map<String, DatabaseSettings> settings) {
        var names = new TreeMap<Subject, Map<Dimension, Output<String>>>();
        cluster.ifPresent(ground -> names.put(Subject.CLUSTER, Map.of(Dimension.CLUSTER, ground.name())));
        services.forEach(service -> names.put(Subject.service(service.name()), names(service)));
        runners.forEach(runner -> names.put(Subject.service(runner.name()), names(runner)));
        loadBalancer.ifPresent(balancer -> {
            names.put(Subject.ENTRANCE, Map.of(Dimension.LOAD_BALANCER, balancer));
            services.stream()
                    .flatMap(service -> service.targets().stream())
                    .forEach(target -> names.put(Subject.targets(target.suffix()), names(target, balancer)));
        });
        databases.forEach(database -> {
            boolean isAurora = settings.get(database.name()).isAurora();
            var dimension = isAurora ? Dimension.DATABASE_CLUSTER : Dimension.DATABASE;
            names.put(Subject.database(database.name()), Map.of(dimension, database.identifier()));
            int number = 1;
            for (var replica : database.replicas()) {
                names.put(Subject.replica(database.name(), number++), Map.of(Dimension.DATABASE, replica));
            }
        });
        caches.forEach(cache -> {
            int number = 1;
            for (var node : cache.nodes()) {
                names.put(Subject.cache(cache.name(), number++), Map.of(Dimension.CACHE_NODE, Output.of(node)));
            }
        });
        queues.forEach(queue -> names.put(Subject.queue(queue.name()), names(queue)));
        cdn.ifPresent(
                id -> names.put(Subject.CDN, Map.of(Dimension.DISTRIBUTION, id, Dimension.EDGES, Output.of("Global"))));
        apps.forEach((app, id) -> names.put(Subject.app(app), Map.of(Dimension.APP, id)));
        return names;
    }

    private Map<Dimension, Output<String>> names(WatchedService service) {
        return Map.of(
                Dimension.CLUSTER, cluster.orElseThrow().name(),
                Dimension.SERVICE, service.service(),
                Dimension.APPLICATION, Output.of(service.name()));
    }

    private static Map<Dimension, Output<String>> names(WatchedRunner runner) {
        return Map.of(
                Dimension.RUNNER, runner.service(),
                Dimension.RUNNER_ID, runner.id(),
                Dimension.APPLICATION, Output.of(runner.name()));
    }

    private static Map<Dimension, Output<String>> names(WatchedTarget target, Output<String> balancer) {
        return Map.of(Dimension.LOAD_BALANCER, balancer, Dimension.TARGET_GROUP, target.arnSuffix());
    }

    private static Map<Dimension, Output<String>> names(WatchedQueue queue) {
        return Map.of(Dimension.QUEUE, queue.queue(), Dimension.DEAD_LETTERS, queue.deadLetters());
    }
}
