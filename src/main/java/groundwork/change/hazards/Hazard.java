package groundwork.change.hazards;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/** Something about a change that people want to know before it is made: what it does to which resource, and the safe way. */
public record Hazard(Kind kind, String resource, String setting, String message, String remedy) {
    /** What it does. */
    public enum Kind {
        DATA_LOST,
        INTERRUPTED,
        REFUSED,
        ENDPOINT_MOVES,
        FIRST_DEPLOYMENT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Hazard {
        requireNonNull(kind, "kind is null");
        requireNonNull(resource, "resource is null");
        requireNonNull(setting, "setting is null");
        requireNonNull(message, "message is null");
        requireNonNull(remedy, "remedy is null");
    }

    /** By which it is accepted: {@code data-lost:db-instance}. */
    public String name() {
        return kind + ":" + resource;
    }
}
