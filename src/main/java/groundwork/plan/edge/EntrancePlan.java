package groundwork.plan.edge;

import static java.util.Objects.requireNonNull;

import groundwork.plan.edge.DnsPlan.Target;
import groundwork.settings.StackSettings;
import groundwork.settings.edge.CdnSettings;
import groundwork.settings.edge.DomainSettings;
import groundwork.settings.service.ServiceSettings;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The public side of the stack. A certificate and names exist where a domain leads to a load balancer, an HTTP API or a CDN. */
public record EntrancePlan(
        Optional<LoadBalancerPlan> loadBalancer,
        Optional<HttpApiPlan> httpApi,
        Optional<CdnPlan> cdn,
        Optional<FirewallPlan> firewall,
        Optional<CertificatePlan> certificate,
        DnsPlan dns) {
    public EntrancePlan {
        requireNonNull(loadBalancer, "loadBalancer is null");
        requireNonNull(httpApi, "httpApi is null");
        requireNonNull(cdn, "cdn is null");
        requireNonNull(firewall, "firewall is null");
        requireNonNull(certificate, "certificate is null");
        requireNonNull(dns, "dns is null");
    }

    /** None where nothing is public. */
    public static Optional<EntrancePlan> of(
            String region, StackSettings settings, RoutePlan routes, Optional<CdnFront> front) {
        boolean hasWeb = settings.services().values().stream().anyMatch(ServiceSettings::isWeb);
        if (!hasWeb && settings.cdn().isEmpty()) {
            return Optional.empty();
        }
        var balancer = LoadBalancerPlan.of(settings, routes, front);
        var cdn = CdnPlan.of(settings);
        var hosts = hosts(settings);
        var httpApi = HttpApiPlan.of(settings, hosts);
        var behind = httpApi.map(any -> Target.HTTP_API).or(() -> balancer.map(any -> Target.LOAD_BALANCER));
        boolean isShared = behind.isPresent() || cdn.isPresent();
        var domain = isShared ? settings.domain() : Optional.<DomainSettings>empty();
        var cdnHosts = settings.cdn().map(CdnSettings::hosts).orElse(List.of());
        var all = new TreeSet<>(hosts);
        all.addAll(cdnHosts);
        return Optional.of(new EntrancePlan(
                balancer,
                httpApi,
                cdn,
                FirewallPlan.ofServices(settings),
                domain.map(name -> CertificatePlan.of(name, all, settings.cdn(), region)),
                domain.map(name -> DnsPlan.of(name.name(), hosts, cdnHosts, behind, cdn.isPresent()))
                        .orElse(DnsPlan.NONE)));
    }

    /** Every host that services on Fargate answer to; the domain itself, where a route names none. */
    public static SortedSet<String> hosts(StackSettings settings) {
        var domain = settings.domain().map(DomainSettings::name);
        var hosts = new TreeSet<String>();
        settings.servicesInNetwork().values().forEach(service -> service.routes().stream()
                .flatMap(route -> route.host().or(() -> domain).stream())
                .forEach(hosts::add));
        return hosts;
    }
}
