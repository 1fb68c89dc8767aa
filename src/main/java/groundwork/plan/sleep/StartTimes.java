package groundwork.plan.sleep;

import groundwork.settings.edge.EntranceSettings;
import groundwork.settings.service.ServiceSettings;
import java.time.Duration;

/** How long things usually take to start; a first guess, until the environment has measured it. */
final class StartTimes {
    /** Of a stopped instance; AWS promises nothing, and minutes are what people report. */
    static final Duration DATABASE = Duration.ofMinutes(5);

    /** From a count above zero to a container that runs, for an image of some hundred megabytes. */
    static final Duration TASK = Duration.ofSeconds(50);

    private StartTimes() {}

    static Duration of(ServiceSettings service, EntranceSettings entrance) {
        return TASK.plus(checks(service, entrance));
    }

    private static Duration checks(ServiceSettings service, EntranceSettings entrance) {
        var health = service.health();
        if (service.isBalanced() && !entrance.isHttpApi()) {
            return health.interval().multipliedBy(health.healthy());
        }
        return health.container().map(container -> container.interval()).orElse(Duration.ZERO);
    }
}
