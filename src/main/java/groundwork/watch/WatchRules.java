package groundwork.watch;

import static java.util.Objects.requireNonNull;

import groundwork.plan.ObservabilityPlan;
import groundwork.plan.names.Names;
import groundwork.settings.observe.AlarmSettings;

/**
 * What the stack file says for all that is watched.
 *
 * @param insights whether Container Insights is on
 * @param sleeps whether the environment sleeps when nobody uses it
 */
public record WatchRules(Names names, AlarmSettings alarms, boolean insights, boolean sleeps) {
    public WatchRules {
        requireNonNull(names, "names is null");
        requireNonNull(alarms, "alarms is null");
    }

    public static WatchRules of(Names names, ObservabilityPlan plan) {
        var observability = plan.settings();
        return new WatchRules(names, observability.alarms(), observability.insights(), plan.sleeps());
    }

    /** Where services write. */
    public String logs() {
        return names.path("services");
    }

    public String logs(String service) {
        return names.path("services", service);
    }
}
