package groundwork.settings.units;

import java.util.regex.Pattern;

/** A whole number of GiB as AWS counts disks, written {@code 20GB}, {@code 1TB} or {@code 20}. */
public record Gigabytes(int value) implements Comparable<Gigabytes> {
    private static final Pattern WRITTEN = Pattern.compile("\\d{1,6} ?(GB|GiB|TB|TiB)?");
    private static final int PER_TERABYTE = 1024;

    public Gigabytes {
        if (value < 0) {
            throw new IllegalArgumentException("a size can't be negative");
        }
    }

    public static Gigabytes parse(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            throw new IllegalArgumentException("write a size such as 20GB or 1TB");
        }
        int number = Integer.parseInt(text.replaceAll("\\D", ""));
        return new Gigabytes(text.contains("T") ? Math.multiplyExact(number, PER_TERABYTE) : number);
    }

    @Override
    public int compareTo(Gigabytes other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value + "GB";
    }
}
