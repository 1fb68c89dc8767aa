package groundwork.plan.edge;

import static java.util.Objects.requireNonNull;

/** One rule of the load balancer's listener. */
public record RulePlan(Route route, int priority) {
    public RulePlan {
        requireNonNull(route, "route is null");
    }

    public String suffix() {
        return route.suffix();
    }
}
