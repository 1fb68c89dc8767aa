package groundwork.settings.reference;

import groundwork.settings.reader.Field;

/** A setting in sentences. */
final class Prose {
    private Prose() {}

    /** For a hint in an editor, where nothing else is at hand. */
    static String hint(Field field, Standard standard) {
        return meaning(field)
                + labelled("Default", standard.exists() ? standard.text() : "")
                + labelled("Example", field.about().example());
    }

    static String meaning(Field field) {
        var about = field.about();
        return about.value() + "." + labelled("Costs", about.cost()) + labelled("A change replaces", about.replaces());
    }

    private static String labelled(String label, String text) {
        return text.isEmpty() ? "" : " " + label + ": " + text + ".";
    }
}
