package groundwork.compute.task;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import groundwork.settings.service.ContainerHealthSettings;

/** How ECS asks a container from inside whether it is well. */
record ContainerCheck(ContainerHealthSettings health) {
    JsonObject toJson() {
        var shell = new JsonArray();
        shell.add("CMD-SHELL");
        shell.add(health.command());
        var json = new JsonObject();
        json.add("command", shell);
        json.addProperty("interval", health.interval().toSeconds());
        json.addProperty("timeout", health.timeout().toSeconds());
        json.addProperty("retries", health.retries());
        json.addProperty("startPeriod", health.grace().toSeconds());
        return json;
    }
}
