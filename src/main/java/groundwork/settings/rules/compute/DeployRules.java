package groundwork.settings.rules.compute;

import groundwork.settings.NetworkSettings.Discovery;
import groundwork.settings.rules.Draft;
import groundwork.settings.service.RouteSettings;
import groundwork.settings.service.ServiceSettings;
import groundwork.settings.service.ServiceSettings.Deploy;

/** CodeDeploy moves requests of one target group, and wants the service to itself. */
public record DeployRules(Draft draft, String name, ServiceSettings service) {
    public void check() {
        if (!draft.areSound("services", name, "deploy", "routes", "tasks")) {
            return;
        }
        if (service.deploy() == Deploy.BLUE_GREEN) {
            hasOneTargetGroup();
            isNotScaledByTarget();
            isNotFoundByConnect();
        } else {
            draft.warnAt("services", name, "blueGreen")
                    .unless(!draft.isWritten("services", name, "blueGreen"), "does nothing without deploy: blue-green");
        }
    }

    private void hasOneTargetGroup() {
        var at = draft.at("services", name, "deploy");
        at.unless(service.isWeb(), "blue-green needs a service with routes; choose rolling");
        at.unless(
                service.routes().stream().map(RouteSettings::sticky).distinct().count() <= 1,
                "CodeDeploy moves one target group, and routes that differ in sticky make several; make them alike");
    }

    private void isNotScaledByTarget() {
        draft.at("services", name, "tasks", "requestsPerMinute")
                .unless(
                        service.tasks().requestsPerMinute().isEmpty(),
                        "is counted by target group, which a blue-green deployment changes; scale by cpu or memory");
    }

    private void isNotFoundByConnect() {
        draft.at("services", name, "deploy")
                .unless(
                        draft.settings().network().discovery() == Discovery.DNS,
                        "CodeDeploy does not support Service Connect; set network.discovery: dns, or choose rolling");
    }
}
