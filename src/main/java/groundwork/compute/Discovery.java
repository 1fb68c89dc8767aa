package groundwork.compute;

import com.pulumi.aws.servicediscovery.PrivateDnsNamespace;
import com.pulumi.aws.servicediscovery.PrivateDnsNamespaceArgs;
import com.pulumi.aws.servicediscovery.ServiceArgs;
import com.pulumi.aws.servicediscovery.inputs.ServiceDnsConfigArgs;
import com.pulumi.aws.servicediscovery.inputs.ServiceDnsConfigDnsRecordArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.Site;
import groundwork.network.Network;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** Names inside the VPC for services that others call. */
public final class Discovery extends Component {
    /** Short enough that a task which has gone is soon forgotten. */
    private static final int SECONDS_TO_LIVE = 10;

    private final PrivateDnsNamespace namespace;

    private final SortedSet<String> called;

    /** There is none where no service calls another. */
    public static Optional<Discovery> create(SortedSet<String> called, Network network, Site site) {
        return called.isEmpty() ? Optional.empty() : Optional.of(new Discovery("discovery", called, network, site));
    }

    private Discovery(String name, SortedSet<String> called, Network network, Site site) {
        super("compute:Discovery", name, site);
        this.called = called;
        namespace = new PrivateDnsNamespace(
                child("namespace"),
                PrivateDnsNamespaceArgs.builder()
                        .name(zone())
                        .description("Services of " + site.names().prefix())
                        .vpc(network.vpcId())
                        .build(),
                inside());
        outputs(Map.of("id", namespace.id()));
    }

    boolean knows(String service) {
        return called.contains(service);
    }

    String host(String service) {
        return service + "." + zone();
    }

    /** Registers a name; gives the registry that the ECS service keeps up to date. */
    Output<String> register(String service) {
        var registry = new com.pulumi.aws.servicediscovery.Service(
                child(service),
                ServiceArgs.builder()
                        .name(service)
                        .dnsConfig(ServiceDnsConfigArgs.builder()
                                .namespaceId(namespace.id())
                                .routingPolicy("MULTIVALUE")
                                .dnsRecords(ServiceDnsConfigDnsRecordArgs.builder()
                                        .type("A")
                                        .ttl(SECONDS_TO_LIVE)
                                        .build())
                                .build())
                        .build(),
                inside());
        return registry.arn();
    }

    private String zone() {
        return site().names().prefix() + ".internal";
    }
}
