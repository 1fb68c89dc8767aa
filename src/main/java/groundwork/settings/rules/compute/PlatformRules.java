package groundwork.settings.rules.compute;

import groundwork.settings.rules.Draft;
import groundwork.settings.service.Platform;
import groundwork.settings.service.ServiceSettings;
import java.util.List;
import java.util.stream.Stream;

/** What a platform does not have, by the path of the setting that asks for it. */
public final class PlatformRules {
    private static final List<Missing> MISSING = List.of(
            onFargate("applies only to App Runner; set cpu, memory or requestsPerMinute", "tasks", "concurrency"),
            onAppRunner("App Runner has no Spot capacity", "spot"),
            onAppRunner("App Runner has no exec", "exec"),
            onAppRunner("App Runner runs one container", "sidecars"),
            onAppRunner("App Runner runs one container", "init"),
            onAppRunner("App Runner has no volumes", "mounts"),
            onAppRunner("App Runner generates the address", "discovery"),
            onAppRunner("App Runner has no files", "files"),
            onAppRunner("App Runner instances can't be reached one by one", "scrape"),
            onAppRunner("App Runner has its own deployment strategy", "deploy"),
            onAppRunner("App Runner services can't read CloudWatch metrics of the account", "readsMetrics"),
            onAppRunner("App Runner has no read-only disks", "readonlyDisk"),
            onAppRunner("App Runner runs the user that the image sets", "user"),
            onAppRunner("App Runner has no stop timeout setting", "stopTimeout"),
            onAppRunner("App Runner scales by concurrency only", "tasks", "cpu"),
            onAppRunner("App Runner scales by concurrency only", "tasks", "memory"),
            onAppRunner("App Runner scales by concurrency only", "tasks", "requestsPerMinute"),
            onAppRunner("App Runner scales by concurrency only", "tasks", "backlog"),
            onAppRunner("App Runner has no scheduled scaling", "tasks", "schedule"),
            onAppRunner("App Runner has no cooldown settings", "tasks", "out"),
            onAppRunner("App Runner has no cooldown settings", "tasks", "in"),
            onAppRunner("only HTTP 200 counts as healthy on App Runner", "health", "matcher"),
            onAppRunner("App Runner has no health check grace period", "health", "grace"),
            onAppRunner("App Runner has no container health check", "health", "container"));

    private final Draft draft;
    private final String name;
    private final ServiceSettings service;

    private record Missing(Platform platform, String message, String... path) {}

    public PlatformRules(Draft draft, String name, ServiceSettings service) {
        this.draft = draft;
        this.name = name;
        this.service = service;
    }

    public void check() {
        MISSING.stream()
                .filter(missing -> missing.platform() == service.platform())
                .forEach(this::isNotAskedFor);
    }

    private void isNotAskedFor(Missing missing) {
        var path = Stream.concat(Stream.of("services", name), Stream.of(missing.path()))
                .toArray(String[]::new);
        draft.at(path).unless(!draft.isWritten(path) || !draft.isSound(path), "%s", missing.message());
    }

    private static Missing onFargate(String message, String... path) {
        return new Missing(Platform.FARGATE, message, path);
    }

    private static Missing onAppRunner(String why, String... path) {
        return new Missing(Platform.APP_RUNNER, why + "; remove it, or choose platform: fargate", path);
    }
}
