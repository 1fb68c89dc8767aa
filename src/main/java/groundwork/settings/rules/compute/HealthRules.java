package groundwork.settings.rules.compute;

import static java.util.stream.Collectors.joining;

import groundwork.settings.rules.Draft;
import groundwork.settings.service.Platform.HealthCheck;
import groundwork.settings.service.ServiceSettings;
import java.time.Duration;
import java.util.List;

/** Health checks within the limits of who makes them on the service's platform. */
public final class HealthRules {
    private static final List<String> BY_LOAD_BALANCER =
            List.of("path", "interval", "timeout", "healthy", "unhealthy", "matcher", "grace");

    private final Draft draft;
    private final String name;
    private final ServiceSettings service;
    private final HealthCheck check;

    public HealthRules(Draft draft, String name, ServiceSettings service) {
        this.draft = draft;
        this.name = name;
        this.service = service;
        check = service.platform().healthCheck();
    }

    public void check() {
        if (!draft.isSound("services", name, "health")) {
            return;
        }
        var health = service.health();
        doesSomething();
        takesTime("interval", health.interval());
        takesTime("timeout", health.timeout());
        counts("healthy", "healthyThreshold", health.healthy());
        counts("unhealthy", "unhealthyThreshold", health.unhealthy());
    }

    private void doesSomething() {
        boolean isBehindApi = draft.settings().entrance().isHttpApi() && service.isBalanced();
        if (!isBehindApi && (service.isWeb() || !service.platform().isInNetwork())) {
            return;
        }
        var idle = BY_LOAD_BALANCER.stream()
                .filter(key -> draft.isWritten("services", name, "health", key))
                .collect(joining(", "));
        boolean isShort = draft.isPlainText("services", name, "health");
        draft.warnAt("services", name, "health")
                .unless(
                        idle.isEmpty() && !isShort,
                        "%s nothing: only the load balancer asks for it, and %s; use health.container",
                        isShort ? "does" : idle + ": does",
                        isBehindApi ? "the entrance is an HTTP API" : "the service has no routes");
    }

    /** A default above the platform's limit is lowered to it; only what the stack file says is a problem. */
    private void takesTime(String key, Duration given) {
        var range = check.range(key);
        var at = draft.at("services", name, "health", key);
        at.unless(
                given.toSeconds() >= range.lowest(),
                "%ss is out of range: %s takes at least %ss",
                given.toSeconds(),
                check.asker(),
                range.lowest());
        at.unless(
                given.toSeconds() <= range.highest() || !draft.isWritten("services", name, "health", key),
                "%ss is out of range: %s takes at most %ss",
                given.toSeconds(),
                check.asker(),
                range.highest());
    }

    private void counts(String key, String property, int given) {
        var range = check.range(property);
        draft.at("services", name, "health", key)
                .unless(
                        range.contains(given),
                        "%d is out of range: %s takes a threshold of %d to %d",
                        given,
                        check.asker(),
                        range.lowest(),
                        range.highest());
    }
}
