package groundwork;

import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import groundwork.compute.Cluster;
import groundwork.compute.RunningService;
import groundwork.compute.ServiceContext;
import groundwork.compute.apprunner.AppRunnerService;
import groundwork.compute.fargate.BlueGreen;
import groundwork.compute.fargate.FargateService;
import groundwork.plan.compute.ServicePlan;
import groundwork.resilience.chaos.ExperimentTargets;
import groundwork.settings.LinkKind;
import groundwork.settings.service.ServiceSettings.Deploy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All that runs, each service on the platform that the stack file chooses. */
public record Services(List<RunningService> all) {
    public Services {
        all = List.copyOf(all);
    }

    /** Called services come before their callers, which wait for them. */
    public static Services create(List<ServicePlan> plans, ServiceContext around) {
        var all = new ArrayList<RunningService>();
        var running = new TreeMap<String, Resource>();
        for (var plan : plans) {
            var service = create(plan, around, running);
            running.put(plan.name(), service.running());
            all.add(service);
        }
        return new Services(all);
    }

    private static RunningService create(ServicePlan plan, ServiceContext around, Map<String, Resource> running) {
        return switch (plan.settings().platform()) {
            case FARGATE -> {
                var service = new FargateService(plan, around, running);
                around.catalog().addEndpoint(LinkKind.SERVICES.block(), plan.name(), service.endpoint());
                yield service;
            }
            case APP_RUNNER -> around.catalog().add(plan.name(), new AppRunnerService(plan, around, running));
        };
    }

    public List<FargateService> onFargate() {
        return all.stream()
                .filter(FargateService.class::isInstance)
                .map(FargateService.class::cast)
                .toList();
    }

    /** By name, where {@link #all} has them as they were created. */
    public List<RunningService> inOrder() {
        return all.stream().sorted(Comparator.comparing(RunningService::name)).toList();
    }

    /** What services write, by the names of the log groups. */
    public List<Output<String>> logGroups() {
        return all.stream().map(RunningService::logGroup).toList();
    }

    /** What experiments may touch: all tasks, and the subnets of one zone. */
    public ExperimentTargets experimentTargets(
            Cluster cluster, List<Output<String>> zone, Optional<Output<String>> stop) {
        var targets = new TreeMap<String, ExperimentTargets.Service>();
        onFargate()
                .forEach(service -> targets.put(
                        service.name(),
                        new ExperimentTargets.Service(
                                service.serviceName(),
                                service.settings().tasks().min())));
        return new ExperimentTargets(cluster.arn(), targets, zone, stop);
    }

    /** Hands deployments to CodeDeploy where they are blue-green; the alarm turns one back. */
    public void createDeployments(Optional<Cluster> cluster, Optional<Output<String>> alarm) {
        onFargate().stream()
                .filter(service -> service.settings().deploy() == Deploy.BLUE_GREEN)
                .forEach(service -> new BlueGreen(service, cluster.orElseThrow(), alarm));
    }
}
