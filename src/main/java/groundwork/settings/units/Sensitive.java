package groundwork.settings.units;

import static java.util.Objects.requireNonNull;

/** A value that may be encrypted in the stack file and must never be shown. */
public record Sensitive(String value) {
    /** What stands for it wherever values are shown. */
    public static final String MASK = "[secret]";

    public Sensitive {
        requireNonNull(value, "value is null");
    }

    public static Sensitive parse(String text) {
        return new Sensitive(text);
    }

    @Override
    public String toString() {
        return MASK;
    }
}
