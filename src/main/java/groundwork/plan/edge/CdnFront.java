package groundwork.plan.edge;

import static java.util.Objects.requireNonNull;

import groundwork.settings.StackSettings;
import groundwork.settings.edge.DomainSettings;
import groundwork.settings.service.ServiceSettings;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What people reach through the CDN in front of the load balancer, and the hosts that they reach without it. */
public record CdnFront(Optional<String> domain, SortedSet<String> directHosts) {
    public CdnFront {
        requireNonNull(domain, "domain is null");
        directHosts = Collections.unmodifiableSortedSet(new TreeSet<>(directHosts));
    }

    /** None where no CDN stands in front of a load balancer. */
    public static Optional<CdnFront> of(StackSettings settings) {
        var domain = settings.domain().map(DomainSettings::name);
        return settings.cdn()
                .filter(any -> settings.services().values().stream().anyMatch(ServiceSettings::isBalanced))
                .map(any -> new CdnFront(domain, settings.otherHosts()));
    }

    public boolean isOnlyWay() {
        return directHosts.isEmpty();
    }

    /** Whether a request for it has to come through the CDN; a route without a host is the domain's. */
    public boolean covers(Route route) {
        return route.host().isEmpty() || route.host().equals(domain);
    }

    /** The CDN passes on what people asked for, so nobody asks the load balancer by the name that it has for the CDN. */
    public Optional<Route> refused() {
        return domain.filter(any -> !isOnlyWay())
                .map(name -> new Route(Optional.of(DomainSettings.originHost(name)), "/*"));
    }
}
