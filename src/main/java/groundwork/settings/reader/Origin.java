package groundwork.settings.reader;

/** Where an effective value came from. */
public record Origin(String text) {
    public static final Origin STACK_FILE = new Origin("stack file");
    public static final Origin DEFAULT = new Origin("default");
    public static final Origin MONITORING = new Origin("monitoring");
    public static final Origin PROJECT = new Origin("project's name");

    static Origin defaultFor(String kind) {
        return new Origin("default for " + kind);
    }

    @Override
    public String toString() {
        return text;
    }
}
