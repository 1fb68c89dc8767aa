package groundwork.simulated.changes;

import groundwork.simulated.Existing;
import groundwork.simulated.World;
import groundwork.simulated.rules.Refusals;
import java.util.List;

/** A service that CodeDeploy deploys: ECS leaves to CodeDeploy what a deployment changes. */
final class CodeDeployed {
    private static final String CONTROLLER = "deploymentController.type";
    private static final List<String> DEPLOYED = List.of(
            "taskDefinition",
            "loadBalancers",
            "networkConfiguration",
            "platformVersion",
            "serviceRegistries",
            "enableExecuteCommand");

    private CodeDeployed() {}

    static void leavesToCodeDeploy(Existing old, Existing asked, World world, Refusals refusals) {
        if (old.text(CONTROLLER).filter("CODE_DEPLOY"::equals).isEmpty()) {
            return;
        }
        for (var property : DEPLOYED) {
            refusals.unless(
                    old.value(property).equals(asked.value(property)),
                    property,
                    "can't be updated on a service with a CODE_DEPLOY deployment controller; only a deployment changes it");
        }
    }
}
