package groundwork.engine;

import static java.util.stream.Collectors.toMap;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import groundwork.plugin.Thing;
import java.util.Map;

/**
 * Settles creates that were cut short: what AWS has made goes into the state under its id, the rest is forgotten. Done on
 * the exported state, because {@code refresh --import-pending-creates} drops what it is told to import.
 */
record Adoption(Workspace workspace, Map<String, String> idsByUrn) {
    private static final String PENDING = "pending_operations";

    static Adoption of(Workspace workspace) {
        return new Adoption(
                workspace,
                workspace.cloud().things().stream().collect(toMap(Thing::urn, Thing::id, (first, second) -> first)));
    }

    /** How many were adopted; a refresh then reads how they stand. */
    int settle() {
        var state = JsonParser.parseString(workspace.exported()).getAsJsonObject();
        var deployment = state.getAsJsonObject("deployment");
        int adopted = 0;
        for (var pending : deployment.remove(PENDING).getAsJsonArray()) {
            adopted += adopt(pending.getAsJsonObject(), deployment.getAsJsonArray("resources")) ? 1 : 0;
        }
        workspace.imported(state.toString());
        return adopted;
    }

    private boolean adopt(JsonObject pending, JsonArray resources) {
        var resource = pending.getAsJsonObject("resource");
        String id = idsByUrn.get(resource.get("urn").getAsString());
        if (id == null || !pending.get("type").getAsString().equals("creating")) {
            return false;
        }
        resource.addProperty("id", id);
        resources.add(resource);
        return true;
    }
}
