package groundwork.settings.reference;

import com.google.gson.GsonBuilder;
import groundwork.settings.StackSettings;
import groundwork.settings.marks.Keys;
import groundwork.settings.reader.Block;
import groundwork.settings.reader.Field;
import groundwork.settings.reader.Shape;
import java.util.ArrayList;
import java.util.List;

/** A JSON schema for editors: completes, explains and checks a stack file while it is written. */
final class StackSchema {
    private static final String DRAFT = "http://json-schema.org/draft-07/schema#";
    private static final List<String> KEPT_BY_PULUMI = List.of("secretsprovider", "encryptedkey", "encryptionsalt");
    private static final String NAMED_BY_THE_PROJECT = "system";

    private StackSchema() {}

    static String text() {
        var gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
        return gson.toJson(file().build()) + "\n";
    }

    private static Json file() {
        var properties = Json.object().with("config", config()).with("environment", Json.object());
        KEPT_BY_PULUMI.forEach(key -> properties.with(key, Json.type("string")));
        return Json.object()
                .with("$schema", DRAFT)
                .with("title", "A stack file of groundwork")
                .with("type", "object")
                .with("properties", properties)
                .with("required", Json.texts(List.of("config")))
                .with("additionalProperties", false);
    }

    private static Json config() {
        var properties = Json.object()
                .with("aws:region", Json.type("string").with("description", "The region that the stack lives in."));
        var required = new ArrayList<>(List.of("aws:region"));
        for (var field : Block.of(StackSettings.class).fields()) {
            var standard = Standard.root().at(field.name());
            properties.with("groundwork:" + field.name(), setting(field, standard));
            if (isRequired(field, standard) && !field.name().equals(NAMED_BY_THE_PROJECT)) {
                required.add("groundwork:" + field.name());
            }
        }
        return Json.type("object")
                .with("properties", properties)
                .with("patternProperties", Json.object().with("^(?!groundwork:)[^:]+:.+$", Json.object()))
                .with("required", Json.texts(required))
                .with("additionalProperties", false);
    }

    private static Json setting(Field field, Standard standard) {
        var schema = shape(field.shape(), field, standard).with("description", Prose.hint(field, standard));
        standard.shared().ifPresent(value -> schema.with("default", value));
        return schema;
    }

    private static Json shape(Shape shape, Field field, Standard standard) {
        if (shape instanceof Shape.Leaf leaf) {
            return LeafSchema.of(leaf.scalar(), field);
        }
        if (shape instanceof Shape.Maybe maybe) {
            return shape(maybe.content(), field, standard);
        }
        if (shape instanceof Shape.Many many) {
            return Json.type("array").with("items", shape(many.element(), field, standard.ofElements()));
        }
        if (shape instanceof Shape.Named named && named.entry() instanceof Shape.Free) {
            return RuleSchema.changes();
        }
        if (shape instanceof Shape.Named named) {
            var keys = field.keys().map(Keys::value).orElse(Field.NAME);
            return Json.type("object")
                    .with("propertyNames", Json.object().with("pattern", LeafSchema.whole(keys)))
                    .with("additionalProperties", shape(named.entry(), field, standard.ofEntries()));
        }
        return group(((Shape.Group) shape).block(), standard);
    }

    private static Json group(Block block, Standard standard) {
        var properties = Json.object();
        block.fields().forEach(field -> properties.with(field.name(), setting(field, standard.at(field.name()))));
        var whole = Json.type("object").with("properties", properties).with("additionalProperties", false);
        var required = block.fields().stream()
                .filter(field -> isRequired(field, standard.at(field.name())))
                .map(Field::name)
                .toList();
        if (!required.isEmpty()) {
            whole.with("required", Json.texts(required));
        }
        return block.shortForm()
                .map(form -> Json.anyOf(shape(form.shape(), form, standard.at(form.name())), whole))
                .orElse(whole);
    }

    private static boolean isRequired(Field field, Standard standard) {
        return field.shape() instanceof Shape.Leaf && !standard.exists();
    }
}
