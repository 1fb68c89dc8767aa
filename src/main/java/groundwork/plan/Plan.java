package groundwork.plan;

import groundwork.plan.compute.ServicePlan;
import groundwork.plan.data.BackupPlan;
import groundwork.plan.data.DatabasePlan;
import groundwork.plan.edge.ApiRoutePlan;
import groundwork.plan.edge.AroundCdn;
import groundwork.plan.edge.CdnFront;
import groundwork.plan.edge.EntrancePlan;
import groundwork.plan.edge.FirewallPlan;
import groundwork.plan.edge.HttpApiPlan;
import groundwork.plan.edge.RoutePlan;
import groundwork.plan.network.NetworkPlan;
import groundwork.plan.sleep.SleepPlan;
import groundwork.settings.StackSettings;
import groundwork.settings.compute.ContainerSettings;
import groundwork.settings.compute.ImageName;
import groundwork.settings.links.LinkSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All that can be decided before anything is built; nothing here knows a resource. */
public record Plan(
        StackPlan stack,
        StackSettings settings,
        Optional<NetworkPlan> network,
        SortedMap<String, DatabasePlan> databases,
        Optional<BackupPlan> backup,
        Optional<EntrancePlan> entrance,
        Optional<FirewallPlan> appsFirewall,
        List<ServicePlan> services,
        Optional<SleepPlan> sleep,
        ObservabilityPlan observability) {

    public static Plan of(String stack, String region, StackSettings settings) {
        var whole = StackPlan.of(stack, region, settings);
        var front = CdnFront.of(settings);
        var routes = RoutePlan.of(settings.servicesInNetwork(), front);
        var services = ServicePlan.all(settings);
        return new Plan(
                whole,
                settings,
                NetworkPlan.of(region, settings),
                DatabasePlan.all(region, settings),
                BackupPlan.of(settings),
                EntrancePlan.of(region, settings, routes, front),
                FirewallPlan.ofApps(settings),
                services,
                SleepPlan.of(settings, services.stream().map(ServicePlan::name).toList(), EntrancePlan.hosts(settings)),
                ObservabilityPlan.of(region, settings));
    }

    /** What people have to do before all of it runs. */
    public List<String> notes() {
        var notes = new ArrayList<>(new HandFilled(stack.names(), settings).lines());
        sleep.map(SleepPlan::notes).ifPresent(notes::addAll);
        AroundCdn.note(settings).ifPresent(notes::add);
        return notes;
    }

    /** The inner names of services that another one links to, for those inside the VPC. */
    public SortedMap<String, String> innerNames() {
        var inside = settings.servicesInNetwork();
        var names = new TreeMap<String, String>();
        settings.services().values().stream()
                .flatMap(service -> service.links().stream())
                .map(LinkSettings::to)
                .filter(inside::containsKey)
                .forEach(called -> names.put(called, innerName(called)));
        return names;
    }

    /** The names under which an HTTP API finds the tasks of services with routes. */
    public SortedMap<String, String> registeredNames() {
        var names = new TreeMap<String, String>();
        entrance.flatMap(EntrancePlan::httpApi).map(HttpApiPlan::routes).orElse(List.of()).stream()
                .map(ApiRoutePlan::service)
                .forEach(routed -> names.put(routed, innerName(routed)));
        return names;
    }

    private String innerName(String service) {
        return settings.services().get(service).discovery().orElse(service);
    }

    /** The topics that deliver to a queue. */
    public List<String> topicsInto(String queue) {
        return settings.topics().entrySet().stream()
                .filter(topic -> topic.getValue().queues().contains(queue))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The repositories that the stack's own images live in. */
    public SortedSet<String> repositories() {
        var repositories = new TreeSet<String>();
        settings.services().forEach((name, service) -> {
            var main = Stream.of(service.image().orElse(name));
            Stream.concat(main, service.otherContainers().map(ContainerSettings::image))
                    .map(ImageName::parse)
                    .filter(ImageName::isOwn)
                    .forEach(image -> repositories.add(image.repository()));
        });
        return repositories;
    }
}
