package groundwork.compute.task;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import groundwork.aws.TaskLimits;
import groundwork.settings.service.HealthSettings;
import java.time.Duration;
import java.util.Optional;

/** How ECS asks a container from inside whether it is well. */
record ContainerCheck(String command, HealthSettings health) {
    private static final Duration LONGEST_GRACE = Duration.ofSeconds(TaskLimits.START_PERIOD.highest());

    static Optional<ContainerCheck> of(HealthSettings health) {
        return health.command().map(command -> new ContainerCheck(command, health));
    }

    JsonObject toJson() {
        var shell = new JsonArray();
        shell.add("CMD-SHELL");
        shell.add(command);
        var json = new JsonObject();
        json.add("command", shell);
        json.addProperty("interval", health.interval().toSeconds());
        json.addProperty("timeout", health.timeout().toSeconds());
        json.addProperty("retries", health.unhealthy());
        json.addProperty("startPeriod", grace().toSeconds());
        return json;
    }

    private Duration grace() {
        return health.grace().compareTo(LONGEST_GRACE) > 0 ? LONGEST_GRACE : health.grace();
    }
}
