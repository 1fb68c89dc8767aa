package groundwork.settings.units;

import static java.util.Objects.requireNonNull;

/** The text of a file; where settings are shown, only its length is. */
public record FileText(String text) {
    public FileText {
        requireNonNull(text, "text is null");
    }

    public static FileText parse(String text) {
        return new FileText(text);
    }

    @Override
    public String toString() {
        return "[%d lines]".formatted(text.lines().count());
    }
}
