package groundwork.settings.observe;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Puts parts into a tree where nothing is yet, and keeps account of them. */
final class Additions {
    private final List<String> paths = new ArrayList<>();

    void merge(JsonObject part, JsonObject tree) {
        merge(part, tree, "");
    }

    List<String> paths() {
        return List.copyOf(paths);
    }

    private void merge(JsonObject part, JsonObject tree, String path) {
        for (var entry : part.entrySet()) {
            var key = entry.getKey();
            var at = path.isEmpty() ? key : path + "." + key;
            if (!tree.has(key)) {
                tree.add(key, entry.getValue());
                paths.add(at);
            } else if (entry.getValue() instanceof JsonObject inner && tree.get(key) instanceof JsonObject present) {
                merge(inner, present, at);
            }
        }
    }
}
