package groundwork.settings;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import groundwork.settings.marks.Between;
import groundwork.settings.problems.Problems;
import groundwork.settings.reader.Field;
import groundwork.settings.reader.Shape;
import groundwork.settings.text.Scalar;
import groundwork.settings.units.FileText;
import groundwork.settings.units.Gigabytes;
import groundwork.settings.units.Percent;
import groundwork.settings.units.Sensitive;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Something that a setting can't be, and the path at which people are told so. */
public record BadValue(String path, JsonElement value) {
    private static final Set<Class<?>> ANY_TEXT = Set.of(String.class, Sensitive.class, FileText.class);
    private static final List<String> ODD_TEXTS = List.of("§ §", "", "x".repeat(5000));

    /** Of the wrong type, of no type, and where there are bounds, patterns or choices, outside of them. */
    public static List<BadValue> of(LeafSetting setting) {
        var path = setting.path();
        var bad = new ArrayList<BadValue>();
        bad.add(new BadValue(path, JsonNull.INSTANCE));
        if (setting.shape() instanceof Shape.Many many) {
            bad.add(new BadValue(path, new JsonObject()));
            each(many.element(), setting.field())
                    .forEach(value -> bad.add(new BadValue(path + "[0]", LeafSetting.first(value))));
        } else if (setting.shape() instanceof Shape.Named named) {
            var name = setting.nameOfEntry();
            bad.add(new BadValue(path, new JsonArray()));
            each(named.entry(), setting.field())
                    .forEach(value -> bad.add(new BadValue(Problems.join(path, name), LeafSetting.under(name, value))));
        } else {
            each(setting.shape(), setting.field()).forEach(value -> bad.add(new BadValue(path, value)));
        }
        return bad;
    }

    private static Stream<JsonElement> each(Shape shape, Field field) {
        if (shape instanceof Shape.Free) {
            return Stream.of(new JsonArray(), new JsonPrimitive("§"));
        }
        var scalar = ((Shape.Leaf) shape.bare()).scalar();
        var texts = new ArrayList<String>();
        if (!ANY_TEXT.contains(scalar.type())) {
            texts.add("§");
        }
        field.between().ifPresent(bounds -> texts.addAll(beyond(scalar, bounds)));
        field.matching()
                .flatMap(rule -> ODD_TEXTS.stream()
                        .filter(text -> !text.matches(rule.value()))
                        .findFirst())
                .ifPresent(texts::add);
        return Stream.concat(
                Stream.of(new JsonArray(), new JsonObject()), texts.stream().map(JsonPrimitive::new));
    }

    private static List<String> beyond(Scalar<?> scalar, Between bounds) {
        return List.of(next(scalar.parse(bounds.min()), -1), next(scalar.parse(bounds.max()), 1));
    }

    private static String next(Object bound, int step) {
        if (bound instanceof Integer number) {
            return Long.toString((long) number + step);
        }
        if (bound instanceof BigDecimal number) {
            return number.add(BigDecimal.valueOf(step)).toPlainString();
        }
        if (bound instanceof Duration time) {
            return time.toSeconds() + step + "s";
        }
        if (bound instanceof Percent percent) {
            return percent.value() + step + "%";
        }
        return ((Gigabytes) bound).value() + step + "GB";
    }
}
