package groundwork.change.pairs;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;

/** Points links of a stack file to another target, or takes them out. */
final class Links {
    private static final String TO = "to";

    private Links() {}

    static void in(JsonElement tree, String from, Optional<String> to) {
        if (tree instanceof JsonObject block) {
            for (var entry : List.copyOf(block.entrySet())) {
                if (entry.getKey().equals("links") && entry.getValue() instanceof JsonArray links) {
                    block.add("links", changed(links, from, to));
                } else {
                    in(entry.getValue(), from, to);
                }
            }
        }
    }

    private static JsonArray changed(JsonArray links, String from, Optional<String> to) {
        var changed = new JsonArray();
        for (var link : links) {
            if (!target(link).equals(from)) {
                changed.add(link);
            } else {
                to.ifPresent(name -> changed.add(renamed(link, name)));
            }
        }
        return changed;
    }

    static String target(JsonElement link) {
        return link instanceof JsonObject block && block.has(TO) ? block.get(TO).getAsString() : link.getAsString();
    }

    private static JsonElement renamed(JsonElement link, String name) {
        if (link instanceof JsonObject block) {
            var renamed = block.deepCopy();
            renamed.addProperty(TO, name);
            return renamed;
        }
        return new JsonPrimitive(name);
    }
}
