package groundwork;

import static java.util.stream.Collectors.joining;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Policy documents as a test compares them: a line for each statement. */
public final class Policies {
    private Policies() {}

    /** {@code Allow action, action on resource by Service name when Test key value}. */
    public static List<String> lines(Object json) {
        var statements =
                JsonParser.parseString(json.toString()).getAsJsonObject().getAsJsonArray("Statement");
        return stream(statements)
                .map(statement -> line(statement.getAsJsonObject()))
                .toList();
    }

    private static String line(JsonObject statement) {
        var line = new StringBuilder(statement.get("Effect").getAsString());
        line.append(' ').append(list(statement, "Action")).append(" on ").append(list(statement, "Resource"));
        pairs(statement, "Principal").forEach(pair -> line.append(" by ").append(pair));
        if (statement.has("Condition")) {
            var conditions = statement.getAsJsonObject("Condition");
            for (var test : conditions.keySet()) {
                pairs(conditions, test)
                        .forEach(pair ->
                                line.append(" when ").append(test).append(' ').append(pair));
            }
        }
        return line.toString();
    }

    private static String list(JsonObject statement, String key) {
        return stream(statement.has(key) ? statement.getAsJsonArray(key) : new JsonArray())
                .map(JsonElement::getAsString)
                .collect(joining(", "));
    }

    private static List<String> pairs(JsonObject parent, String key) {
        return parent.has(key)
                ? parent.getAsJsonObject(key).entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue().getAsString())
                        .toList()
                : List.of();
    }

    private static Stream<JsonElement> stream(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
