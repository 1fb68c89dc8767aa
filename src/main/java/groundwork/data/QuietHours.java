package groundwork.data;

import java.time.LocalTime;

/** When AWS may copy what holds data, and mend caches, in UTC; the two never overlap. */
public final class QuietHours {
    public static final LocalTime BACKUPS = LocalTime.of(3, 0);
    public static final String SNAPSHOTS_OF_CACHES = "03:00-04:00";
    public static final String MAINTENANCE_OF_CACHES = "sun:04:30-sun:05:30";

    private QuietHours() {}
}
