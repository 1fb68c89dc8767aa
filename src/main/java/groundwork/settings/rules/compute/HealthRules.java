package groundwork.settings.rules.compute;

import groundwork.settings.rules.Draft;
import groundwork.settings.service.ServiceSettings;
import java.time.Duration;

/** Health checks within what those who ask can do: a load balancer and ECS, or App Runner. */
public final class HealthRules {
    private static final int LEAST_COUNT = 2;
    private static final int MOST_COUNT = 10;
    private static final Duration LEAST_INTERVAL = Duration.ofSeconds(5);
    private static final Duration LEAST_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration MOST_ON_APP_RUNNER = Duration.ofSeconds(20);

    private final Draft draft;
    private final String name;
    private final ServiceSettings service;

    public HealthRules(Draft draft, String name, ServiceSettings service) {
        this.draft = draft;
        this.name = name;
        this.service = service;
    }

    public void check() {
        if (!draft.isSound("services", name, "health")) {
            return;
        }
        var health = service.health();
        if (service.isOnAppRunner()) {
            appRunnerAsksOftenEnough("interval", health.interval());
            appRunnerAsksOftenEnough("timeout", health.timeout());
            return;
        }
        takesTime("interval", health.interval(), LEAST_INTERVAL);
        takesTime("timeout", health.timeout(), LEAST_TIMEOUT);
        counts("healthy", health.healthy());
        counts("unhealthy", health.unhealthy());
    }

    private void takesTime(String key, Duration given, Duration least) {
        draft.at("services", name, "health", key)
                .unless(
                        given.compareTo(least) >= 0,
                        "%ss is too short on Fargate; give at least %ss",
                        given.toSeconds(),
                        least.toSeconds());
    }

    private void counts(String key, int given) {
        draft.at("services", name, "health", key)
                .unless(
                        given >= LEAST_COUNT && given <= MOST_COUNT,
                        "%d: answers are counted from 2 to 10 on Fargate",
                        given);
    }

    /** Defaults are cut; only what was asked for in so many words is a problem. */
    private void appRunnerAsksOftenEnough(String key, Duration given) {
        draft.at("services", name, "health", key)
                .unless(
                        given.compareTo(MOST_ON_APP_RUNNER) <= 0 || !draft.isWritten("services", name, "health", key),
                        "%ss is too long on App Runner; give at most 20s",
                        given.toSeconds());
    }
}
