package groundwork.aws;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;

/** Major versions of PostgreSQL, as RDS and Aurora offer them. */
public final class PostgresReleases {
    /** Older ones are past standard support: AWS creates them with paid extended support alone. */
    public static final int OLDEST = 14;

    public static final int NEWEST = 18;

    /** Names that no master user of RDS can have. */
    public static final String RESERVED_USERS = "admin|rdsadmin|user";

    /**
     * When standard support ends, at the end of the month, on RDS and Aurora alike: AWS's release calendars for RDS for PostgreSQL and
     * for Aurora PostgreSQL, read in November 2026.
     */
    private static final Map<Integer, YearMonth> SUPPORTED_UNTIL = Map.of(
            14, YearMonth.of(2027, 2), 15, YearMonth.of(2028, 2), 16, YearMonth.of(2029, 2), 17, YearMonth.of(2030, 2));

    /** The first minor versions of Aurora that can pause; later major ones always could. */
    private static final Map<Integer, Integer> FIRST_THAT_PAUSES = Map.of(14, 12, 15, 7, 16, 3);

    private PostgresReleases() {}

    public static Optional<YearMonth> supportedUntil(int major) {
        return Optional.ofNullable(SUPPORTED_UNTIL.get(major));
    }

    /** The first minor version of Aurora that goes down to 0 units. */
    public static int firstThatPauses(int major) {
        return FIRST_THAT_PAUSES.getOrDefault(major, 0);
    }
}
