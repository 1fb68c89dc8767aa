package groundwork.settings.reader;

import com.google.gson.JsonElement;
import groundwork.settings.text.Numbers;
import groundwork.settings.units.FileText;
import groundwork.settings.units.Sensitive;
import java.util.Optional;
import java.util.Set;

/** Reads a single value and holds it against what its setting allows. */
final class LeafReader {
    private static final Set<Class<?>> TEXTS = Set.of(String.class, Sensitive.class, FileText.class);

    private LeafReader() {}

    static Optional<Object> read(Shape.Leaf leaf, Field field, JsonElement json, Place place) {
        if (Secure.is(json)) {
            return Optional.of(Secure.UNKNOWN);
        }
        if (!json.isJsonPrimitive()) {
            place.problems().add("found %s: write %s", place.shown(leaf, json), field.wanted(leaf));
            return Optional.empty();
        }
        var text = json.getAsString();
        if (TEXTS.contains(leaf.scalar().type()) && Numbers.losesDigits(json.getAsJsonPrimitive())) {
            place.problems().add("%s", Numbers.QUOTE_IT);
            return Optional.empty();
        }
        var fault = fault(leaf, field, text);
        fault.ifPresent(message -> place.problems().add("%s%s", place.shown(leaf, json), message));
        return fault.isPresent() ? Optional.empty() : Optional.of(leaf.scalar().parse(text));
    }

    private static Optional<String> fault(Shape.Leaf leaf, Field field, String text) {
        try {
            leaf.scalar().parse(text);
        } catch (IllegalArgumentException e) {
            return Optional.of(": " + (e.getMessage() == null ? "write " + field.wanted(leaf) : e.getMessage()));
        }
        if (field.between()
                .filter(bounds -> !leaf.scalar().isBetween(text, bounds))
                .isPresent()) {
            return Optional.of(" is out of range: write " + field.wanted(leaf));
        }
        if (!field.takes(text)) {
            return Optional.of(": write " + field.wanted(leaf));
        }
        return Optional.empty();
    }
}
