package groundwork.plugin;

import groundwork.plugin.Fault.Moment;
import groundwork.plugin.Fault.Operation;
import io.grpc.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Carries out operations on the cloud, and lets the one that was chosen go wrong. */
final class Faults {
    private static final Duration WAIT = Duration.ofSeconds(2);

    private final Cloud cloud;
    private final Optional<Fault> planned;

    Faults(Cloud cloud, Optional<Fault> planned) {
        this.cloud = cloud;
        this.planned = planned;
    }

    /** Does it; a timeout after the effect is told the way the provider tells of a thing made but not yet ready. */
    <T> T around(Operation operation, String urn, Supplier<T> effect, Unready<T> unready) {
        int count = cloud.journal().add(operation, urn);
        var due = planned.filter(fault -> fault.operation() == operation && fault.count() == count);
        if (due.isEmpty()) {
            return effect.get();
        }
        var fault = due.get();
        if (fault.moment() == Moment.BEFORE) {
            throw gone(fault, Optional.empty());
        }
        T done = effect.get();
        throw gone(fault, Optional.of(unready.told(done)));
    }

    private static RuntimeException gone(Fault fault, Optional<RuntimeException> unready) {
        return switch (fault.how()) {
            case ERROR ->
                Status.UNKNOWN
                        .withDescription("ThrottlingException: Rate exceeded (injected)")
                        .asRuntimeException();
            case TIMEOUT -> {
                sleep();
                yield unready.orElseGet(() -> Status.UNKNOWN
                        .withDescription("timeout while waiting for the resource (injected)")
                        .asRuntimeException());
            }
            case CRASH -> halted();
            case KILL -> {
                ProcessHandle.current().parent().ifPresent(ProcessHandle::destroyForcibly);
                yield halted();
            }
        };
    }

    private static RuntimeException halted() {
        Runtime.getRuntime().halt(1);
        return new IllegalStateException("unreachable");
    }

    private static void sleep() {
        try {
            Thread.sleep(WAIT.toMillis());
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
        }
    }

    /** How the provider tells of something that was done but did not become ready in time. */
    @FunctionalInterface
    interface Unready<T> {
        RuntimeException told(T done);
    }
}
