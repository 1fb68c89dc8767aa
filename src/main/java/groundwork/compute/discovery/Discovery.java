package groundwork.compute.discovery;

import com.pulumi.aws.ecs.ServiceArgs;
import com.pulumi.core.Output;
import groundwork.base.StackContext;
import groundwork.network.Network;
import groundwork.settings.NetworkSettings;
import groundwork.settings.service.ServiceSettings;
import java.util.Optional;
import java.util.SortedMap;

/** How services find each other inside the VPC; the names are the same whichever way it is. */
public interface Discovery {
    /** There is none where no service calls another; {@code names} are those of the called ones. */
    static Optional<Discovery> create(
            SortedMap<String, String> names, NetworkSettings settings, Optional<Network> network, StackContext stack) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (settings.discovery()) {
                    case DNS -> new DnsDiscovery("discovery", names, network.orElseThrow(), stack);
                    case CONNECT -> new ConnectDiscovery("discovery", names, stack);
                });
    }

    /** The host name of a service, where others call it. */
    Optional<String> host(String service);

    /** Makes an ECS service known, and lets it know the others. */
    void join(String service, ServiceSettings settings, Output<String> logGroup, ServiceArgs.Builder arguments);
}
