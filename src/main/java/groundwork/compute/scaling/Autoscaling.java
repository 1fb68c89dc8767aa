package groundwork.compute.scaling;

import com.pulumi.aws.appautoscaling.Policy;
import com.pulumi.aws.appautoscaling.PolicyArgs;
import com.pulumi.aws.appautoscaling.ScheduledAction;
import com.pulumi.aws.appautoscaling.ScheduledActionArgs;
import com.pulumi.aws.appautoscaling.Target;
import com.pulumi.aws.appautoscaling.TargetArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs;
import com.pulumi.aws.appautoscaling.inputs.ScheduledActionScalableTargetActionArgs;
import com.pulumi.aws.ecs.Service;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.compute.Cluster;
import groundwork.messaging.Queue;
import groundwork.plan.compute.ServicePlan;
import groundwork.plan.names.NameRule;
import groundwork.settings.service.BusyHours;
import groundwork.settings.service.TaskSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** More and fewer tasks of a service, by the aims of its settings. */
public final class Autoscaling extends Component {
    private static final String NAMESPACE = "ecs";
    private static final String DIMENSION = "ecs:service:DesiredCount";

    private final TaskSettings tasks;
    private final Target target;

    public Autoscaling(
            ServicePlan plan,
            Cluster cluster,
            Service service,
            Optional<Output<String>> requestCountLabel,
            List<Queue> consumed,
            Component whole) {
        super("compute:Autoscaling", "scaling", whole);
        tasks = plan.settings().tasks();
        target = createTarget(plan.sleeps(), cluster, service);
        tasks.cpu().ifPresent(aim -> follow("cpu", "ECSServiceAverageCPUUtilization", aim.value(), Optional.empty()));
        tasks.memory()
                .ifPresent(
                        aim -> follow("memory", "ECSServiceAverageMemoryUtilization", aim.value(), Optional.empty()));
        tasks.requestsPerMinute()
                .ifPresent(aim -> follow("requests", "ALBRequestCountPerTarget", aim, requestCountLabel));
        tasks.backlog().ifPresent(aim -> new BacklogScaling(aim, tasks, target, consumed, this));
        tasks.schedule().forEach(this::schedule);
        outputs(Map.of("resourceId", target.resourceId()));
    }

    private Target createTarget(boolean sleeps, Cluster cluster, Service service) {
        var options = options();
        if (sleeps) {
            // While it sleeps both are none, and an update must not wake the service.
            options.ignoreChanges("minCapacity", "maxCapacity");
        } else if (!tasks.schedule().isEmpty()) {
            // Within busy hours an update must not take their tasks away.
            options.ignoreChanges("minCapacity");
        }
        return new Target(
                child("target"),
                TargetArgs.builder()
                        .serviceNamespace(NAMESPACE)
                        .scalableDimension(DIMENSION)
                        .resourceId(Output.format("service/%s/%s", cluster.clusterName(), service.name()))
                        .minCapacity(tasks.min())
                        .maxCapacity(tasks.most())
                        .build(),
                options.build());
    }

    private void schedule(String name, BusyHours hours) {
        schedule(name + "-begin", hours.cronOfBegin(), hours, hours.min());
        schedule(name + "-end", hours.cronOfEnd(), hours, tasks.min());
    }

    private void schedule(String suffix, String cron, BusyHours hours, int min) {
        new ScheduledAction(
                child(suffix),
                ScheduledActionArgs.builder()
                        .name(stack().names().of(NameRule.SCHEDULE, name(), suffix))
                        .serviceNamespace(target.serviceNamespace())
                        .scalableDimension(target.scalableDimension())
                        .resourceId(target.resourceId())
                        .schedule(cron)
                        .timezone(hours.timezone().getId())
                        .scalableTargetAction(ScheduledActionScalableTargetActionArgs.builder()
                                .minCapacity(min)
                                .build())
                        .build(),
                inside());
    }

    private void follow(String suffix, String metric, double aim, Optional<Output<String>> label) {
        var specification = PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs.builder()
                .predefinedMetricType(metric);
        label.ifPresent(specification::resourceLabel);
        new Policy(
                child(suffix),
                PolicyArgs.builder()
                        .name(stack().names().of(NameRule.POLICY, name(), suffix))
                        .policyType("TargetTrackingScaling")
                        .serviceNamespace(target.serviceNamespace())
                        .scalableDimension(target.scalableDimension())
                        .resourceId(target.resourceId())
                        .targetTrackingScalingPolicyConfiguration(
                                PolicyTargetTrackingScalingPolicyConfigurationArgs.builder()
                                        .targetValue(aim)
                                        .scaleOutCooldown((int) tasks.out().toSeconds())
                                        .scaleInCooldown((int) tasks.in().toSeconds())
                                        .predefinedMetricSpecification(specification.build())
                                        .build())
                        .build(),
                inside());
    }
}
