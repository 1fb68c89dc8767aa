package groundwork.plan.edge;

import static java.util.Objects.requireNonNull;

/**
 * One rule of the listener. What a rule of CodeDeploy leads to is not known here and never changed, so that it is another rule than
 * the one that ECS deployments leave alone.
 */
public record RulePlan(Route route, int priority, boolean isOfCodeDeploy) {
    public RulePlan {
        requireNonNull(route, "route is null");
    }

    static RulePlan of(Route route, int priority) {
        return new RulePlan(route, priority, false);
    }

    static RulePlan ofCodeDeploy(Route route, int priority) {
        return new RulePlan(route, ListenerPriorities.beforeIt(priority), true);
    }

    public String suffix() {
        return isOfCodeDeploy ? route.suffix() + "-blue-green" : route.suffix();
    }
}
