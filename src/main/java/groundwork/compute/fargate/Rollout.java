package groundwork.compute.fargate;

import com.pulumi.aws.ecs.ServiceArgs;
import com.pulumi.aws.ecs.inputs.ServiceDeploymentCircuitBreakerArgs;
import com.pulumi.aws.ecs.inputs.ServiceDeploymentControllerArgs;
import groundwork.settings.service.ServiceSettings.Deploy;
import java.util.List;

/** How a new version of a service takes over, as ECS is told of it. */
record Rollout(Deploy deploy) {
    /** ECS can't hand a service over to CodeDeploy: another one takes its place, and the old one goes last. */
    String suffix() {
        return deploy == Deploy.BLUE_GREEN ? "blue-green" : "service";
    }

    void into(ServiceArgs.Builder arguments) {
        switch (deploy) {
            case ROLLING -> byEcs(arguments, 100, 200).availabilityZoneRebalancing("ENABLED");
            case REPLACE -> byEcs(arguments, 0, 100).availabilityZoneRebalancing("DISABLED");
            case BLUE_GREEN ->
                arguments
                        .deploymentController(ServiceDeploymentControllerArgs.builder()
                                .type("CODE_DEPLOY")
                                .build())
                        .availabilityZoneRebalancing("DISABLED");
        }
    }

    /** What each deployment of CodeDeploy changes, so that an update must leave it alone. */
    List<String> ownedByOthers() {
        return deploy == Deploy.BLUE_GREEN
                ? List.of("taskDefinition", "loadBalancers", "capacityProviderStrategies")
                : List.of();
    }

    private static ServiceArgs.Builder byEcs(ServiceArgs.Builder arguments, int least, int most) {
        // Without it, a change of the share on Spot would replace the service.
        return arguments
                .forceNewDeployment(true)
                .deploymentMinimumHealthyPercent(least)
                .deploymentMaximumPercent(most)
                .deploymentCircuitBreaker(ServiceDeploymentCircuitBreakerArgs.builder()
                        .enable(true)
                        .rollback(true)
                        .build());
    }
}
