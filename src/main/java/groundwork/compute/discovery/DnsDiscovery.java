package groundwork.compute.discovery;

import com.pulumi.aws.ecs.ServiceArgs;
import com.pulumi.aws.ecs.inputs.ServiceServiceRegistriesArgs;
import com.pulumi.aws.servicediscovery.PrivateDnsNamespace;
import com.pulumi.aws.servicediscovery.PrivateDnsNamespaceArgs;
import com.pulumi.aws.servicediscovery.Service;
import com.pulumi.aws.servicediscovery.inputs.ServiceDnsConfigArgs;
import com.pulumi.aws.servicediscovery.inputs.ServiceDnsConfigDnsRecordArgs;
import com.pulumi.aws.servicediscovery.inputs.ServiceHealthCheckCustomConfigArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.StackContext;
import groundwork.network.Network;
import groundwork.settings.service.ServiceSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A zone inside the VPC, in which a called service's name has the addresses of its tasks, and that of one behind an HTTP API
 * their ports too.
 */
final class DnsDiscovery extends Component implements Discovery {
    /** Short enough that a task which has gone is soon forgotten. */
    private static final int SECONDS_TO_LIVE = 10;

    private final SortedMap<String, String> called;
    private final SortedMap<String, String> registered;
    private final Map<String, Service> registries = new TreeMap<>();
    private final String domain;
    private final PrivateDnsNamespace namespace;

    DnsDiscovery(
            String name,
            SortedMap<String, String> called,
            SortedMap<String, String> registered,
            Network network,
            StackContext stack) {
        super("compute:Discovery", name, stack);
        this.called = new TreeMap<>(called);
        this.registered = new TreeMap<>(registered);
        domain = stack.innerDomain();
        namespace = createNamespace(network);
        outputs(Map.of("id", namespace.id()));
    }

    @Override
    public Optional<String> host(String service) {
        return Optional.ofNullable(called.get(service)).map(known -> known + "." + domain);
    }

    @Override
    public void join(String service, ServiceSettings settings, Output<String> logGroup, ServiceArgs.Builder arguments) {
        if (called.containsKey(service) || registered.containsKey(service)) {
            var registration = ServiceServiceRegistriesArgs.builder()
                    .registryArn(registry(service).arn());
            if (registered.containsKey(service)) {
                registration
                        .containerName(service)
                        .containerPort(settings.port().orElseThrow());
            }
            arguments.serviceRegistries(registration.build());
        }
    }

    @Override
    public Service registry(String service) {
        return registries.computeIfAbsent(service, this::createRegistry);
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

    /** An HTTP API needs ports, and leaves out the tasks that ECS reports as unhealthy. */
    private Service createRegistry(String service) {
        boolean isRegistered = registered.containsKey(service);
        var records = new ArrayList<ServiceDnsConfigDnsRecordArgs>();
        if (called.containsKey(service)) {
            records.add(record("A"));
        }
        if (isRegistered) {
            records.add(record("SRV"));
        }
        var arguments = com.pulumi.aws.servicediscovery.ServiceArgs.builder()
                .name(isRegistered ? registered.get(service) : called.get(service))
                .dnsConfig(dns(records));
        if (isRegistered) {
            arguments.healthCheckCustomConfig(ServiceHealthCheckCustomConfigArgs.builder()
                    .failureThreshold(1)
                    .build());
        }
        return new Service(child(service), arguments.build(), inside());
    }

    private ServiceDnsConfigArgs dns(List<ServiceDnsConfigDnsRecordArgs> records) {
        return ServiceDnsConfigArgs.builder()
                .namespaceId(namespace.id())
                .routingPolicy("MULTIVALUE")
                .dnsRecords(records)
                .build();
    }

    private static ServiceDnsConfigDnsRecordArgs record(String type) {
        return ServiceDnsConfigDnsRecordArgs.builder()
                .type(type)
                .ttl(SECONDS_TO_LIVE)
                .build();
    }
}
