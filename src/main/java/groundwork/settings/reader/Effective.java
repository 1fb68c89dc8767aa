package groundwork.settings.reader;

/** A value as it holds in the end, written the way a stack file writes it. */
public record Effective(String value, Origin origin) {}
