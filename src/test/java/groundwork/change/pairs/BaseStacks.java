package groundwork.change.pairs;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import groundwork.Stacks;
import groundwork.settings.SettingPath;
import groundwork.settings.StackSettings;
import groundwork.settings.reader.Block;
import groundwork.settings.reader.Field;
import groundwork.settings.reader.Shape;
import groundwork.settings.text.YamlTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The stack files of the repository as trees, and every value that any of them, or an example, gives a setting. */
final class BaseStacks {
    private static final String EVERYTHING = "src/test/resources/stacks/Pulumi.everything.yaml";
    private static final String NAMESPACE = "groundwork:";

    private final Map<String, JsonObject> files = new TreeMap<>();
    private final Map<String, List<JsonElement>> values = new TreeMap<>();

    BaseStacks() {
        try {
            Stream.concat(Stacks.files(), Stream.of(EVERYTHING))
                    .forEach(file -> files.put(file, config(Path.of(file))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        files.values().forEach(config -> config.entrySet().forEach(entry -> {
            if (entry.getKey().startsWith(NAMESPACE)) {
                collect(entry.getKey().substring(NAMESPACE.length()), entry.getValue());
            }
        }));
        addExamples(Block.of(StackSettings.class), "");
    }

    List<String> names() {
        return List.copyOf(files.keySet());
    }

    JsonObject config(String name) {
        return files.get(name).deepCopy();
    }

    /** What a setting, or an entry, is elsewhere. */
    List<JsonElement> values(String path) {
        return values.getOrDefault(SettingPath.general(path), List.of());
    }

    /** Blocks that some file has. */
    List<String> blocks() {
        return values.keySet().stream().filter(path -> path.matches("\\w+")).toList();
    }

    private static JsonObject config(Path file) {
        try {
            return ((JsonObject) YamlTree.parse(Files.readString(file), file.toString())).getAsJsonObject("config");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void collect(String path, JsonElement value) {
        var known = values.computeIfAbsent(SettingPath.general(path), any -> new ArrayList<>());
        if (!known.contains(value)) {
            known.add(value);
        }
        if (value instanceof JsonObject block) {
            block.entrySet().forEach(entry -> collect(path + "." + entry.getKey(), entry.getValue()));
        } else if (value instanceof JsonArray list) {
            for (int index = 0; index < list.size(); index++) {
                collect(path + "[" + index + "]", list.get(index));
            }
        }
    }

    private void addExamples(Block block, String path) {
        for (var field : block.fields()) {
            var here = path.isEmpty() ? field.name() : path + "." + field.name();
            addExample(field, here);
            addExamples(field.shape().bare(), here);
        }
    }

    private void addExamples(Shape shape, String path) {
        if (shape instanceof Shape.Group group) {
            addExamples(group.block(), path);
        } else if (shape instanceof Shape.Named named) {
            addExamples(named.entry().bare(), path + ".*");
        } else if (shape instanceof Shape.Many many) {
            addExamples(many.element().bare(), path + "[]");
        }
    }

    private void addExample(Field field, String path) {
        if (!field.about().example().isEmpty()) {
            var example = YamlTree.parse("example: " + field.about().example().replace("`", ""), "example");
            if (example instanceof JsonObject parsed && parsed.has("example")) {
                collect(path, parsed.get("example"));
            }
        }
        if (field.shape().bare() instanceof Shape.Leaf leaf) {
            leaf.scalar().choices().forEach(choice -> collect(path, new JsonPrimitive(choice)));
        }
    }
}
