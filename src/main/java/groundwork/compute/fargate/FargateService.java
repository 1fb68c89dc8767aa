package groundwork.compute.fargate;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.ecs.ServiceArgs;
import com.pulumi.aws.ecs.TaskDefinition;
import com.pulumi.aws.ecs.inputs.ServiceCapacityProviderStrategyArgs;
import com.pulumi.aws.ecs.inputs.ServiceLoadBalancerArgs;
import com.pulumi.aws.ecs.inputs.ServiceNetworkConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import groundwork.base.Component;
import groundwork.compute.GrantedPermissions;
import groundwork.compute.RunningService;
import groundwork.compute.ServiceAddress;
import groundwork.compute.ServiceContext;
import groundwork.compute.scaling.Autoscaling;
import groundwork.compute.task.Mount;
import groundwork.compute.task.ServiceRoles;
import groundwork.compute.task.Task;
import groundwork.compute.task.Tracing;
import groundwork.edge.RoutedTargets;
import groundwork.edge.gateway.ServiceRoutes;
import groundwork.links.Linked;
import groundwork.links.LinkedEnvironment;
import groundwork.observe.LogGroups;
import groundwork.plan.compute.ServicePlan;
import groundwork.plan.names.NameRule;
import groundwork.settings.service.ServiceSettings;
import groundwork.watch.ServiceWatch;
import groundwork.watch.Source;
import groundwork.watch.WatchRules;
import groundwork.watch.Watched;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Something that runs on Fargate: behind the load balancer, called by others, or a worker. */
public final class FargateService extends Component implements RunningService {
    private final ServicePlan plan;
    private final ServiceSettings settings;
    private final ServiceContext around;
    private final ServiceAddress address;
    private final Rollout rollout;
    private final List<Mount> mounts;
    private final List<Linked> links;
    private final List<RoutedTargets> targets;
    private final Optional<ServiceRoutes> routes;
    private final LogGroup logs;
    private final ServiceRoles roles;
    private final com.pulumi.aws.ecs.Service service;

    /** {@code running} are the services that were started before it. */
    public FargateService(ServicePlan plan, ServiceContext around, Map<String, Resource> running) {
        super("compute:Service", plan.name(), around.stack());
        this.plan = plan;
        settings = plan.settings();
        this.around = around;
        address = around.address(name());
        rollout = new Rollout(settings.deploy());
        mounts = Mount.of(settings, around.catalog());
        links = Stream.concat(
                        around.links(plan, running).stream(), mounts.stream().map(Mount::link))
                .toList();
        targets = around.createTargets(name(), settings, address.group(), this);
        routes = around.createRoutes(name(), settings, address.group(), this);
        logs = LogGroups.create(
                "logs", List.of("services", name()), around.stack().logRetention(), this);
        openWays();
        var environment = LinkedEnvironment.of(links);
        roles = new ServiceRoles(
                this,
                plan,
                links,
                environment,
                around.images(),
                logs,
                around.cluster().orElseThrow());
        var task =
                new Task(this, plan, around.images(), logs, variables(environment), environment, mounts).create(roles);
        service = createService(task);
        if (settings.tasks().scales()) {
            createAutoscaling();
        }
        outputs(Map.of(
                "name", service.name(),
                "taskDefinition", task.arn(),
                "readonlyDisk", Output.of(settings.hasReadonlyDisk()),
                "permissions", Output.of(GrantedPermissions.texts(settings)),
                "links",
                        Output.of(
                                links.stream().map(linked -> linked.link().to()).toList())));
    }

    public ServiceSettings settings() {
        return settings;
    }

    public Output<String> serviceName() {
        return service.name();
    }

    @Override
    public Resource running() {
        return service;
    }

    /** Its addresses are those of its {@link ServiceAddress}. */
    public Map<String, Output<String>> endpoint() {
        return Map.of("name", service.name());
    }

    Output<String> arn() {
        return service.id();
    }

    /** What ECS is handed to start a task. */
    List<Output<String>> roleArns() {
        return List.of(roles.execution().arn(), roles.task().arn());
    }

    @Override
    public Output<String> logGroup() {
        return logs.name();
    }

    public List<RoutedTargets> targets() {
        return targets;
    }

    /** Where an HTTP API is the entrance. */
    public Optional<ServiceRoutes> routes() {
        return routes;
    }

