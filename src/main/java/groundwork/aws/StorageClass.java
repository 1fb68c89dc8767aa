package groundwork.aws;

/** Storage classes of S3 that a lifecycle moves objects to, each cheaper to keep than the one before: they move down, never up. */
public enum StorageClass {
    STANDARD_IA(30),
    INTELLIGENT_TIERING(0),
    GLACIER_IR(0),
    GLACIER(0),
    DEEP_ARCHIVE(0);

    /** Days that an object stays in Standard-IA before the same rule may move it on. */
    public static final int DAYS_IN_STANDARD_IA = 30;

    private final int earliest;

    StorageClass(int earliest) {
        this.earliest = earliest;
    }

    /** Days that an object has to be old. */
    public int earliest() {
        return earliest;
    }

    /** Whether objects that came here after so many days may move on to the other after as many. */
    public boolean precedes(StorageClass next, long days, long daysOfNext) {
        long least = this == STANDARD_IA ? DAYS_IN_STANDARD_IA : 1;
        return compareTo(next) < 0 && daysOfNext - days >= least;
    }
}
