package groundwork.compute.week;

import static java.util.Objects.requireNonNull;

import com.pulumi.core.Output;
import groundwork.compute.Cluster;
import groundwork.compute.fargate.FargateService;
import groundwork.compute.scaling.ScalableRange;
import groundwork.permissions.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A service that rests at night: its cluster's ARN, its name in ECS, and how many tasks it has by day. */
public record WeekService(
        String name, Output<String> cluster, Output<String> service, Optional<ScalableRange> range, int tasks) {
    private static final String NAMESPACE = "ecs";
    private static final String CLUSTER = ":cluster/";

    public WeekService {
        requireNonNull(name, "name is null");
        requireNonNull(range, "range is null");
    }

    static WeekService of(FargateService service, Cluster cluster) {
        var tasks = service.settings().tasks();
        var range = tasks.scales()
                ? Optional.of(new ScalableRange(tasks.min(), tasks.most()))
                : Optional.<ScalableRange>empty();
        return new WeekService(service.name(), cluster.arn(), service.serviceName(), range, tasks.min());
    }

    WeekCall stop() {
        return range.map(any -> scale(ScalableRange.NONE)).orElseGet(() -> run(0));
    }

    WeekCall start() {
        return range.map(this::scale).orElseGet(() -> run(tasks));
    }

    /** Whoever changes a scalable target must be allowed to do to the service what the target does. */
    List<Statement> permissions() {
        var arn = Output.format("%s/%s", cluster.applyValue(known -> known.replace(CLUSTER, ":service/")), service);
        if (range.isEmpty()) {
            return List.of(Statement.allow("ecs:UpdateService").on(arn));
        }
        return List.of(
                Statement.allow("ecs:DescribeServices", "ecs:UpdateService").on(arn),
                Statement.allow("application-autoscaling:RegisterScalableTarget")
                        .on(cluster.applyValue(WeekService::targets))
                        .when("StringEquals", "application-autoscaling:service-namespace", Output.of(NAMESPACE)));
    }

    /** While the range is open, a count of none would be raised again at once. */
    private WeekCall scale(ScalableRange to) {
        return WeekCall.of(
                "applicationautoscaling:registerScalableTarget",
                Output.tuple(cluster, service)
                        .applyValue(known -> new TreeMap<>(Map.of(
                                "ServiceNamespace",
                                NAMESPACE,
                                "ScalableDimension",
                                "ecs:service:DesiredCount",
                                "ResourceId",
                                "service/%s/%s".formatted(known.t1.split(CLUSTER)[1], known.t2),
                                "MinCapacity",
                                to.min(),
                                "MaxCapacity",
                                to.max()))));
    }

    private WeekCall run(int count) {
        return WeekCall.of(
                "ecs:updateService",
                Output.tuple(cluster, service)
                        .applyValue(known -> new TreeMap<>(
                                Map.of("Cluster", known.t1, "Service", known.t2, "DesiredCount", count))));
    }

    /** AWS gives scalable targets ids of its own. */
    private static String targets(String cluster) {
        return cluster.replace(":ecs:", ":application-autoscaling:").split(CLUSTER)[0] + ":scalable-target/*";
    }
}
