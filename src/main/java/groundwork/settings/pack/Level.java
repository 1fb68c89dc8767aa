package groundwork.settings.pack;

/** What a violation of a rule does: nothing, a warning, or the end of the preview or update. */
public enum Level {
    OFF,
    ADVISORY,
    MANDATORY
}
