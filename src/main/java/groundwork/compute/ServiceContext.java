package groundwork.compute;

import com.pulumi.resources.Resource;
import groundwork.base.Component;
import groundwork.base.StackContext;
import groundwork.compute.discovery.Discovery;
import groundwork.delivery.ImageRepositories;
import groundwork.edge.RoutedTargets;
import groundwork.edge.entrance.Entrance;
import groundwork.edge.gateway.ServiceRoutes;
import groundwork.links.Catalog;
import groundwork.links.Linked;
import groundwork.messaging.Queue;
import groundwork.network.Network;
import groundwork.network.SecurityGroup;
import groundwork.plan.compute.ServicePlan;
import groundwork.settings.links.LinkSettings;
import groundwork.settings.service.ServiceSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What all services of a stack share. */
public record ServiceContext(
        StackContext stack,
        Optional<Network> network,
        Optional<Cluster> cluster,
        ImageRepositories repositories,
        Optional<Entrance> entrance,
        Optional<Discovery> discovery,
        Catalog catalog) {

    public Images images() {
        return new Images(repositories);
    }

    public ServiceAddress address(String service) {
        return catalog.target(service, ServiceAddress.class);
    }

    /** A service waits for those among {@code running} that it links to. */
    public List<Linked> links(ServicePlan service, Map<String, Resource> running) {
        return service.links().stream().map(link -> link(link, running)).toList();
    }

    public ServiceEgress egress(ServicePlan service, SecurityGroup group, List<Linked> links) {
        return new ServiceEgress(group, links, service.gateways(), network.orElseThrow());
    }

    public List<RoutedTargets> createTargets(
            String name, ServiceSettings service, SecurityGroup group, Component whole) {
        return service.isWeb() ? entrance.orElseThrow().createTargets(name, service, group, whole) : List.of();
    }

    /** None behind a load balancer. */
    public Optional<ServiceRoutes> createRoutes(
            String name, ServiceSettings service, SecurityGroup group, Component whole) {
        return entrance.flatMap(Entrance::httpApi)
                .filter(any -> service.isWeb())
                .map(api -> api.createRoutes(
                        name, service, group, discovery.orElseThrow().registry(name), whole));
    }

    public List<Queue> consumedQueues(List<Linked> links) {
        return links.stream()
                .filter(linked -> linked.link()
                        .access()
                        .filter(LinkSettings.Access::consumes)
                        .isPresent())
                .map(linked -> catalog.target(linked.link().to()))
                .flatMap(target -> target instanceof Queue queue ? Stream.of(queue) : Stream.empty())
                .toList();
    }

    private Linked link(LinkSettings link, Map<String, Resource> running) {
        var connection = catalog.target(link.to()).connect(link.access());
        return new Linked(
                link,
                Optional.ofNullable(running.get(link.to()))
                        .map(called -> connection.after(List.of(called)))
                        .orElse(connection));
    }
}
