package groundwork.plan;

import static java.util.Objects.requireNonNull;

import groundwork.settings.StackSettings;
import groundwork.settings.observe.ObservabilitySettings;
import java.util.Optional;

/** What is watched, who is told, and whether the environment sleeps. */
public record ObservabilityPlan(ObservabilitySettings settings, Optional<AlertPlan> alerts, boolean sleeps) {
    public ObservabilityPlan {
        requireNonNull(settings, "settings is null");
        requireNonNull(alerts, "alerts is null");
    }

    static ObservabilityPlan of(String region, StackSettings settings) {
        return new ObservabilityPlan(
                settings.observability(),
                AlertPlan.of(region, settings),
                settings.sleep().isPresent());
    }
}
