package groundwork.plugin;

import java.util.Locale;

/** What goes wrong, when: {@code kill:after:create:17} kills the engine once AWS has made the 17th thing. */
public record Fault(How how, Moment moment, Operation operation, int count) {
    /** An error, an error after a long wait, the plugin's end, or the engine's. */
    public enum How {
        ERROR,
        TIMEOUT,
        CRASH,
        KILL
    }

    /** Whether AWS had done it already. */
    public enum Moment {
        BEFORE,
        AFTER
    }

    public enum Operation {
        CREATE,
        UPDATE,
        DELETE
    }

    public static Fault parse(String text) {
        var parts = text.toUpperCase(Locale.ROOT).split(":");
        return new Fault(
                How.valueOf(parts[0]),
                Moment.valueOf(parts[1]),
                Operation.valueOf(parts[2]),
                Integer.parseInt(parts[3]));
    }

    @Override
    public String toString() {
        return String.join(":", how.name(), moment.name(), operation.name(), "" + count)
                .toLowerCase(Locale.ROOT);
    }
}
