package groundwork.settings.reference;

import groundwork.settings.marks.Setting;
import groundwork.settings.reader.Field;
import java.util.Locale;

/** A setting in sentences. */
final class Prose {
    private Prose() {}

    /** For a hint in an editor, where nothing else is at hand. */
    static String hint(Field field, Standard standard) {
        return meaning(field)
                + labelled("Costs a month", field.about().cost())
                + labelled("A change replaces", Replaced.of(standard.path()))
                + labelled("Default", standard.exists() ? standard.text() : Setting.NOTHING)
                + labelled("Example", field.about().example());
    }

    static String meaning(Field field) {
        return field.about().value() + ".";
    }

    static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
    }

    /** What a block costs by being there; what its settings cost stands with them. */
    static String ofBlock(Field field) {
        return meaning(field) + labelled("Costs a month", field.about().cost());
    }

    private static String labelled(String label, String text) {
        return text.isEmpty() || text.equals(Setting.NOTHING) ? "" : " " + label + ": " + text + ".";
    }
}
