package groundwork.compute;

import com.pulumi.core.Output;
import groundwork.compute.apprunner.AppRunnerService;
import groundwork.plan.Plan;
import groundwork.settings.service.ServiceSettings.Deploy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that runs, each service on the platform that the stack file chooses. */
public record Services(List<Service> onFargate, List<AppRunnerService> onAppRunner) {
    public Services {
        onFargate = List.copyOf(onFargate);
        onAppRunner = List.copyOf(onAppRunner);
    }

    /** Starts called services before their callers. */
    public static Services start(Plan plan, ServiceContext around) {
        var onFargate = new ArrayList<Service>();
        var onAppRunner = new ArrayList<AppRunnerService>();
        for (var name : plan.serviceOrder()) {
            var settings = plan.settings().services().get(name);
            switch (settings.platform()) {
                case FARGATE -> onFargate.add(new Service(name, settings, around));
                case APP_RUNNER -> {
                    var service = new AppRunnerService(name, settings, around);
                    onAppRunner.add(around.catalog().add("services", name, service));
                }
            }
        }
        return new Services(onFargate, onAppRunner);
    }

    /** Hands deployments to CodeDeploy where they are blue-green; the alarm turns one back. */
    public void moveRequests(Optional<Cluster> cluster, Optional<Output<String>> alarm) {
        onFargate.stream()
                .filter(service -> service.settings().deploy() == Deploy.BLUE_GREEN)
                .forEach(service -> new BlueGreen(service, cluster.orElseThrow(), alarm));
    }
}
