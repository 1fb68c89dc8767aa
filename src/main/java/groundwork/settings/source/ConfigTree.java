package groundwork.settings.source;

import static java.util.stream.Collectors.toMap;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import groundwork.settings.problems.Problems;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The stack's configuration as one tree; Pulumi hands structured values over as JSON in a text. */
public final class ConfigTree {
    public static final String NAMESPACE = "groundwork:";
    private static final Gson GSON = new Gson();

    private ConfigTree() {}

    public static JsonObject of(Map<String, String> config, Problems problems) {
        var ours = config.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(NAMESPACE))
                .collect(toMap(
                        entry -> entry.getKey().substring(NAMESPACE.length()),
                        Map.Entry::getValue,
                        (one, other) -> one,
                        TreeMap::new));
        var tree = new JsonObject();
        ours.forEach((key, text) -> parse(text, problems.at(key)).ifPresent(json -> tree.add(key, json)));
        return tree;
    }

    private static Optional<JsonElement> parse(String text, Problems problems) {
        var trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return Optional.of(JsonNull.INSTANCE);
        }
        if (!trimmed.startsWith("{") && !trimmed.startsWith("[")) {
            return Optional.of(new JsonPrimitive(text));
        }
        try {
            return Optional.of(GSON.getAdapter(JsonElement.class).fromJson(trimmed));
        } catch (JsonParseException | IOException e) {
            problems.add("is not a JSON object or array; write it in the stack file as YAML");
            return Optional.empty();
        }
    }
}
