package groundwork.compute.apprunner;

import groundwork.settings.service.HealthSettings;
import groundwork.settings.service.Platform;
import java.time.Duration;
import java.util.Optional;

/** A health check as App Runner makes it; a placeholder has only to accept connections. */
record AppRunnerHealth(
        String protocol, Optional<String> path, int intervalSeconds, int timeoutSeconds, int healthy, int unhealthy) {
    private static final long MOST_SECONDS =
            Platform.APP_RUNNER.healthCheck().range("interval").highest();

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
