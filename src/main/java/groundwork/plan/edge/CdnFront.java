package groundwork.plan.edge;

import static java.util.Objects.requireNonNull;

import groundwork.settings.StackSettings;
import groundwork.settings.edge.DomainSettings;
import groundwork.settings.service.ServiceSettings;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What people reach through the CDN in front of the load balancer, the hosts that they reach without it, and the static
 * paths that services answer where the bucket has no such file.
 */
public record CdnFront(Optional<String> domain, SortedSet<String> directHosts, List<String> fallbackPaths) {
    public CdnFront {
        requireNonNull(domain, "domain is null");
        directHosts = Collections.unmodifiableSortedSet(new TreeSet<>(directHosts));
        fallbackPaths = List.copyOf(fallbackPaths);
    }

    /** None where no CDN stands in front of a load balancer. */
    public static Optional<CdnFront> of(StackSettings settings) {
        var domain = settings.domain().map(DomainSettings::name);
        boolean hasBalancer = settings.services().values().stream().anyMatch(ServiceSettings::isBalanced);
        return hasBalancer
                ? settings.cdn().map(cdn -> new CdnFront(domain, settings.otherHosts(), cdn.fallbackPaths()))
                : Optional.empty();
    }

    public boolean isOnlyWay() {
        return directHosts.isEmpty();
    }

    /** Whether a request for it has to come through the CDN; a route without a host is the domain's. */
    public boolean covers(Route route) {
        return route.host().isEmpty()
                || route.host().equals(domain)
                || route.host().equals(originHost());
    }

    /** CloudFront forwards the Host header of the viewer, so no viewer request has the origin name as its host. */
    public Optional<Route> refused() {
        return isOnlyWay() ? Optional.empty() : originHost().map(name -> new Route(Optional.of(name), "/*"));
    }

    /**
     * After a miss in the bucket the CDN asks for the file by the load balancer's own name: these routes, each with the
     * one of {@code routes} that answers it.
     */
    SortedMap<Route, Route> fallbacks(Collection<Route> routes) {
        var covered = new TreeSet<>(routes);
        covered.removeIf(route -> !covers(route));
        var fallbacks = new TreeMap<Route, Route>();
        originHost()
                .ifPresent(host -> fallbackPaths.forEach(path -> covered.stream()
                        .filter(route -> route.matches(path))
                        .findFirst()
                        .ifPresent(route -> fallbacks.put(new Route(Optional.of(host), path), route))));
        return fallbacks;
    }

    private Optional<String> originHost() {
        return domain.map(DomainSettings::originHost);
    }
}
