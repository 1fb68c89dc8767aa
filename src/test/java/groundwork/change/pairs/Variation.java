package groundwork.change.pairs;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import groundwork.settings.LinkKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/** Changes a stack file as teams do: another value, one more or less, another name. */
record Variation(BaseStacks stacks, Random random) {
    private static final String NAMESPACE = "groundwork:";
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final List<String> NAMED =
            LinkKind.all().stream().map(LinkKind::block).toList();

    /** One place of the tree. */
    private record Spot(String path, JsonElement parent, Object key) {}

    void apply(JsonObject config) {
        switch (random.nextInt(10)) {
            case 0 -> addEntry(config);
            case 1 -> removeEntry(config);
            case 2 -> rename(config);
            case 3 -> addBlock(config);
            default -> changeValue(config);
        }
    }

    private void changeValue(JsonObject config) {
        var spots = new ArrayList<Spot>();
        config.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(NAMESPACE))
                .forEach(entry -> collect(
                        entry.getKey().substring(NAMESPACE.length()), config, entry.getKey(), entry.getValue(), spots));
        var spot = oneOf(spots);
        if (spot.parent() instanceof JsonObject block && spot.key() instanceof String key) {
            change(spot.path(), block, key);
        } else if (spot.parent() instanceof JsonArray list) {
            change(spot.path(), list, (Integer) spot.key());
        }
    }

    private void change(String path, JsonObject block, String key) {
        if (!key.startsWith(NAMESPACE) && random.nextInt(5) == 0) {
            block.remove(key);
        } else {
            block.add(key, other(path, block.get(key)));
        }
        if (random.nextInt(4) == 0) {
            addSibling(path, block);
        }
    }

    /** A setting of the same block that other files have. */
    private void addSibling(String path, JsonObject block) {
        int end = path.lastIndexOf('.');
        if (end < 0) {
            return;
        }
        var others = stacks.values(path.substring(0, end)).stream()
                .filter(JsonObject.class::isInstance)
                .flatMap(value -> ((JsonObject) value).entrySet().stream())
                .filter(entry -> !block.has(entry.getKey()))
                .toList();
        if (!others.isEmpty()) {
            var other = oneOf(others);
            block.add(other.getKey(), other.getValue().deepCopy());
        }
    }

    private void change(String path, JsonArray list, int index) {
        switch (random.nextInt(3)) {
            case 0 -> list.remove(index);
            case 1 -> list.add(other(path, list.get(index)));
            default -> list.set(index, other(path, list.get(index)));
        }
    }

    private JsonElement other(String path, JsonElement value) {
        var known =
                stacks.values(path).stream().filter(each -> !each.equals(value)).toList();
        if (!known.isEmpty() && random.nextInt(3) > 0) {
            return oneOf(known).deepCopy();
        }
        return value instanceof JsonPrimitive single ? other(single) : value;
    }

    private JsonPrimitive other(JsonPrimitive value) {
        if (value.isBoolean()) {
            return new JsonPrimitive(!value.getAsBoolean());
        }
        var text = value.getAsString();
        if (text.equals("true") || text.equals("false")) {
            return new JsonPrimitive(text.equals("true") ? "false" : "true");
        }
        var number = NUMBER.matcher(text);
        if (number.find() && number.group().length() < 6) {
            int changed = Math.max(
                    0, Integer.parseInt(number.group()) + List.of(1, -1, 2, 10).get(random.nextInt(4)));
            var other = text.substring(0, number.start()) + changed + text.substring(number.end());
            return value.isNumber() ? new JsonPrimitive(changed) : new JsonPrimitive(other);
        }
        return new JsonPrimitive(text + "x");
    }

    private void addEntry(JsonObject config) {
        var kind = oneOf(NAMED);
        var entries = stacks.values(kind + ".any");
        if (!entries.isEmpty()) {
            block(config, kind).add("added", oneOf(entries).deepCopy());
            link(config, "added");
        }
    }

    private void link(JsonObject config, String to) {
        var services = block(config, "services");
        if (services.size() > 0 && random.nextBoolean()) {
            var service = services.get(oneOf(List.copyOf(services.keySet())));
            if (service instanceof JsonObject settings && settings.get("links") instanceof JsonArray links) {
                links.add(to);
            }
        }
    }

    private void removeEntry(JsonObject config) {
        var kind = oneOf(NAMED);
        var entries = block(config, kind);
        if (entries.size() > 0) {
            var name = oneOf(List.copyOf(entries.keySet()));
            entries.remove(name);
            relink(config, name, "");
        }
    }

    private void rename(JsonObject config) {
        var kind = oneOf(NAMED);
        var entries = block(config, kind);
        if (entries.size() > 0) {
            var name = oneOf(List.copyOf(entries.keySet()));
            entries.add("renamed", entries.remove(name));
            relink(config, name, "renamed");
        }
    }

    private void addBlock(JsonObject config) {
        var name = oneOf(stacks.blocks());
        if (random.nextInt(3) == 0) {
            config.remove(NAMESPACE + name);
        } else {
            config.add(NAMESPACE + name, oneOf(stacks.values(name)).deepCopy());
        }
    }

    /** Points links to another target; to none where it has no name. */
    private static void relink(JsonElement in, String from, String to) {
        if (in instanceof JsonObject block) {
            for (Map.Entry<String, JsonElement> entry : List.copyOf(block.entrySet())) {
                if (entry.getKey().equals("links") && entry.getValue() instanceof JsonArray links) {
                    block.add("links", relinked(links, from, to));
                } else {
                    relink(entry.getValue(), from, to);
                }
            }
        }
    }

    private static JsonArray relinked(JsonArray links, String from, String to) {
        var relinked = new JsonArray();
        for (var link : links) {
            boolean isIt = link instanceof JsonPrimitive name
                    ? name.getAsString().equals(from)
                    : link instanceof JsonObject block
                            && block.has("to")
                            && block.get("to").getAsString().equals(from);
            if (!isIt) {
                relinked.add(link);
            } else if (!to.isEmpty() && link instanceof JsonObject block) {
                block.addProperty("to", to);
                relinked.add(block);
            } else if (!to.isEmpty()) {
                relinked.add(to);
            }
        }
        return relinked;
    }

    private static JsonObject block(JsonObject config, String name) {
        if (!(config.get(NAMESPACE + name) instanceof JsonObject)) {
            config.add(NAMESPACE + name, new JsonObject());
        }
        return config.getAsJsonObject(NAMESPACE + name);
    }

    private void collect(String path, JsonElement parent, Object key, JsonElement value, List<Spot> spots) {
        if (value instanceof JsonObject block) {
            block.entrySet()
                    .forEach(entry ->
                            collect(path + "." + entry.getKey(), block, entry.getKey(), entry.getValue(), spots));
        } else if (value instanceof JsonArray list && list.size() > 0) {
            for (int index = 0; index < list.size(); index++) {
                collect(path + "[" + index + "]", list, index, list.get(index), spots);
            }
        } else {
            spots.add(new Spot(path, parent, key));
        }
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
