package groundwork.plan;

import static java.util.Objects.requireNonNull;

import groundwork.aws.GlobalRegion;
import groundwork.settings.StackSettings;
import groundwork.settings.observe.AlarmSettings;
import java.util.Optional;

/**
 * Who is told of what goes wrong.
 *
 * @param watchesGlobalRegion whether alarms of CloudFront need a topic of their own, in its region
 * @param takesEvents whether EventBridge publishes to the topic
 */
public record AlertPlan(AlarmSettings settings, boolean watchesGlobalRegion, boolean takesEvents) {
    public AlertPlan {
        requireNonNull(settings, "settings is null");
    }

    static Optional<AlertPlan> of(String region, StackSettings settings) {
        var alarms = settings.observability().alarms();
        return settings.hasAlarmTopic()
                ? Optional.of(new AlertPlan(
                        alarms,
                        alarms.enabled() && settings.cdn().isPresent() && !region.equals(GlobalRegion.NAME),
                        settings.tellsOfEvents()))
                : Optional.empty();
    }
}
