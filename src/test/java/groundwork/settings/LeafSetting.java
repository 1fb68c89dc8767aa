package groundwork.settings;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import groundwork.settings.marks.Keys;
import groundwork.settings.problems.Problems;
import groundwork.settings.reader.Block;
import groundwork.settings.reader.Field;
import groundwork.settings.reader.Shape;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A setting with nothing below it but values: where it stands, and how a stack file gets there. */
public record LeafSetting(String path, Field field, UnaryOperator<JsonElement> around) {
    private static final List<String> NAMES = List.of("x", "X", "/a/b", "index");

    public static Stream<LeafSetting> all() {
        return below(Block.of(StackSettings.class), "", value -> value);
    }

    public Shape shape() {
        return field.shape().bare();
    }

    /** The whole tree of a stack file that says nothing but this. */
    public JsonObject with(JsonElement value) {
        return around.apply(value).getAsJsonObject();
    }

    /** What an entry of the setting is called. */
    String nameOfEntry() {
        return name(field);
    }

    @Override
    public String toString() {
        return path;
    }

    private static Stream<LeafSetting> below(Block block, String path, UnaryOperator<JsonElement> around) {
        return block.fields().stream()
                .flatMap(field -> of(
                        field.shape(),
                        field,
                        Problems.join(path, field.name()),
                        value -> around.apply(under(field.name(), value))));
    }

    private static Stream<LeafSetting> of(Shape shape, Field field, String path, UnaryOperator<JsonElement> around) {
        var bare = shape.bare();
        if (bare instanceof Shape.Group group) {
            return below(group.block(), path, around);
        }
        if (bare instanceof Shape.Named named && named.entry() instanceof Shape.Group group) {
            var name = name(field);
            return below(group.block(), Problems.join(path, name), value -> around.apply(under(name, value)));
        }
        if (bare instanceof Shape.Many many && many.element() instanceof Shape.Group group) {
            return below(group.block(), path + "[0]", value -> around.apply(first(value)));
        }
        return Stream.of(new LeafSetting(path, field, around));
    }

    private static String name(Field field) {
        var pattern = field.keys().map(Keys::value).orElse(Field.NAME);
        return NAMES.stream().filter(name -> name.matches(pattern)).findFirst().orElseThrow();
    }

    static JsonObject under(String key, JsonElement value) {
        var block = new JsonObject();
        block.add(key, value);
        return block;
    }

    static JsonArray first(JsonElement value) {
        var list = new JsonArray();
        list.add(value);
        return list;
    }
}
