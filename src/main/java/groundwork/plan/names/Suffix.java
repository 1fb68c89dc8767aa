package groundwork.plan.names;

/** A text as a part of a logical name. */
public final class Suffix {
    private static final String WILDCARD = "any";

    private Suffix() {}

    /** Its words in kebab case, {@code any} for {@code *}; a hash tells apart what the words alone would not. */
    public static String of(String text, String separator) {
        var words = text.toLowerCase()
                .replace("*", WILDCARD)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        if (words.isEmpty()) {
            return Names.hash(text);
        }
        var back = words.replace("-", separator).replaceAll("\\b" + WILDCARD + "\\b", "*");
        return back.equals(text) ? words : words + "-" + Names.hash(text);
    }
}
