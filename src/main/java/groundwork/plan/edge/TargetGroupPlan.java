package groundwork.plan.edge;

import static java.util.Objects.requireNonNull;

import groundwork.settings.service.TargetGroupNames;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A service's tasks as the load balancer sees them, for all routes that keep a browser equally long. */
public record TargetGroupPlan(
        String service, String suffix, Optional<Duration> sticky, List<RulePlan> rules, boolean hasAlternate) {
    public TargetGroupPlan {
        requireNonNull(service, "service is null");
        requireNonNull(suffix, "suffix is null");
        requireNonNull(sticky, "sticky is null");
        rules = List.copyOf(rules);
    }

    /** What comes after the service's name. */
    public String suffixOfService() {
        return suffix.substring(service.length());
    }

    /** What the group is called that takes turns with this one. */
    public String alternateSuffix() {
        return TargetGroupNames.alternate(suffix);
    }
}
