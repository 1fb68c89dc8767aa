package groundwork.compute.discovery;

import com.pulumi.aws.ecs.ServiceArgs;
import com.pulumi.aws.ecs.inputs.ServiceServiceRegistriesArgs;
import com.pulumi.aws.servicediscovery.PrivateDnsNamespace;
import com.pulumi.aws.servicediscovery.PrivateDnsNamespaceArgs;
import com.pulumi.aws.servicediscovery.inputs.ServiceDnsConfigArgs;
import com.pulumi.aws.servicediscovery.inputs.ServiceDnsConfigDnsRecordArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.StackContext;
import groundwork.network.Network;
import groundwork.settings.service.ServiceSettings;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A zone inside the VPC, in which a called service's name has the addresses of its tasks. */
final class DnsDiscovery extends Component implements Discovery {
    /** Short enough that a task which has gone is soon forgotten. */
    private static final int SECONDS_TO_LIVE = 10;

    private final SortedMap<String, String> names;
    private final String domain;
    private final PrivateDnsNamespace namespace;

    DnsDiscovery(String name, SortedMap<String, String> names, Network network, StackContext stack) {
        super("compute:Discovery", name, stack);
        this.names = new TreeMap<>(names);
        domain = stack.innerDomain();
        namespace = createNamespace(network);
        outputs(Map.of("id", namespace.id()));
    }

    @Override
    public Optional<String> host(String service) {
        return Optional.ofNullable(names.get(service)).map(known -> known + "." + domain);
    }

    @Override
    public void join(String service, ServiceSettings settings, Output<String> logGroup, ServiceArgs.Builder arguments) {
        if (names.containsKey(service)) {
            arguments.serviceRegistries(ServiceServiceRegistriesArgs.builder()
                    .registryArn(register(service))
                    .build());
        }
    }

    private PrivateDnsNamespace createNamespace(Network network) {
        return new PrivateDnsNamespace(
                child("namespace"),
                PrivateDnsNamespaceArgs.builder()
                        .name(domain)
                        .description("Services of " + stack().names().prefix())
                        .vpc(network.vpcId())
                        .build(),
                inside());
    }

    private Output<String> register(String service) {
        var registry = new com.pulumi.aws.servicediscovery.Service(
                child(service),
                com.pulumi.aws.servicediscovery.ServiceArgs.builder()
                        .name(names.get(service))
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
}
