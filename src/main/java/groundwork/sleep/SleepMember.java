package groundwork.sleep;

import com.pulumi.core.Output;
import groundwork.compute.Cluster;
import groundwork.compute.fargate.FargateService;
import groundwork.data.Database;
import groundwork.edge.RoutedTargets;
import groundwork.plan.sleep.Sleeper;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Something that sleeps, as the functions know it. */
record SleepMember(
        Sleeper sleeper,
        Output<String> arn,
        boolean scales,
        boolean hasTargetGroups,
        Output<Map<String, Object>> configuration) {
    private static final String CLUSTER = ":cluster/";

    static SleepMember of(Sleeper sleeper, Database database) {
        return new SleepMember(
                sleeper,
                database.arn(),
                false,
                false,
                database.identifier().applyValue(id -> with(sleeper, Map.of("id", id))));
    }

    static SleepMember of(Sleeper sleeper, FargateService service, Cluster cluster) {
        var groups = Output.all(service.targets().stream()
                .map(RoutedTargets::arns)
                .map(Output::all)
                .toList());
        var configuration = Output.tuple(cluster.clusterName(), service.serviceName(), groups)
                .applyValue(known -> {
                    var more = new TreeMap<String, Object>(Map.of("cluster", known.t1, "service", known.t2));
                    if (!known.t3.isEmpty()) {
                        more.put("targets", known.t3);
                    }
                    more.putAll(size(service));
                    return with(sleeper, more);
                });
        var arn = Output.format(
                "%s/%s", cluster.arn().applyValue(known -> known.replace(CLUSTER, ":service/")), service.serviceName());
        return new SleepMember(
                sleeper,
                arn,
                service.settings().tasks().scales(),
                !service.targets().isEmpty(),
                configuration);
    }

    private static Map<String, Object> size(FargateService service) {
        var tasks = service.settings().tasks();
        var size = new TreeMap<String, Object>();
        if (tasks.scales()) {
            size.put("range", new TreeMap<>(Map.of("min", tasks.min(), "max", tasks.most())));
        } else {
            size.put("count", tasks.min());
        }
        if (service.routes().isPresent()) {
            size.put("routed", true);
        }
        if (service.settings().health().container().isPresent()) {
            size.put("health", true);
        }
        return size;
    }

    private static Map<String, Object> with(Sleeper sleeper, Map<String, Object> more) {
        var all = new TreeMap<>(more);
        all.put("kind", sleeper.kind().name().toLowerCase(Locale.ROOT));
        all.put("name", sleeper.name());
        return all;
    }
}
