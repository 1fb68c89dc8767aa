package groundwork.sleep;

import com.pulumi.core.Output;
import groundwork.compute.fargate.FargateService;
import groundwork.edge.gateway.ApiEntrance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The metrics by which use of an environment is told. */
final class Activity {
    private static final String BALANCERS = "AWS/ApplicationELB";
    private static final String APIS = "AWS/ApiGateway";

    private Activity() {}

    /**
     * Requests are counted by target group, so that scanners of the bare address don't count, or by the services' HTTP API,
     * which nothing reaches but by its domain.
     */
    static List<Output<Map<String, Object>>> of(List<FargateService> services, Optional<ApiEntrance> api) {
        var byGroup = services.stream()
                .flatMap(service -> service.targets().stream())
                .flatMap(targets -> targets.metricNames().stream())
                .map(names -> metric(BALANCERS, "RequestCount", names));
        var byApi = api.map(ApiEntrance::metricNames).map(names -> metric(APIS, "Count", names)).stream();
        return Stream.concat(byGroup, byApi).toList();
    }

    private static Output<Map<String, Object>> metric(
            String namespace, String metric, Output<Map<String, String>> names) {
        return names.applyValue(known -> new TreeMap<>(
                Map.of("namespace", namespace, "metric", metric, "above", 0, "dimensions", new TreeMap<>(known))));
    }
}
