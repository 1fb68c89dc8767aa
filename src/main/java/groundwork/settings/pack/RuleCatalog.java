package groundwork.settings.pack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import groundwork.files.TextResource;
import java.util.Set;

/** The texts of the policy pack's rules and their parameters: the pack's own file, {@code policy/rules.json}. */
public final class RuleCatalog {
    private RuleCatalog() {}

    public static Set<String> names() {
        return Rules.ALL.keySet();
    }

    /** The JSON schema of each parameter of a rule. */
    public static JsonObject parameters(String rule) {
        var entry = Rules.ALL.getAsJsonObject(rule);
        return entry.has("parameters") ? entry.getAsJsonObject("parameters") : new JsonObject();
    }

    /** What a rule demands, in a sentence. */
    public static String description(String rule) {
        return Rules.ALL.getAsJsonObject(rule).get("description").getAsString();
    }

    /** The settings that decide whether a rule holds, with {@code *} for the name of an entry; empty where none does. */
    public static String settings(String rule) {
        var entry = Rules.ALL.getAsJsonObject(rule);
        return entry.has("setting") ? entry.get("setting").getAsString() : "";
    }

    /** Loaded only for a stack file that names a rule. */
    private static final class Rules {
        private static final JsonObject ALL =
                JsonParser.parseString(TextResource.read("policy/rules.json")).getAsJsonObject();
    }
}
