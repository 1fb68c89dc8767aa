package groundwork.data;

/** When AWS may copy caches and mend them, in UTC; the two never overlap. */
public final class QuietHours {
    public static final String SNAPSHOTS_OF_CACHES = "03:00-04:00";
    public static final String MAINTENANCE_OF_CACHES = "sun:04:30-sun:05:30";

    private QuietHours() {}
}
