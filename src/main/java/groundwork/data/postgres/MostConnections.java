package groundwork.data.postgres;

import groundwork.aws.InstanceMemory;
import groundwork.settings.data.DatabaseSettings;

/** About how many connections a PostgreSQL server takes, which AWS makes of its memory. */
final class MostConnections {
    private static final double BYTES_PER_CONNECTION = 9_531_392;
    private static final double BYTES_PER_GIBIBYTE = 1L << 30;
    private static final int GIBIBYTES_PER_CAPACITY_UNIT = 2;
    private static final double SMALL_CAPACITY = 0.5;
    private static final int MOST = 5_000;
    private static final int MOST_OF_SMALL_CAPACITY = 2_000;

    /** A tenth of an instance's memory is the system's own. */
    private static final double USABLE = 0.9;

    private MostConnections() {}

    static int of(DatabaseSettings database) {
        if (database.isAurora()) {
            var capacity = database.capacity();
            boolean isSmall = capacity.min().doubleValue() <= SMALL_CAPACITY;
            return fitting(
                    capacity.max().doubleValue() * GIBIBYTES_PER_CAPACITY_UNIT,
                    isSmall ? MOST_OF_SMALL_CAPACITY : MOST);
        }
        int memory = InstanceMemory.gibibytes(database.instanceClass()).orElseThrow();
        return fitting(memory * USABLE, MOST);
    }

    private static int fitting(double gibibytes, int most) {
        return (int) Math.min(most, gibibytes * BYTES_PER_GIBIBYTE / BYTES_PER_CONNECTION);
    }
}
