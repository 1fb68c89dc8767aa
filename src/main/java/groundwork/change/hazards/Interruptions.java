package groundwork.change.hazards;

import groundwork.change.hazards.Effects.Stop;
import groundwork.change.hazards.Hazard.Kind;
import groundwork.change.steps.Operation;
import groundwork.change.steps.Step;
import java.util.Optional;
import java.util.stream.Stream;

/** What stops answering for a while. */
final class Interruptions {
    private static final String APPLIED = "applyImmediately";

    private Interruptions() {}

    static Stream<Hazard> in(Context context) {
        return context.steps().all().stream()
                .flatMap(step -> stop(step).map(stop -> hazard(step, stop, context)).stream());
    }

    private static Optional<Stop> stop(Step step) {
        var effects = Effects.of(step.resource().type());
        if (step.is(Operation.REPLACE)) {
            return effects.replaced().filter(stop -> step.deletesFirst() || !effects.overlaps());
        }
        if (step.is(Operation.DELETE)) {
            return effects.deleted();
        }
        return step.is(Operation.UPDATE)
                ? step.changed().stream()
                        .flatMap(property -> effects.changed(property).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static Hazard hazard(Step step, Stop stop, Context context) {
        var message =
                "interrupts %s%s for about %s%s".formatted(stop.what(), context.usedBy(step), stop.time(), when(step));
        return context.hazard(
                Kind.INTERRUPTED,
                step,
                message,
                !step.is(Operation.REPLACE)
                        ? "make this update at a quiet time"
                        : "in two updates: first add the new one under another name and move what uses it,"
                                + " then remove this one");
    }

    private static String when(Step step) {
        return step.is(Operation.UPDATE)
                        && Boolean.FALSE.equals(
                                step.after().orElseThrow().inputs().get(APPLIED))
                ? ", in the next maintenance window"
                : "";
    }
}
