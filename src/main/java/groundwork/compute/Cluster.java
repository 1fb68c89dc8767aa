package groundwork.compute;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.ecs.ClusterArgs;
import com.pulumi.aws.ecs.ClusterCapacityProviders;
import com.pulumi.aws.ecs.ClusterCapacityProvidersArgs;
import com.pulumi.aws.ecs.inputs.ClusterCapacityProvidersDefaultCapacityProviderStrategyArgs;
import com.pulumi.aws.ecs.inputs.ClusterConfigurationArgs;
import com.pulumi.aws.ecs.inputs.ClusterConfigurationExecuteCommandConfigurationArgs;
import com.pulumi.aws.ecs.inputs.ClusterConfigurationExecuteCommandConfigurationLogConfigurationArgs;
import com.pulumi.aws.ecs.inputs.ClusterSettingArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.StackContext;
import groundwork.observe.LogGroups;
import groundwork.observe.StoppedTasks;
import groundwork.plan.names.NameRule;
import groundwork.settings.observe.ObservabilitySettings;
import groundwork.watch.WatchRules;
import groundwork.watch.Watchable;
import groundwork.watch.Watched;
import java.util.List;
import java.util.Map;

/** The ECS cluster, on Fargate and Fargate Spot alone; what operators type into a task's shell is logged. */
public final class Cluster extends Component implements Watchable {
    private final LogGroup shells;
    private final com.pulumi.aws.ecs.Cluster cluster;
    private final ClusterCapacityProviders capacity;

    public Cluster(String name, ObservabilitySettings settings, StackContext stack) {
        super("compute:Cluster", name, stack);
        shells = LogGroups.create("shells", List.of("shells"), stack.logRetention(), this);
        cluster = createCluster(settings.insights());
        capacity = createCapacity();
        outputs(Map.of("arn", cluster.arn(), "name", cluster.name()));
    }

    public Output<String> arn() {
        return cluster.arn();
    }

    public Output<String> clusterName() {
        return cluster.name();
    }

    @Override
    public List<Watched> watched(WatchRules rules) {
        return List.of(StoppedTasks.of(rules));
    }

    public Map<String, Output<String>> endpoint() {
        return Map.of("name", cluster.name());
    }

    /** Where the shells that operators open are logged. */
    public LogGroup shells() {
        return shells;
    }

    public ClusterCapacityProviders capacity() {
        return capacity;
    }

    private com.pulumi.aws.ecs.Cluster createCluster(boolean hasInsights) {
        return new com.pulumi.aws.ecs.Cluster(
                child("cluster"),
                ClusterArgs.builder()
                        .name(stack().names().of(NameRule.CLUSTER))
                        .settings(ClusterSettingArgs.builder()
                                .name("containerInsights")
                                .value(hasInsights ? "enabled" : "disabled")
                                .build())
                        .configuration(ClusterConfigurationArgs.builder()
                                .executeCommandConfiguration(shellConfiguration())
                                .build())
                        .build(),
                inside());
    }

    private ClusterConfigurationExecuteCommandConfigurationArgs shellConfiguration() {
        var log = ClusterConfigurationExecuteCommandConfigurationLogConfigurationArgs.builder()
                .cloudWatchLogGroupName(shells.name())
                .cloudWatchEncryptionEnabled(stack().ownKey().isPresent());
        var configuration = ClusterConfigurationExecuteCommandConfigurationArgs.builder()
                .logging("OVERRIDE")
                .logConfiguration(log.build());
        stack().keyArn().ifPresent(configuration::kmsKeyId);
        return configuration.build();
    }

    private ClusterCapacityProviders createCapacity() {
        return new ClusterCapacityProviders(
                child("capacity"),
                ClusterCapacityProvidersArgs.builder()
                        .clusterName(cluster.name())
                        .capacityProviders("FARGATE", "FARGATE_SPOT")
                        .defaultCapacityProviderStrategies(
                                ClusterCapacityProvidersDefaultCapacityProviderStrategyArgs.builder()
                                        .capacityProvider("FARGATE")
                                        .weight(1)
                                        .build())
                        .build(),
                inside());
    }
}
