package groundwork.change.causes;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/** A setting that two versions of a stack file give other values, by the keys and indices that lead to it. */
public record ChangedSetting(List<Object> path) {
    public ChangedSetting {
        path = List.copyOf(path);
    }

    /** The values of {@code base} with this setting as {@code other} has it. */
    public Map<String, String> taken(Map<String, String> base, Map<String, String> other) {
        var tree = ChangedSettings.tree(base);
        put(tree, ChangedSettings.tree(other), path);
        return ChangedSettings.values(tree);
    }

    private static void put(JsonElement into, JsonElement from, List<Object> path) {
        var step = path.get(0);
        var value = get(from, step);
        if (path.size() > 1 && get(into, step) != null && value != null) {
            put(get(into, step), value, path.subList(1, path.size()));
        } else if (into instanceof JsonObject object) {
            if (value == null) {
                object.remove((String) step);
            } else {
                object.add((String) step, value);
            }
        } else if (into instanceof JsonArray array) {
            array.set((Integer) step, value);
        }
    }

    private static JsonElement get(JsonElement from, Object step) {
        if (from instanceof JsonObject object) {
            return object.get((String) step);
        }
        return from instanceof JsonArray array && (Integer) step < array.size() ? array.get((Integer) step) : null;
    }

    /** As messages write it: {@code services.app.routes[1].sticky}. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        for (var step : path) {
            if (step instanceof Integer) {
                text.append('[').append(step).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step);
            }
        }
        return text.toString();
    }
}
