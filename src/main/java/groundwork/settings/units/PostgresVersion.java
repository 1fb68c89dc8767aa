package groundwork.settings.units;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A version of PostgreSQL, written {@code 16} or {@code 16.4}; without a minor one it is AWS's newest. */
public record PostgresVersion(int major, OptionalInt minor) {
    /** Older ones are past standard support: AWS creates them with paid extended support alone. */
    public static final int OLDEST = 14;

    public static final int NEWEST = 18;

    /**
     * When standard support ends, at the end of the month, on RDS and Aurora alike: AWS's release calendars for RDS for PostgreSQL and
     * for Aurora PostgreSQL, read in November 2026.
     */
    private static final Map<Integer, YearMonth> SUPPORTED_UNTIL = Map.of(
            14, YearMonth.of(2027, 2), 15, YearMonth.of(2028, 2), 16, YearMonth.of(2029, 2), 17, YearMonth.of(2030, 2));

    private static final YearMonth SOON = YearMonth.of(2027, 11);

    /** The first minor versions of Aurora that can pause; later major ones always could. */
    private static final Map<Integer, Integer> FIRST_THAT_PAUSES = Map.of(14, 12, 15, 7, 16, 3);

    public PostgresVersion {
        requireNonNull(minor, "minor is null");
    }

    public static PostgresVersion parse(String text) {
        var parts = text.split("\\.");
        return new PostgresVersion(
                Integer.parseInt(parts[0]),
                parts.length == 1 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(parts[1])));
    }

    /** The end of standard support, where it is less than a year away. */
    public Optional<YearMonth> supportEndsSoon() {
        return Optional.ofNullable(SUPPORTED_UNTIL.get(major)).filter(end -> !end.isAfter(SOON));
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
