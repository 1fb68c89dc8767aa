package groundwork.data;

/** When AWS may copy and mend what holds data, in UTC; the two never overlap. */
final class QuietHours {
    static final String BACKUPS = "03:00-04:00";
    static final String MAINTENANCE = "sun:04:30-sun:05:30";

    private QuietHours() {}
}
