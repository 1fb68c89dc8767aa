package groundwork.plan.edge;

import static java.util.Objects.requireNonNull;

import groundwork.settings.StackSettings;
import groundwork.settings.edge.CdnSettings;
import groundwork.settings.edge.DomainSettings;
import java.time.Duration;
import java.util.Optional;

/**
 * The CDN, its domain and firewall, and what it knows of the load balancer.
 *
 * @param originTimeout how long the load balancer waits for a service
 */
public record CdnPlan(
        CdnSettings settings, Optional<String> domain, Duration originTimeout, Optional<FirewallPlan> firewall) {
    public CdnPlan {
        requireNonNull(settings, "settings is null");
        requireNonNull(domain, "domain is null");
        requireNonNull(originTimeout, "originTimeout is null");
        requireNonNull(firewall, "firewall is null");
    }

    static Optional<CdnPlan> of(StackSettings settings) {
        return settings.cdn()
                .map(cdn -> new CdnPlan(
                        cdn,
                        settings.domain().map(DomainSettings::name),
                        settings.loadBalancer().idleTimeout(),
                        FirewallPlan.ofCdn(settings)));
    }

    /** The certificate is for names of the domain, not for the one that AWS gives the load balancer. */
    public Optional<String> originHost() {
        return domain.map(DomainSettings::originHost);
    }
}
