package groundwork.settings.units;

import java.util.regex.Pattern;

/** A whole percentage, written {@code 50%} or {@code 50}. */
public record Percent(int value) implements Comparable<Percent> {
    private static final Pattern WRITTEN = Pattern.compile("\\d{1,3}%?");

    public Percent {
        if (value < 0 || value > 100) {
            throw new IllegalArgumentException("write a percentage from 0% to 100%");
        }
    }

    public static Percent parse(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            throw new IllegalArgumentException("write a percentage such as 50%");
        }
        return new Percent(Integer.parseInt(text.replace("%", "")));
    }

    @Override
    public int compareTo(Percent other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value + "%";
    }
}
