package groundwork.settings.reference;

import static java.util.Map.entry;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Matching;
import groundwork.settings.pack.RuleName;
import groundwork.settings.reader.Field;
import groundwork.settings.text.Scalar;
import groundwork.settings.units.BudgetShare;
import groundwork.settings.units.Cidr;
import groundwork.settings.units.Gigabytes;
import groundwork.settings.units.Percent;
import groundwork.settings.units.Sensitive;
import groundwork.settings.units.WeekWindow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The schema of a single value. */
final class LeafSchema {
    private static final List<String> TEXT_LIKE = List.of("string", "number", "boolean");

    private static final Map<Class<?>, Function<Field, Json>> KNOWN = Map.ofEntries(
            entry(String.class, LeafSchema::text),
            entry(Integer.class, field -> number("integer", field)),
            entry(BigDecimal.class, field -> number("number", field)),
            entry(Boolean.class, field -> Json.type("boolean")),
            entry(
                    Duration.class,
                    field -> Json.anyOf(pattern("\\d{1,9}[smhd]"), Json.object().with("const", 0))),
            entry(LocalDate.class, field -> pattern("\\d{4}-\\d{2}-\\d{2}")),
            entry(RuleName.class, field -> RuleSchema.names()),
            entry(LocalTime.class, field -> pattern("([01]\\d|2[0-3]):[0-5]\\d")),
            entry(Percent.class, field -> Json.anyOf(pattern("(100|\\d{1,2})%"), wholeNumber(0, 100))),
            entry(
                    BudgetShare.class,
                    field -> Json.anyOf(pattern("\\d{1,4}%"), wholeNumber(BudgetShare.LEAST, BudgetShare.MOST))),
            entry(Gigabytes.class, field -> Json.anyOf(pattern("\\d{1,6} ?(GB|GiB|TB|TiB)"), wholeNumber(0, 999_999))),
            entry(Cidr.class, field -> pattern("(\\d{1,3}\\.){3}\\d{1,3}/\\d{1,2}")),
            entry(WeekWindow.class, field -> pattern(WeekWindow.FORM)),
            entry(Sensitive.class, field -> Json.anyOf(Json.type("string"), encrypted())));

    private LeafSchema() {}

    static Json of(Scalar<?> scalar, Field field) {
        if (scalar.type().isEnum()) {
            return Json.object().with("enum", Json.texts(scalar.choices()));
        }
        return KNOWN.getOrDefault(scalar.type(), any -> Json.type("string")).apply(field);
    }

    private static Json text(Field field) {
        var text = Json.object().with("type", Json.texts(TEXT_LIKE));
        return field.matching()
                .map(Matching::value)
                .map(pattern -> text.with("pattern", whole(pattern)))
                .orElse(text);
    }

    private static Json number(String type, Field field) {
        var number = Json.type(type);
        return field.between().map(bounds -> bounded(number, bounds)).orElse(number);
    }

    private static Json bounded(Json number, Between bounds) {
        return number.with("minimum", new BigDecimal(bounds.min())).with("maximum", new BigDecimal(bounds.max()));
    }

    private static Json wholeNumber(int least, int most) {
        return Json.type("integer").with("minimum", least).with("maximum", most);
    }

    private static Json encrypted() {
        return Json.type("object")
                .with("properties", Json.object().with("secure", Json.type("string")))
                .with("required", Json.texts(List.of("secure")))
                .with("additionalProperties", false);
    }

    private static Json pattern(String pattern) {
        return Json.type("string").with("pattern", whole(pattern));
    }

    static String whole(String pattern) {
        return "^(?:" + pattern + ")$";
    }
}
