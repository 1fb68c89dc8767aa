package groundwork.plan.edge;

import static java.util.Objects.requireNonNull;

import groundwork.settings.service.ServiceSettings;
import groundwork.settings.service.ServiceSettings.Deploy;
import groundwork.settings.service.TargetGroupNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every target group and rule behind the one load balancer. */
public record RoutePlan(List<TargetGroupPlan> targetGroups, Optional<RulePlan> refused) {
    public RoutePlan {
        targetGroups = List.copyOf(targetGroups);
        requireNonNull(refused, "refused is null");
    }

    public static RoutePlan of(Map<String, ServiceSettings> services) {
        return of(services, Optional.empty());
    }

    public static RoutePlan of(Map<String, ServiceSettings> services, Optional<CdnFront> front) {
        var sorted = new TreeMap<>(services);
        var routes = new HashSet<>(owners(sorted).keySet());
        var fallbacks = front.map(cdn -> cdn.fallbacks(Set.copyOf(routes))).orElseGet(TreeMap::new);
        var refused = front.flatMap(CdnFront::refused);
        routes.addAll(fallbacks.keySet());
        refused.ifPresent(routes::add);
        var priorities = ListenerPriorities.of(routes);
        var groups = new ArrayList<TargetGroupPlan>();
        sorted.forEach((service, settings) -> {
            var suffixes = TargetGroupNames.of(service, settings.routes());
            var rulesOf = new TreeMap<String, List<RulePlan>>();
            for (var written : settings.routes()) {
                var route = Route.of(written);
                var rules = rulesOf.computeIfAbsent(suffixes.get(written.sticky()), any -> new ArrayList<>());
                rules.add(rule(settings.deploy(), route, priorities.get(route)));
                fallbacks.forEach((fallback, answering) -> {
                    if (answering.equals(route)) {
                        rules.add(rule(settings.deploy(), fallback, priorities.get(fallback)));
                    }
                });
            }
            suffixes.forEach((sticky, suffix) -> groups.add(new TargetGroupPlan(
                    service, suffix, sticky, inOrder(rulesOf.get(suffix)), settings.deploy() == Deploy.BLUE_GREEN)));
        });
        return new RoutePlan(groups, refused.map(route -> RulePlan.of(route, priorities.get(route))));
    }

    public List<TargetGroupPlan> of(String service) {
        return targetGroups.stream()
                .filter(group -> group.service().equals(service))
                .toList();
    }

    private static RulePlan rule(Deploy deploy, Route route, int priority) {
        return deploy == Deploy.BLUE_GREEN ? RulePlan.ofCodeDeploy(route, priority) : RulePlan.of(route, priority);
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

    private static List<RulePlan> inOrder(List<RulePlan> rules) {
        return rules.stream()
                .sorted(Comparator.comparingInt(RulePlan::priority))
                .toList();
    }
}
