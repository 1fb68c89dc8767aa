package groundwork.settings.compute;

/** The names of containers that a task gets beside those of its settings. */
public final class AddedContainers {
    public static final String FILES = "files";
    public static final String TRACING = "xray-daemon";

    private AddedContainers() {}
}
