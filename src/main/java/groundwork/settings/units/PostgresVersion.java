package groundwork.settings.units;

import static java.util.Objects.requireNonNull;

import groundwork.aws.PostgresReleases;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;

/** A version of PostgreSQL, written {@code 16} or {@code 16.4}; without a minor one it is AWS's newest. */
public record PostgresVersion(int major, OptionalInt minor) {
    private static final YearMonth SOON = YearMonth.of(2027, 11);

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
        return PostgresReleases.supportedUntil(major).filter(end -> !end.isAfter(SOON));
    }

    /** Whether Aurora Serverless of this version can go down to nothing. */
    public boolean canPause() {
        return minor.orElse(Integer.MAX_VALUE) >= PostgresReleases.firstThatPauses(major);
    }

    /** The first version of the same major one that can. */
    public PostgresVersion firstThatPauses() {
        return new PostgresVersion(major, OptionalInt.of(PostgresReleases.firstThatPauses(major)));
    }

    @Override
    public String toString() {
        return minor.isPresent() ? major + "." + minor.getAsInt() : String.valueOf(major);
    }
}
