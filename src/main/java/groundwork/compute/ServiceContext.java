package groundwork.compute;

import groundwork.base.Component;
import groundwork.base.StackContext;
import groundwork.compute.discovery.Discovery;
import groundwork.compute.task.Images;
import groundwork.compute.task.Mount;
import groundwork.delivery.ImageRepositories;
import groundwork.edge.Entrance;
import groundwork.edge.RoutedTargets;
import groundwork.links.Catalog;
import groundwork.links.Linked;
import groundwork.messaging.Queue;
import groundwork.network.Network;
import groundwork.network.SecurityGroup;
import groundwork.settings.LinkKind;
import groundwork.settings.links.LinkSettings;
import groundwork.settings.service.ServiceSettings;
import groundwork.storage.Volume;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What all services of a stack share. */
public record ServiceContext(
        StackContext stack,
        Network network,
        Optional<Cluster> cluster,
        ImageRepositories repositories,
        Optional<Entrance> entrance,
        Optional<Discovery> discovery,
        Catalog catalog) {

    public Images images() {
        return new Images(repositories, stack.settings().bootstrap());
    }

    ServiceAddress address(String service) {
        return catalog.target(service, ServiceAddress.class);
    }

    public List<Linked> links(ServiceSettings service) {
        return service.links().stream().map(link -> link(link, service)).toList();
    }

    List<Mount> mounts(ServiceSettings service) {
        return service.mounts().entrySet().stream()
                .map(entry -> new Mount(entry.getKey(), catalog.target(entry.getKey(), Volume.class), entry.getValue()))
                .toList();
    }

    public ServiceEgress egress(SecurityGroup group, List<Linked> links) {
        return new ServiceEgress(group, links, network);
    }

    List<RoutedTargets> targets(String name, ServiceSettings service, SecurityGroup group, Component whole) {
        return entrance.filter(any -> service.isWeb())
                .map(opened -> opened.targets(name, service, group, whole))
                .orElse(List.of());
    }

    List<Queue> consumedQueues(List<Linked> links) {
        return links.stream()
                .filter(linked -> linked.link()
                        .access()
                        .filter(LinkSettings.Access::consumes)
                        .isPresent())
                .map(linked -> catalog.target(linked.link().to()))
                .flatMap(target -> target instanceof Queue queue ? Stream.of(queue) : Stream.empty())
                .toList();
    }

    private Linked link(LinkSettings link, ServiceSettings service) {
        var access = LinkKind.access(link, service, stack.settings());
        var resolved = link.with(access);
        return new Linked(resolved, catalog.target(link.to()).connect(access));
    }
}
