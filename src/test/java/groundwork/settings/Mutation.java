package groundwork.settings;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Does to a stack file what people, editors and templates do to it. */
final class Mutation {
    private static final List<String> KEYS = List.of(
            "",
            " ",
            "*",
            "a.b",
            "größe",
            "名前",
            "<<",
            "secure",
            "to",
            "min",
            "environment",
            "services",
            "x".repeat(300),
            "%s");
    private static final List<JsonElement> VALUES = JsonParser.parseString(
                    """
                    [null, true, 0, -1, 1.5, 1e400, 99999999999999999999, "", " ", "true", "0", "%s %d", "\\u0000", "💥", "1d",
                     "10.0.0.0/8", "999.1.1.1/40", "100%", "08:61", "Mars/Olympus", [], {}, [[[[1]]]], [null], [{}], {"": ""},
                     {"secure": "v1:x"}, {"secure": {}}, {"a": {"b": {"c": [1, {"d": null}]}}}, "*", "/", "app", "db"]
                    """)
            .getAsJsonArray()
            .asList();
    private static final List<String> SCRAPS = List.of(
            "\t", "{", "}", "[", ":", "- ", "\n", "&a ", "*a ", "!!x ", "'", "\"", "#", "%", "|", "\u0000", "é", "  ");

    private final Random random;

    Mutation(Random random) {
        this.random = random;
    }

    void of(JsonObject tree, int times) {
        for (int i = 0; i < times; i++) {
            var containers = new ArrayList<JsonElement>();
            collect(tree, containers);
            var chosen = oneOf(containers);
            if (chosen instanceof JsonObject block) {
                change(block);
            } else {
                change((JsonArray) chosen);
            }
        }
    }

    String of(String text, int times) {
        var changed = new StringBuilder(text);
        for (int i = 0; i < times; i++) {
            int place = random.nextInt(changed.length());
            switch (random.nextInt(3)) {
                case 0 -> changed.deleteCharAt(place);
                case 1 -> changed.insert(place, oneOf(SCRAPS));
                default -> changed.delete(place, Math.min(changed.length() - 1, place + random.nextInt(200)));
            }
        }
        return changed.toString();
    }

    private void change(JsonObject block) {
        if (block.size() == 0) {
            block.add(oneOf(KEYS), oneOf(VALUES).deepCopy());
            return;
        }
        var key = oneOf(List.copyOf(block.keySet()));
        var value = block.get(key);
        switch (random.nextInt(7)) {
            case 0 -> block.remove(key);
            case 1 -> block.add(oneOf(KEYS), block.remove(key));
            case 2 -> block.add(misspelled(key), block.remove(key));
            case 3 -> block.add(misspelled(key), value.deepCopy());
            case 4 -> block.add(key, wrapped(value.deepCopy()));
            default -> block.add(key, oneOf(VALUES).deepCopy());
        }
    }

    private void change(JsonArray list) {
        if (list.isEmpty() || random.nextBoolean()) {
            list.add(oneOf(VALUES).deepCopy());
        } else if (random.nextBoolean()) {
            list.add(list.get(random.nextInt(list.size())).deepCopy());
        } else {
            list.set(random.nextInt(list.size()), oneOf(VALUES).deepCopy());
        }
    }

    private JsonElement wrapped(JsonElement value) {
        if (random.nextBoolean()) {
            var list = new JsonArray();
            list.add(value);
            return list;
        }
        var block = new JsonObject();
        block.add(oneOf(KEYS), value);
        block.add("null", JsonNull.INSTANCE);
        return block;
    }

    private String misspelled(String key) {
        int place = key.isEmpty() ? 0 : random.nextInt(key.length());
        return new StringBuilder(key)
                .insert(place, (char) ('a' + random.nextInt(26)))
                .toString();
    }

    private void collect(JsonElement element, List<JsonElement> containers) {
        if (element instanceof JsonObject block) {
            containers.add(block);
            block.entrySet().forEach(entry -> collect(entry.getValue(), containers));
        } else if (element instanceof JsonArray list) {
            containers.add(list);
            list.forEach(each -> collect(each, containers));
        }
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
