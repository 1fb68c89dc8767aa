package groundwork.compute;

import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import groundwork.compute.apprunner.AppRunnerService;
import groundwork.observe.Watchable;
import groundwork.observe.Watched;
import groundwork.plan.Plan;
import groundwork.resilience.chaos.ExperimentTargets;
import groundwork.settings.LinkKind;
import groundwork.settings.service.ServiceSettings.Deploy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that runs, each service on the platform that the stack file chooses. */
public record Services(List<Service> onFargate, List<AppRunnerService> onAppRunner) implements Watchable {
    public Services {
        onFargate = List.copyOf(onFargate);
        onAppRunner = List.copyOf(onAppRunner);
    }

    /** Called services come before their callers, which wait for them. */
    public static Services create(Plan plan, ServiceContext around) {
        var onFargate = new ArrayList<Service>();
        var onAppRunner = new ArrayList<AppRunnerService>();
        var running = new TreeMap<String, Resource>();
        for (var name : plan.serviceOrder()) {
            var settings = plan.settings().services().get(name);
            switch (settings.platform()) {
                case FARGATE -> {
                    var service = new Service(name, settings, around, running);
                    onFargate.add(service);
                    running.put(name, service.running());
                }
                case APP_RUNNER -> {
                    var service = new AppRunnerService(name, settings, around, running);
                    onAppRunner.add(around.catalog().add(LinkKind.SERVICES, name, service));
                }
            }
        }
        return new Services(onFargate, onAppRunner);
    }

    @Override
    public List<Watched> watched() {
        return Stream.concat(onFargate.stream(), onAppRunner.stream())
                .flatMap(service -> service.watched().stream())
                .toList();
    }

    /** What services write, by the names of the log groups. */
    public List<Output<String>> logGroups() {
        return Stream.concat(
                        onFargate.stream().map(service -> service.logs().name()),
                        onAppRunner.stream().map(AppRunnerService::logGroup))
                .toList();
    }

    /** What experiments may touch: all tasks, and the subnets of one zone. */
    public ExperimentTargets experimentTargets(
            Cluster cluster, List<Output<String>> zone, Optional<Output<String>> stop) {
        var names = new TreeMap<String, Output<String>>();
        onFargate.forEach(service -> names.put(service.name(), service.serviceName()));
        return new ExperimentTargets(cluster.arn(), names, zone, stop);
    }

    /** Hands deployments to CodeDeploy where they are blue-green; the alarm turns one back. */
    public void createDeployments(Optional<Cluster> cluster, Optional<Output<String>> alarm) {
        onFargate.stream()
                .filter(service -> service.settings().deploy() == Deploy.BLUE_GREEN)
                .forEach(service -> new BlueGreen(service, cluster.orElseThrow(), alarm));
    }
}
