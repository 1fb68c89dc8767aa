package groundwork;

import com.pulumi.core.Output;
import groundwork.compute.Cluster;
import groundwork.compute.Service;
import groundwork.compute.Services;
import groundwork.compute.apprunner.AppRunnerService;
import groundwork.data.Database;
import groundwork.data.cache.Cache;
import groundwork.delivery.Apps;
import groundwork.edge.Entrance;
import groundwork.edge.LoadBalancer;
import groundwork.edge.RoutedTargets;
import groundwork.edge.cdn.Cdn;
import groundwork.links.Catalog;
import groundwork.messaging.Queue;
import groundwork.network.Network;
import groundwork.observe.Observability;
import groundwork.observe.watched.Watched;
import groundwork.observe.watched.WatchedCache;
import groundwork.observe.watched.WatchedCluster;
import groundwork.observe.watched.WatchedDatabase;
import groundwork.observe.watched.WatchedQueue;
import groundwork.observe.watched.WatchedRunner;
import groundwork.observe.watched.WatchedService;
import groundwork.observe.watched.WatchedTarget;
import groundwork.resilience.chaos.ExperimentTargets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that was built and can be watched. */
record Subjects(Optional<Cluster> cluster, Optional<Entrance> entrance, Services services, Apps apps, Catalog catalog) {
    Watched watched() {
        var databases = new ArrayList<WatchedDatabase>();
        catalog.all(Database.class)
                .forEach((name, database) ->
                        databases.add(new WatchedDatabase(name, database.identifier(), database.replicas())));
        var caches = new ArrayList<WatchedCache>();
        catalog.all(Cache.class).forEach((name, cache) -> caches.add(new WatchedCache(name, cache.nodes())));
        var queues = new ArrayList<WatchedQueue>();
        catalog.all(Queue.class)
                .forEach(
                        (name, queue) -> queues.add(new WatchedQueue(name, queue.queueName(), queue.deadLetterName())));
        return new Watched(
                cluster.map(ground -> new WatchedCluster(ground.clusterName(), ground.arn())),
                entrance.flatMap(Entrance::loadBalancer).map(LoadBalancer::arnSuffix),
                services.onFargate().stream().map(Subjects::watched).toList(),
                services.onAppRunner().stream().map(Subjects::watched).toList(),
                databases,
                caches,
                queues,
                entrance.flatMap(Entrance::cdn).map(Cdn::distributionId),
                apps.ids());
    }

    List<Output<String>> logGroups() {
        return Stream.concat(
                        services.onFargate().stream()
                                .map(service -> service.logs().name()),
                        services.onAppRunner().stream().map(AppRunnerService::logGroup))
                .toList();
    }

    /** What experiments may touch: all tasks, and one zone's subnets. */
    ExperimentTargets targets(Network network, Observability observability) {
        var names = new TreeMap<String, Output<String>>();
        services.onFargate().forEach(service -> names.put(service.name(), service.serviceName()));
        return new ExperimentTargets(cluster.orElseThrow().arn(), names, network.oneZone(), observability.stop());
    }

    private static WatchedRunner watched(AppRunnerService service) {
        return new WatchedRunner(service.name(), service.serviceName(), service.serviceId());
    }

    private static WatchedService watched(Service service) {
        var targets = service.targets().stream().flatMap(Subjects::watched).toList();
        return new WatchedService(service.name(), service.serviceName(), targets);
    }

    private static Stream<WatchedTarget> watched(RoutedTargets target) {
        return Stream.concat(
                Stream.of(new WatchedTarget(target.suffix(), target.arnSuffix())),
                target
                        .alternateArnSuffix()
                        .map(alternate -> new WatchedTarget(target.alternateSuffix(), alternate))
                        .stream());
    }
}
