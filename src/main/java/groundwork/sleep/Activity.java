package groundwork.sleep;

import com.pulumi.core.Output;
import groundwork.compute.fargate.FargateService;
import groundwork.edge.RoutedTargets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The metrics by which use of an environment is told. */
final class Activity {
    private static final String NAMESPACE = "AWS/ApplicationELB";

    private Activity() {}

    /** Requests are counted by target group, so that scanners of the bare address don't count. */
    static List<Output<Map<String, Object>>> of(List<FargateService> services) {
        return services.stream()
                .flatMap(service -> service.targets().stream())
                .flatMap(Activity::requests)
                .toList();
    }

    private static Stream<Output<Map<String, Object>>> requests(RoutedTargets targets) {
        return targets.metricNames().stream()
                .map(names -> names.applyValue(known -> new TreeMap<>(Map.of(
                        "namespace",
                        NAMESPACE,
                        "metric",
                        "RequestCount",
                        "above",
                        0,
                        "dimensions",
                        new TreeMap<>(known)))));
    }
}
