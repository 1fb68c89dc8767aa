package groundwork.plan.sleep;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** Something that stops while the environment sleeps, and how long it usually takes to start. */
public record Sleeper(Kind kind, String name, Duration start) {
    /** As the functions that stop and start it call it. */
    public enum Kind {
        SERVICE,
        INSTANCE,
        CLUSTER
    }

    public Sleeper {
        requireNonNull(kind, "kind is null");
        requireNonNull(name, "name is null");
        requireNonNull(start, "start is null");
    }
}
