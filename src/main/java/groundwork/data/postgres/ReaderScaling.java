package groundwork.data.postgres;

import com.pulumi.aws.appautoscaling.Policy;
import com.pulumi.aws.appautoscaling.PolicyArgs;
import com.pulumi.aws.appautoscaling.Target;
import com.pulumi.aws.appautoscaling.TargetArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs;
import com.pulumi.aws.rds.Cluster;
import com.pulumi.resources.Resource;
import groundwork.base.Component;
import groundwork.plan.names.NameRule;
import groundwork.settings.data.DatabaseSettings;
import java.util.List;
import java.util.Map;

/** More and fewer readers of an Aurora cluster, by how busy they are. */
final class ReaderScaling extends Component {
    private final DatabaseSettings settings;

    ReaderScaling(DatabaseSettings settings, Cluster cluster, List<? extends Resource> readers, Component whole) {
        super("data:ReaderScaling", "readers", whole);
        this.settings = settings;
        var target = createTarget(cluster, readers);
        createPolicy(target);
        outputs(Map.of("resourceId", target.resourceId()));
    }

    private Target createTarget(Cluster cluster, List<? extends Resource> readers) {
        return new Target(
                child("target"),
                TargetArgs.builder()
                        .serviceNamespace("rds")
                        .scalableDimension("rds:cluster:ReadReplicaCount")
                        .resourceId(cluster.clusterIdentifier().applyValue(id -> "cluster:" + id))
                        .minCapacity(settings.readers())
                        .maxCapacity(settings.replicas().most())
                        .build(),
                after(readers));
    }

    private void createPolicy(Target target) {
        var metric = PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs.builder()
                .predefinedMetricType("RDSReaderAverageCPUUtilization")
                .build();
        int pause = (int) settings.replicas().pause().toSeconds();
        new Policy(
                child("cpu"),
                PolicyArgs.builder()
                        .name(stack().names().of(NameRule.POLICY, child("cpu")))
                        .policyType("TargetTrackingScaling")
                        .serviceNamespace(target.serviceNamespace())
                        .scalableDimension(target.scalableDimension())
                        .resourceId(target.resourceId())
                        .targetTrackingScalingPolicyConfiguration(
                                PolicyTargetTrackingScalingPolicyConfigurationArgs.builder()
                                        .targetValue((double)
                                                settings.replicas().cpu().value())
                                        .scaleOutCooldown(pause)
                                        .scaleInCooldown(pause)
                                        .predefinedMetricSpecification(metric)
                                        .build())
                        .build(),
                inside());
    }
}
