package groundwork;

import groundwork.compute.Cluster;
import groundwork.compute.Service;
import groundwork.data.Cache;
import groundwork.data.Database;
import groundwork.edge.Entrance;
import groundwork.edge.LoadBalancer;
import groundwork.links.Catalog;
import groundwork.messaging.Queue;
import groundwork.observe.Watched;
import groundwork.observe.WatchedCache;
import groundwork.observe.WatchedCluster;
import groundwork.observe.WatchedDatabase;
import groundwork.observe.WatchedQueue;
import groundwork.observe.WatchedService;
import groundwork.observe.WatchedTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that was built and can be watched. */
record Subjects(Cluster cluster, Optional<Entrance> entrance, List<Service> services, Catalog catalog) {
    Watched watched() {
        var databases = new ArrayList<WatchedDatabase>();
        catalog.all(Database.class)
                .forEach((name, database) -> databases.add(new WatchedDatabase(name, database.identifier())));
        var caches = new ArrayList<WatchedCache>();
        catalog.all(Cache.class).forEach((name, cache) -> caches.add(new WatchedCache(name, cache.nodes())));
        var queues = new ArrayList<WatchedQueue>();
        catalog.all(Queue.class)
                .forEach(
                        (name, queue) -> queues.add(new WatchedQueue(name, queue.queueName(), queue.deadLetterName())));
        return new Watched(
                new WatchedCluster(cluster.clusterName(), cluster.arn()),
                entrance.flatMap(Entrance::loadBalancer).map(LoadBalancer::arnSuffix),
                services.stream().map(Subjects::watched).toList(),
                databases,
                caches,
                queues);
    }

    private static WatchedService watched(Service service) {
        var targets = service.targets().stream()
                .map(target -> new WatchedTarget(target.suffix(), target.arnSuffix()))
                .toList();
        return new WatchedService(service.name(), service.serviceName(), targets);
    }
}
