package groundwork.settings.rules.compute;

import groundwork.aws.NumberRange;
import groundwork.settings.rules.Draft;
import groundwork.settings.service.ServiceSettings;
import java.time.Duration;

/** Health checks within what those who ask can do: a load balancer and ECS, or App Runner. */
public final class HealthRules {
    private static final String BALANCED = "aws:lb/targetGroup:TargetGroup";
    private static final String ON_APP_RUNNER = "aws:apprunner/service:Service";

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
        takesTime("interval", health.interval());
        takesTime("timeout", health.timeout());
        counts("healthy", "healthyThreshold", health.healthy());
        counts("unhealthy", "unhealthyThreshold", health.unhealthy());
    }

    private void takesTime(String key, Duration given) {
        var range = NumberRange.of(BALANCED, "healthCheck." + key);
        draft.at("services", name, "health", key)
                .unless(
                        given.toSeconds() >= range.lowest(),
                        "%ss is out of range: an ALB health check takes at least %ss",
                        given.toSeconds(),
                        range.lowest());
    }

    private void counts(String key, String property, int given) {
        var range = NumberRange.of(BALANCED, "healthCheck." + property);
        draft.at("services", name, "health", key)
                .unless(
                        range.contains(given),
                        "%d is out of range: an ALB health check takes a threshold of %d to %d",
                        given,
                        range.lowest(),
                        range.highest());
    }

    /** Defaults are cut; only what was asked for in so many words is a problem. */
    private void appRunnerAsksOftenEnough(String key, Duration given) {
        long most =
                NumberRange.of(ON_APP_RUNNER, "healthCheckConfiguration." + key).highest();
        draft.at("services", name, "health", key)
                .unless(
                        given.toSeconds() <= most || !draft.isWritten("services", name, "health", key),
                        "%ss is out of range: App Runner takes at most %ss",
                        given.toSeconds(),
                        most);
    }
}
