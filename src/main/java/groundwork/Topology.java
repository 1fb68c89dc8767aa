package groundwork;

import com.pulumi.Context;
import com.pulumi.core.Output;
import groundwork.audit.AuditTrail;
import groundwork.audit.IntrusionWatch;
import groundwork.base.StackContext;
import groundwork.budget.CostBudget;
import groundwork.compute.Cluster;
import groundwork.compute.ServiceAddress;
import groundwork.compute.ServiceContext;
import groundwork.compute.discovery.Discovery;
import groundwork.data.Table;
import groundwork.data.cache.Cache;
import groundwork.data.postgres.Databases;
import groundwork.delivery.Apps;
import groundwork.delivery.Endpoints;
import groundwork.delivery.ImageRepositories;
import groundwork.edge.entrance.Entrance;
import groundwork.links.Catalog;
import groundwork.messaging.Queue;
import groundwork.messaging.Topic;
import groundwork.network.Networks;
import groundwork.observe.Observability;
import groundwork.observe.SavedQueries;
import groundwork.plan.Plan;
import groundwork.resilience.chaos.Experiments;
import groundwork.secrets.External;
import groundwork.secrets.Parameter;
import groundwork.secrets.Secret;
import groundwork.settings.LinkKind;
import groundwork.settings.entry.Reading;
import groundwork.settings.service.Platform;
import groundwork.sleep.SleepWatch;
import groundwork.sleep.SleepingEnvironment;
import groundwork.storage.Bucket;
import groundwork.storage.Volume;
import groundwork.watch.Watchable;
import java.util.LinkedHashSet;
import java.util.Optional;

/** The whole topology on one page: network and keys, link targets, services, public entry points. */
public final class Topology {
    private Topology() {}

    public static void build(Context context, Reading reading) {
        reading.warnings().forEach(warning -> context.log().warn(warning.toString()));
        var settings = reading.settings();
        var plan = Plan.of(context.stackName(), reading.region(), settings);
        plan.notes().forEach(context.log()::info);
        var stack = StackContext.create(plan.stack());
        var network = Networks.create("network", plan.network(), stack);
        var catalog = new Catalog(LinkKind.byName(settings));

        settings.secrets().forEach((name, it) -> catalog.add(name, new Secret(name, it, stack)));
        settings.parameters().forEach((name, it) -> catalog.add(name, new Parameter(name, it, stack)));
        settings.externals().forEach((name, it) -> catalog.add(name, External.of(it, catalog)));
        settings.buckets().forEach((name, it) -> catalog.add(name, new Bucket(name, it, stack)));
        settings.tables().forEach((name, it) -> catalog.add(name, new Table(name, it, stack)));
        settings.topics().forEach((name, it) -> catalog.add(name, new Topic(name, it, stack)));
        settings.queues().forEach((name, it) -> {
            var topics = plan.topicsInto(name).stream()
                    .map(topic -> catalog.target(topic, Topic.class).arn())
                    .toList();
            catalog.add(name, new Queue(name, it, topics, stack));
        });
        catalog.all(Topic.class).values().forEach(topic -> topic.deliverTo(catalog.all(Queue.class)));
        settings.volumes().forEach((name, it) -> catalog.add(name, new Volume(name, it, network.orElseThrow(), stack)));
        settings.caches().forEach((name, it) -> catalog.add(name, new Cache(name, it, network.orElseThrow(), stack)));
        plan.databases()
                .forEach((name, it) -> catalog.add(name, Databases.create(name, it, network.orElseThrow(), stack)));

        var entrance = plan.entrance().map(it -> new Entrance(it, network, stack));
        entrance.flatMap(Entrance::cdn).ifPresent(cdn -> catalog.addEndpoint("cdn", "cdn", cdn.endpoint()));
        var discovery = Discovery.create(plan.innerNames(), plan.registeredNames(), settings.network(), network, stack);
        settings.servicesInNetwork().forEach((name, it) -> {
            var publicUrl =
                    it.isWeb() ? entrance.map(opened -> opened.publicUrl(it)) : Optional.<Output<String>>empty();
            catalog.add(name, new ServiceAddress(name, it, discovery, publicUrl, network.orElseThrow(), stack));
        });

        var repositories = new ImageRepositories("images", plan.repositories(), settings.images(), stack);
        repositories.endpoints().forEach((name, endpoint) -> catalog.addEndpoint("repositories", name, endpoint));
        var cluster = settings.servicesOn(Platform.FARGATE).isEmpty()
                ? Optional.<Cluster>empty()
                : Optional.of(new Cluster("cluster", settings.observability(), stack));
        cluster.ifPresent(it -> catalog.addEndpoint("cluster", "cluster", it.endpoint()));
        var shared = new ServiceContext(stack, network, cluster, repositories, entrance, discovery, catalog);
        var services = Services.create(plan.services(), shared);
        var apps = Apps.create(settings.apps(), plan.appsFirewall(), catalog, stack);
        var watchable = new LinkedHashSet<Watchable>();
        cluster.ifPresent(watchable::add);
        entrance.ifPresent(watchable::add);
        watchable.addAll(services.inOrder());
        watchable.add(apps);
        watchable.addAll(catalog.inOrder(Watchable.class));
        network.ifPresent(watchable::add);
        plan.sleep().ifPresent(any -> watchable.add(new SleepWatch()));
        var observability = Observability.create(plan.observability(), watchable, cluster.map(Cluster::arn), stack);
        services.createDeployments(cluster, observability.stop());
        plan.sleep()
                .ifPresent(it -> SleepingEnvironment.create(
                        it,
                        services.onFargate(),
                        cluster.orElseThrow(),
                        entrance,
                        catalog,
                        observability.topic(),
                        stack));
        if (settings.observability().queries() && !settings.services().isEmpty()) {
            new SavedQueries("queries", services.logGroups(), stack);
        }
        settings.chaos().ifPresent(it -> {
            var targets = services.experimentTargets(
                    cluster.orElseThrow(), network.orElseThrow().oneZone(), observability.stop());
            new Experiments("chaos", it, targets, stack);
        });
        settings.budget().ifPresent(it -> new CostBudget("budget", it, it.recipients(settings.observability()), stack));
        settings.audit().ifPresent(it -> {
            if (it.trail()) {
                new AuditTrail("audit", it, stack);
            }
            if (it.guardDuty()) {
                new IntrusionWatch("intrusions", observability.topic(), stack);
            }
        });
        new Protection(catalog, plan.backup(), observability.topic(), stack).create();

        new Endpoints("endpoints", catalog, stack);
        context.export("endpoints", Endpoints.tree(catalog));
    }
}
