package groundwork.plan.edge;

import static java.util.Objects.requireNonNull;

import groundwork.settings.StackSettings;
import groundwork.settings.edge.LoadBalancerSettings;
import java.util.Optional;

/** The load balancer of services with routes, and the CDN in front of it. */
public record LoadBalancerPlan(LoadBalancerSettings settings, RoutePlan routes, Optional<CdnFront> front) {
    public LoadBalancerPlan {
        requireNonNull(settings, "settings is null");
        requireNonNull(routes, "routes is null");
        requireNonNull(front, "front is null");
    }

    static Optional<LoadBalancerPlan> of(StackSettings settings, RoutePlan routes, Optional<CdnFront> front) {
        return routes.targetGroups().isEmpty() || settings.entrance().isHttpApi()
                ? Optional.empty()
                : Optional.of(new LoadBalancerPlan(settings.loadBalancer(), routes, front));
    }
}
