package groundwork.plan.edge;

import groundwork.settings.compute.ServiceSettings;
import groundwork.settings.compute.ServiceSettings.Deploy;
import groundwork.settings.compute.ServiceSettings.RouteSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every target group and rule behind the one load balancer. */
public record RoutePlan(List<TargetGroupPlan> targetGroups) {
    private static final Comparator<Optional<Duration>> SHORTEST_FIRST =
            Comparator.comparing(sticky -> sticky.orElse(Duration.ZERO));

    public RoutePlan {
        targetGroups = List.copyOf(targetGroups);
    }

    public static RoutePlan of(Map<String, ServiceSettings> services) {
        var sorted = new TreeMap<>(services);
        var priorities = ListenerPriorities.of(owners(sorted).keySet());
        var groups = new ArrayList<TargetGroupPlan>();
        sorted.forEach((service, settings) -> {
            var bySticky = new TreeMap<Optional<Duration>, List<RulePlan>>(SHORTEST_FIRST);
            for (var route : settings.routes()) {
                bySticky.computeIfAbsent(route.sticky(), any -> new ArrayList<>())
                        .add(rule(route, priorities));
            }
            bySticky.forEach((sticky, rules) -> groups.add(group(service, settings, sticky, rules)));
        });
        return new RoutePlan(groups);
    }

    public List<TargetGroupPlan> of(String service) {
        return targetGroups.stream()
                .filter(group -> group.service().equals(service))
                .toList();
    }

    private static Map<Route, String> owners(SortedMap<String, ServiceSettings> services) {
        var owners = new HashMap<Route, String>();
        services.forEach((service, settings) -> settings.routes().forEach(route -> {
            var owner = owners.put(Route.of(route), service);
            if (owner != null) {
                throw new IllegalArgumentException(
                        "%s is a route of %s and again of %s".formatted(Route.of(route), owner, service));
            }
        }));
        return owners;
    }

    private static RulePlan rule(RouteSettings settings, Map<Route, Integer> priorities) {
        var route = Route.of(settings);
        return new RulePlan(route, priorities.get(route));
    }

    private static TargetGroupPlan group(
            String service, ServiceSettings settings, Optional<Duration> sticky, List<RulePlan> rules) {
        var suffix = sticky.map(time -> service + "-sticky-" + text(time)).orElse(service);
        var inOrder = rules.stream()
                .sorted(Comparator.comparingInt(RulePlan::priority))
                .toList();
        return new TargetGroupPlan(service, suffix, sticky, inOrder, settings.deploy() == Deploy.BLUE_GREEN);
    }

    private static String text(Duration time) {
        long seconds = time.toSeconds();
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        }
        return seconds % 3_600 == 0 ? seconds / 3_600 + "h" : seconds + "s";
    }
}
