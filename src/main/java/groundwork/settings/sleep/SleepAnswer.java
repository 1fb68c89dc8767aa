package groundwork.settings.sleep;

/** What a request gets while the environment wakes: a page for browsers, a place to wait for other clients, or 503. */
public enum SleepAnswer {
    PAGE,
    HOLD,
    REFUSE
}