    @Override
    public List<Watched> watched(WatchRules rules) {
        var cluster = around.cluster().orElseThrow().clusterName();
        var service = new ServiceWatch(name(), settings, rules, metrics("AWS/ECS", cluster));
        var behind = targets.stream().map(RoutedTargets::watch).toList();
        return List.of(new TasksWatch(service, metrics("ECS/ContainerInsights", cluster), behind).plan());
    }

    private Source metrics(String namespace, Output<String> cluster) {
        return Source.of(namespace).with("ClusterName", cluster).with("ServiceName", serviceName());
    }

    private void openWays() {
        around.egress(plan, address.group(), links).open();
    }

    /** The settings' own variables win over what links give. */
    private SortedMap<String, Output<String>> variables(LinkedEnvironment linked) {
        var variables = new TreeMap<>(linked.variables());
        settings.port().ifPresent(port -> variables.put("PORT", Output.of(Integer.toString(port))));
        address.publicUrl().ifPresent(url -> variables.put("PUBLIC_URL", url));
        if (!settings.metrics().isEmpty()) {
            variables.put("METRICS_NAMESPACE", Output.of(stack().names().metrics()));
        }
        if (plan.isTraced()) {
            variables.put(Tracing.ADDRESS_VARIABLE, Output.of(Tracing.ADDRESS));
        }
        settings.environment().forEach((name, value) -> variables.put(name, Output.of(value)));
        linked.secrets().keySet().forEach(variables::remove);
        return variables;
    }

    private com.pulumi.aws.ecs.Service createService(TaskDefinition task) {
        var network = around.network().orElseThrow();
        var arguments = ServiceArgs.builder()
                .name(stack().names().of(NameRule.SERVICE, settings.serviceName(name())))
                .cluster(around.cluster().orElseThrow().arn())
                .taskDefinition(task.arn())
                .desiredCount(settings.tasks().min())
                .capacityProviderStrategies(capacity())
                .networkConfiguration(ServiceNetworkConfigurationArgs.builder()
                        .subnets(network.taskSubnets())
                        .securityGroups(address.group().id().applyValue(List::of))
                        .assignPublicIp(network.tasksArePublic())
                        .build())
                .enableExecuteCommand(settings.exec())
                .enableEcsManagedTags(true)
                .propagateTags("SERVICE");
        rollout.into(arguments);
        around.discovery().ifPresent(discovery -> discovery.join(name(), settings, logGroup(), arguments));
        if (!targets.isEmpty()) {
            arguments
                    .healthCheckGracePeriodSeconds(
                            (int) settings.health().grace().toSeconds())
                    .loadBalancers(targets.stream().map(this::loadBalancer).toList());
        }
        return new com.pulumi.aws.ecs.Service(child(rollout.suffix()), arguments.build(), serviceOptions());
    }

    private CustomResourceOptions serviceOptions() {
        var ownedByOthers = new ArrayList<>(rollout.ownedByOthers());
        if (plan.isScaled()) {
            ownedByOthers.add("desiredCount");
        }
        return options().dependsOn(startsAfter()).ignoreChanges(ownedByOthers).build();
    }

    private List<Resource> startsAfter() {
        var others = new ArrayList<Resource>();
        targets.forEach(target -> others.addAll(target.rules()));
        links.forEach(linked -> others.addAll(linked.connection().readyAfter()));
        others.addAll(around.network().orElseThrow().readyForTasks());
        others.addAll(roles.execution().ready());
        others.addAll(roles.task().ready());
        others.add(around.cluster().orElseThrow().capacity());
        return others;
    }

    private List<ServiceCapacityProviderStrategyArgs> capacity() {
        return plan.capacity().shares().stream()
                .map(share -> ServiceCapacityProviderStrategyArgs.builder()
                        .capacityProvider(share.provider())
                        .base(share.base())
                        .weight(share.weight())
                        .build())
                .toList();
    }

    private ServiceLoadBalancerArgs loadBalancer(RoutedTargets target) {
        return ServiceLoadBalancerArgs.builder()
                .targetGroupArn(target.arn())
                .containerName(name())
                .containerPort(settings.port().orElseThrow())
                .build();
    }

    private void createAutoscaling() {
        var label = targets.stream().findFirst().map(RoutedTargets::requestCountLabel);
        new Autoscaling(plan, around.cluster().orElseThrow(), service, label, around.consumedQueues(links), this);
    }
}
