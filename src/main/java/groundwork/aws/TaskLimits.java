package groundwork.aws;

import java.util.List;

/** What a task definition may hold. */
public final class TaskLimits {
    public static final int BYTES = 65_536;
    public static final int CONTAINERS = 10;

    /** The characters that no value of an environment variable has. */
    public static final String NO_CONTROLS = "[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]*";

    public static final String NO_CONTROLS_SAYS = "text without control characters";

    private static final String CONTAINER = "container";

    /** Of the check that a container makes of itself, in seconds and in times. */
    public static final List<NumberRange> HEALTH_CHECK = List.of(
            new NumberRange(CONTAINER, "interval", 5, 300),
            new NumberRange(CONTAINER, "timeout", 2, 60),
            new NumberRange(CONTAINER, "retries", 1, 10),
            new NumberRange(CONTAINER, "startPeriod", 0, 300));

    /** In seconds, on Fargate. */
    public static final NumberRange STOP_TIMEOUT = new NumberRange(CONTAINER, "stopTimeout", 0, 120);

    private TaskLimits() {}
}
