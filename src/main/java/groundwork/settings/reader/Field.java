package groundwork.settings.reader;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Keys;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Repeats;
import groundwork.settings.marks.Setting;
import groundwork.settings.problems.Found;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** One key of a block. */
public record Field(
        String name,
        Shape shape,
        Setting about,
        Optional<Between> between,
        Optional<Matching> matching,
        Optional<Keys> keys,
        boolean repeats) {
    public static final String NAME = "(?=.{1,40}$)[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final String NAME_SAYS =
            "at most 40 lower-case letters, digits and single hyphens, starting with a letter";
    private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    static Field of(RecordComponent component) {
        return of(component.getName(), Shape.of(component), component);
    }

    /** The component of a generic record whose type is left to whoever uses the record, and so is what it means. */
    static Field of(RecordComponent open, Type type, RecordComponent about) {
        return of(open.getName(), new Shape.Maybe(Shape.of(type, about)), about);
    }

    private static Field of(String name, Shape shape, RecordComponent about) {
        return new Field(
                name,
                shape,
                about.getAnnotation(Setting.class),
                Optional.ofNullable(about.getAnnotation(Between.class)),
                Optional.ofNullable(about.getAnnotation(Matching.class)),
                Optional.ofNullable(about.getAnnotation(Keys.class)),
                about.isAnnotationPresent(Repeats.class));
    }

    /** What a person should write for a value of the shape: the setting itself, or a part of it. */
    String wanted(Shape part) {
        var wanted = expects(part);
        boolean whole = part.bare() == shape.bare();
        boolean listsAll = part.bare() instanceof Shape.Leaf leaf
                && !leaf.scalar().choices().isEmpty();
        return whole && !listsAll && !about.example().isEmpty() && !wanted.contains("such as")
                ? wanted + ", for example " + about.example()
                : wanted;
    }

    /** What is allowed, as exactly as the annotations tell. */
    public String expects(Shape part) {
        if (part.bare() instanceof Shape.Free) {
            return matching.map(Matching::says).orElseGet(part::expects);
        }
        if (!(part.bare() instanceof Shape.Leaf leaf)) {
            return part.expects();
        }
        return matching.map(Matching::says)
                .orElseGet(() -> leaf.expects() + between.map(Field::range).orElse(""));
    }

    /** Whether a text has the form that the setting asks for, if it asks for any. */
    boolean takes(String text) {
        return matching.map(Matching::value)
                .filter(form -> !matches(text, form))
                .isEmpty();
    }

    /** What is wrong with the key of a map's entry. */
    Optional<String> keyFault(String key) {
        var pattern = keys.map(Keys::value).orElse(NAME);
        if (matches(key, pattern)) {
            return Optional.empty();
        }
        var says = keys.map(Keys::says).orElse(NAME_SAYS);
        var cure = kebab(key);
        var such = keys.isEmpty() && matches(cure, pattern) ? ", such as \"" + cure + '"' : "";
        return Optional.of("%s can't be a key here: write %s%s".formatted(Found.quoted(key), says, such));
    }

    private static boolean matches(String text, String pattern) {
        return COMPILED.computeIfAbsent(pattern, Pattern::compile).matcher(text).matches();
    }

    private static String kebab(String key) {
        return key.replaceAll("([a-z])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+|-$", "");
    }

    private static String range(Between bounds) {
        return ", from %s to %s".formatted(bounds.min(), bounds.max());
    }
}
