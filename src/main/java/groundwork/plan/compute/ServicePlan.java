package groundwork.plan.compute;

import static java.util.Objects.requireNonNull;

import groundwork.plan.edge.PublicHost;
import groundwork.plan.network.PrivateServices;
import groundwork.settings.LinkKind;
import groundwork.settings.StackSettings;
import groundwork.settings.edge.DomainSettings;
import groundwork.settings.links.LinkSettings;
import groundwork.settings.service.ServiceSettings;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A service, and what follows for it from the rest of the stack file.
 *
 * @param links with the access that each has where the stack file leaves it out
 * @param domain the stack's, with the zone of the service's hosts
 * @param gateways the AWS services that it reaches through gateway endpoints, where it has no other way
 * @param reachesIntoNetwork whether it links to something that lives in the VPC
 * @param isTraced whether it sends traces to X-Ray
 * @param sleeps whether no task of it runs while the environment sleeps
 */
public record ServicePlan(
        String name,
        ServiceSettings settings,
        List<LinkSettings> links,
        Optional<DomainSettings> domain,
        SortedSet<String> gateways,
        boolean reachesIntoNetwork,
        boolean isTraced,
        boolean sleeps) {
    public ServicePlan {
        requireNonNull(name, "name is null");
        requireNonNull(settings, "settings is null");
        requireNonNull(domain, "domain is null");
        links = List.copyOf(links);
        gateways = Collections.unmodifiableSortedSet(new TreeSet<>(gateways));
    }

    /** Called services before their callers, as far as they don't call each other in a circle. */
    public static List<ServicePlan> all(StackSettings settings) {
        return new ServiceOrder(settings.services())
                .names().stream().map(name -> of(name, settings)).toList();
    }

    private static ServicePlan of(String name, StackSettings stack) {
        var settings = stack.services().get(name);
        return new ServicePlan(
                name,
                settings,
                settings.links().stream()
                        .map(link -> link.with(LinkKind.access(link, settings, stack)))
                        .toList(),
                stack.domain(),
                PrivateServices.gateways(settings, stack),
                stack.reachesIntoNetwork(settings),
                stack.observability().tracing(),
                stack.sleeps(settings));
    }

    public Optional<String> publicHost() {
        return PublicHost.of(settings, domain);
    }

    /** How tasks are spread over on-demand and Spot capacity. */
    public CapacityMix capacity() {
        return CapacityMix.of(settings.spot());
    }

    /** Whether others than a deployment change the number of its tasks. */
    public boolean isScaled() {
        return settings.tasks().scales() || sleeps;
    }
}
