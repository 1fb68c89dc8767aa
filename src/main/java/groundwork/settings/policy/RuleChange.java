package groundwork.settings.policy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import groundwork.settings.pack.Level;
import groundwork.settings.pack.RuleCatalog;
import groundwork.settings.pack.RuleName;
import groundwork.settings.problems.Found;
import groundwork.settings.problems.Nearest;
import groundwork.settings.problems.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One entry of the rules in a stack file, held against what the pack says that the rule takes. */
final class RuleChange {
    static final String EXPECTS = "off, advisory or mandatory, or a block of level and the rule's parameters";
    private static final String LEVEL = "level";
    private static final List<String> LEVELS = Arrays.stream(Level.values())
            .map(level -> level.name().toLowerCase(Locale.ROOT))
            .toList();

    private RuleChange() {}

    static void check(String rule, JsonElement change, Problems problems) {
        if (!RuleCatalog.names().contains(rule)) {
            problems.add("there is no such rule; write a rule of the policy pack%s", RuleName.meant(rule));
        } else if (change instanceof JsonObject block) {
            problems.unless(block.size() > 0, "changes nothing; give a level or a parameter, or remove it");
            block.entrySet().forEach(entry -> checkKey(rule, entry.getKey(), entry.getValue(), problems));
        } else {
            checkLevel(change, EXPECTS, problems);
        }
    }

    private static void checkKey(String rule, String key, JsonElement value, Problems problems) {
        var parameters = RuleCatalog.parameters(rule);
        if (key.equals(LEVEL)) {
            checkLevel(value, "off, advisory or mandatory", problems.at(key));
        } else if (parameters.has(key)) {
            checkParameter(parameters.getAsJsonObject(key), value, problems.at(key));
        } else {
            var known = new ArrayList<>(List.of(LEVEL));
            known.addAll(parameters.keySet());
            problems.at(key)
                    .add(
                            "%s",
                            Nearest.to(key, known)
                                    .map(name -> "unknown parameter; did you mean \"" + name + "\"?")
                                    .orElse("unknown parameter; known here are " + String.join(", ", known)));
        }
    }

    private static void checkLevel(JsonElement value, String expects, Problems problems) {
        problems.unless(
                value instanceof JsonPrimitive text && LEVELS.contains(text.getAsString()),
                "found %s: write %s",
                Found.in(value),
                expects);
    }

    private static void checkParameter(JsonObject schema, JsonElement value, Problems problems) {
        var type = schema.get("type").getAsString();
        problems.unless(fits(type, schema, value), "found %s: write %s", Found.in(value), wanted(type, schema));
    }

    private static boolean fits(String type, JsonObject schema, JsonElement value) {
        return switch (type) {
            case "integer", "number" -> value instanceof JsonPrimitive number && isNumber(type, schema, number);
            case "boolean" -> value instanceof JsonPrimitive flag && flag.isBoolean();
            case "array" ->
                value instanceof JsonArray list
                        && list.asList().stream()
                                .allMatch(each -> each instanceof JsonPrimitive text && text.isString());
            default -> value instanceof JsonPrimitive text && text.isString();
        };
    }

    private static boolean isNumber(String type, JsonObject schema, JsonPrimitive number) {
        if (!number.isNumber()
                || type.equals("integer") && !number.getAsString().matches("-?\\d{1,9}")) {
            return false;
        }
        return !schema.has("minimum")
                || number.getAsBigDecimal().compareTo(schema.get("minimum").getAsBigDecimal()) >= 0;
    }

    private static String wanted(String type, JsonObject schema) {
        var least = schema.has("minimum") ? " from " + schema.get("minimum").getAsString() : "";
        return switch (type) {
            case "integer" -> "a whole number" + least;
            case "number" -> "a number" + least;
            case "boolean" -> "true or false";
            case "array" -> "a list of texts";
            default -> "a text";
        };
    }
}
