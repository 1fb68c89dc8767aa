package groundwork.compute.discovery;

import com.pulumi.aws.ecs.ServiceArgs;
import com.pulumi.aws.servicediscovery.Service;
import com.pulumi.core.Output;
import groundwork.base.StackContext;
import groundwork.network.Network;
import groundwork.settings.NetworkSettings;
import groundwork.settings.service.ServiceSettings;
import java.util.Optional;
import java.util.SortedMap;

/** How services find each other inside the VPC; the names are the same whichever way it is. */
public interface Discovery {
    /** There is none where no service calls another and no HTTP API is before any; {@code registered} are those behind it. */
    static Optional<Discovery> create(
            SortedMap<String, String> called,
            SortedMap<String, String> registered,
            NetworkSettings settings,
            Optional<Network> network,
            StackContext stack) {
        if (called.isEmpty() && registered.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (settings.discovery()) {
                    case DNS -> new DnsDiscovery("discovery", called, registered, network.orElseThrow(), stack);
                    case CONNECT -> new ConnectDiscovery("discovery", called, stack);
                });
    }

    /** The host name of a service, where others call it. */
    Optional<String> host(String service);

    /** Where an HTTP API looks for the tasks of a service. */
    Service registry(String service);

    /** Makes an ECS service known, and lets it know the others. */
    void join(String service, ServiceSettings settings, Output<String> logGroup, ServiceArgs.Builder arguments);
}
