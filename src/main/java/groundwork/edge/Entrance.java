package groundwork.edge;

import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.Site;
import groundwork.network.Network;
import groundwork.network.SecurityGroup;
import groundwork.plan.CertificateNames;
import groundwork.plan.Plan;
import groundwork.plan.RoutePlan;
import groundwork.settings.DomainSettings;
import groundwork.settings.ServiceSettings;
import java.util.List;
import java.util.Optional;

/** The public way to web services: the load balancer, and which request goes to which of them. */
public record Entrance(LoadBalancer loadBalancer, RoutePlan routes, Network network, Site site) {

    /** There is one only where a service has routes. */
    public static Optional<Entrance> open(Plan plan, Network network, Site site) {
        var routes = RoutePlan.of(plan.settings().services());
        if (routes.targetGroups().isEmpty()) {
            return Optional.empty();
        }
        var certificate = plan.settings()
                .domain()
                .map(domain -> new Certificate(
                        "certificate",
                        CertificateNames.covering(domain.name(), plan.hosts()),
                        domain,
                        Certificate.Region.HOME,
                        site));
        var balancer = new LoadBalancer("load-balancer", network, certificate, site);
        return Optional.of(new Entrance(balancer, routes, network, site));
    }

    /** The service's target groups, reachable from the load balancer and from nowhere else. */
    public List<RoutedTargets> targets(String name, ServiceSettings service, SecurityGroup group, Component whole) {
        loadBalancer
                .securityGroup()
                .connect("to-" + name, group.id(), service.port().orElseThrow(), "Requests for " + name);
        return routes.of(name).stream()
                .map(targets -> new RoutedTargets(targets.suffix(), targets, service, network, loadBalancer, whole))
                .toList();
    }

    /** Where people find the service: the domain, or its first exact host where it answers only to hosts. */
    public Output<String> publicUrl(ServiceSettings service) {
        boolean answersToAny =
                service.routes().stream().anyMatch(route -> route.host().isEmpty());
        var host = service.routes().stream()
                .flatMap(route -> route.host().stream())
                .filter(name -> !name.startsWith("*"))
                .findFirst()
                .filter(any -> !answersToAny);
        return host.or(() -> site.settings().domain().map(DomainSettings::name))
                .map(name -> Output.of("https://" + name))
                .orElseGet(() -> loadBalancer.dnsName().applyValue(name -> "http://" + name));
    }
}
