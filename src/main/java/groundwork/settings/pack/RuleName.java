package groundwork.settings.pack;

import groundwork.settings.problems.Nearest;

/** A rule of the policy pack. */
public record RuleName(String name) {
    public static RuleName parse(String text) {
        if (RuleCatalog.names().contains(text)) {
            return new RuleName(text);
        }
        throw new IllegalArgumentException("write a rule of the policy pack" + meant(text));
    }

    /** The name that was probably meant, as the end of a sentence. */
    public static String meant(String text) {
        return Nearest.to(text, RuleCatalog.names())
                .map(name -> "; did you mean \"" + name + "\"?")
                .orElse("; policy/README.md lists them");
    }

    @Override
    public String toString() {
        return name;
    }
}
