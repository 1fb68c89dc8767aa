package groundwork.plan.compute;

import groundwork.aws.NumberRange;
import groundwork.settings.service.HealthSettings;
import java.time.Duration;
import java.util.Optional;

/** A health check as App Runner makes it; a placeholder has only to accept connections. */
public record AppRunnerHealth(
        String protocol, Optional<String> path, int intervalSeconds, int timeoutSeconds, int healthy, int unhealthy) {
    private static final long MOST_SECONDS = NumberRange.of(
                    "aws:apprunner/service:Service", "healthCheckConfiguration.interval")
            .highest();

    public static AppRunnerHealth of(HealthSettings health, boolean isPlaceholder) {
        return new AppRunnerHealth(
                isPlaceholder ? "TCP" : "HTTP",
                isPlaceholder ? Optional.empty() : Optional.of(health.path()),
                seconds(health.interval()),
                seconds(health.timeout()),
                health.healthy(),
                health.unhealthy());
    }

    private static int seconds(Duration time) {
        return (int) Math.min(time.toSeconds(), MOST_SECONDS);
    }
}
