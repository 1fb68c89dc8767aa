package groundwork.settings.sleep;

/** What may wake an environment that sleeps. */
public enum WakeReason {
    REQUEST,
    QUEUE,
    SCHEDULE,
    HAND
}
