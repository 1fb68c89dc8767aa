package groundwork.compute.discovery;

import com.pulumi.aws.ecs.ServiceArgs;
import com.pulumi.aws.ecs.inputs.ServiceServiceConnectConfigurationArgs;
import com.pulumi.aws.ecs.inputs.ServiceServiceConnectConfigurationLogConfigurationArgs;
import com.pulumi.aws.ecs.inputs.ServiceServiceConnectConfigurationServiceArgs;
import com.pulumi.aws.ecs.inputs.ServiceServiceConnectConfigurationServiceClientAliasArgs;
import com.pulumi.aws.servicediscovery.HttpNamespace;
import com.pulumi.aws.servicediscovery.HttpNamespaceArgs;
import com.pulumi.aws.servicediscovery.Service;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.StackContext;
import groundwork.settings.service.ServiceSettings;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** ECS Service Connect: a proxy in every task of caller and called, which retries, spreads the load and counts requests. */
final class ConnectDiscovery extends Component implements Discovery {
    private final SortedMap<String, String> names;
    private final HttpNamespace namespace;

    ConnectDiscovery(String name, SortedMap<String, String> names, StackContext stack) {
        super("compute:Discovery", name, stack);
        this.names = new TreeMap<>(names);
        namespace = new HttpNamespace(
                child("namespace"),
                HttpNamespaceArgs.builder()
                        .name(stack.names().prefix())
                        .description("Services of " + stack.names().prefix())
                        .build(),
                inside());
        outputs(Map.of("id", namespace.id()));
    }

    @Override
    public Optional<String> host(String service) {
        return Optional.ofNullable(names.get(service)).map(known -> known + "." + stack().innerDomain());
    }

    @Override
    public void join(String service, ServiceSettings settings, Output<String> logGroup, ServiceArgs.Builder arguments) {
        boolean isCalled = names.containsKey(service);
        if (!isCalled && !calls(settings)) {
            return;
        }
        var configuration = ServiceServiceConnectConfigurationArgs.builder()
                .enabled(true)
                .namespace(namespace.arn())
                .logConfiguration(logging(logGroup));
        if (isCalled) {
            configuration.services(offer(service, settings.port().orElseThrow()));
        }
        arguments.serviceConnectConfiguration(configuration.build());
    }

    @Override
    public Service registry(String service) {
        throw new UnsupportedOperationException("an HTTP API finds tasks by DNS discovery alone");
    }

    private boolean calls(ServiceSettings settings) {
        return settings.links().stream().anyMatch(link -> names.containsKey(link.to()));
    }

    private ServiceServiceConnectConfigurationServiceArgs offer(String service, int port) {
        return ServiceServiceConnectConfigurationServiceArgs.builder()
                .portName(service)
                .discoveryName(names.get(service))
                .clientAlias(ServiceServiceConnectConfigurationServiceClientAliasArgs.builder()
                        .dnsName(host(service).orElseThrow())
                        .port(port)
                        .build())
                .build();
    }

    private ServiceServiceConnectConfigurationLogConfigurationArgs logging(Output<String> logGroup) {
        return ServiceServiceConnectConfigurationLogConfigurationArgs.builder()
                .logDriver("awslogs")
                .options(Output.all(logGroup, Output.of(stack().region()))
                        .applyValue(known -> Map.of(
                                "awslogs-group", known.get(0),
                                "awslogs-region", known.get(1),
                                "awslogs-stream-prefix", "proxy")))
                .build();
    }
}
