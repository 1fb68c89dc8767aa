package groundwork.settings.units;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.OptionalInt;

/** A version of PostgreSQL, written {@code 16} or {@code 16.4}; without a minor one it is AWS's newest. */
public record PostgresVersion(int major, OptionalInt minor) {
    public static final int OLDEST = 11;
    public static final int OLDEST_SERVERLESS = 13;
    public static final int NEWEST = 18;

    /** The first minor versions of Aurora that can pause; later major ones always could. */
    private static final Map<Integer, Integer> FIRST_THAT_PAUSES = Map.of(13, 15, 14, 12, 15, 7, 16, 3);

    public PostgresVersion {
        requireNonNull(minor, "minor is null");
    }

    public static PostgresVersion parse(String text) {
        var parts = text.split("\\.");
        return new PostgresVersion(
                Integer.parseInt(parts[0]),
                parts.length == 1 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(parts[1])));
    }

    /** Whether Aurora Serverless of this version can go down to nothing. */
    public boolean canPause() {
        return minor.orElse(Integer.MAX_VALUE) >= FIRST_THAT_PAUSES.getOrDefault(major, 0);
    }

    /** The first version of the same major one that can. */
    public PostgresVersion firstThatPauses() {
        return new PostgresVersion(major, OptionalInt.of(FIRST_THAT_PAUSES.getOrDefault(major, 0)));
    }

    @Override
    public String toString() {
        return minor.isPresent() ? major + "." + minor.getAsInt() : String.valueOf(major);
    }
}
