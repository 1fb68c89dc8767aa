package groundwork.simulated.rules.compute;

import static groundwork.aws.ResourceTypes.CODEDEPLOY_DEPLOYMENT_GROUP;
import static groundwork.aws.ResourceTypes.ECS_SERVICE;

import groundwork.simulated.Existing;
import groundwork.simulated.rules.Refusals;
import groundwork.simulated.rules.Rule;
import java.util.List;

/** What ECS leaves to CodeDeploy, and what CodeDeploy wants for it. */
public final class DeploymentRules {
    private static final String PAIR = "loadBalancerInfo.targetGroupPairInfo";

    public static final List<Rule> ALL = List.of(
            Rule.of("code-deploy-service", DeploymentRules::service, ECS_SERVICE),
            Rule.of("deployment-group-pair", DeploymentRules::pair, CODEDEPLOY_DEPLOYMENT_GROUP));

    private DeploymentRules() {}

    private static void service(Existing service, Refusals refusals) {
        if (service.text("deploymentController.type")
                .filter("CODE_DEPLOY"::equals)
                .isEmpty()) {
            return;
        }
        for (var property : List.of("deploymentCircuitBreaker", "serviceConnectConfiguration", "alarms")) {
            refusals.unless(
                    !service.has(property), property, "is not supported with the deployment controller CODE_DEPLOY");
        }
        refusals.unless(
                service.list("loadBalancers").size() == 1,
                "loadBalancers",
                "are %d; the deployment controller CODE_DEPLOY takes exactly one",
                service.list("loadBalancers").size());
    }

    private static void pair(Existing group, Refusals refusals) {
        if (group.has(PAIR)) {
            int groups = group.list(PAIR + ".targetGroups").size();
            refusals.unless(groups == 2, PAIR + ".targetGroups", "are %d; CodeDeploy moves between two", groups);
            refusals.unless(
                    group.has("blueGreenDeploymentConfig.terminateBlueInstancesOnDeploymentSuccess"),
                    "blueGreenDeploymentConfig",
                    "does not say what happens to the old tasks");
        }
    }
}
