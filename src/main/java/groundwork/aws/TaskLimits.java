package groundwork.aws;

/** What a task definition may hold. */
public final class TaskLimits {
    public static final int BYTES = 65_536;

    /** The characters that no value of an environment variable has. */
    public static final String NO_CONTROLS = "[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]*";

    public static final String NO_CONTROLS_SAYS = "text without control characters";

    private TaskLimits() {}
}
