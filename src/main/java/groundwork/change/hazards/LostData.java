package groundwork.change.hazards;

import static groundwork.aws.ResourceTypes.SECRETSMANAGER_SECRET;
import static groundwork.aws.ResourceTypes.SECRETSMANAGER_SECRET_VERSION;
import static groundwork.aws.ResourceTypes.SSM_PARAMETER;

import groundwork.change.hazards.Hazard.Kind;
import groundwork.change.steps.Step;
import groundwork.offline.recording.Recorded;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Data that goes with the thing that holds it. */
final class LostData {
    /** What somebody fills in is not the program's to give again. */
    private static final Set<String> BY_HAND =
            Set.of(SECRETSMANAGER_SECRET, SECRETSMANAGER_SECRET_VERSION, SSM_PARAMETER);

    private LostData() {}

    static Stream<Hazard> in(Context context) {
        return context.steps().all().stream()
                .filter(step -> step.removes() && !step.retains() && !step.isProtected())
                .flatMap(step -> lost(step, context).stream());
    }

    private static Optional<Hazard> lost(Step step, Context context) {
        var old = step.before().orElseThrow();
        if (BY_HAND.contains(old.type())) {
            return isByHand(old, context)
                    ? Optional.of(
                            context.hazard(
                                    Kind.DATA_LOST,
                                    step,
                                    "the value that was filled in by hand is deleted",
                                    context.unlessRenamed(
                                            step,
                                            "keep a copy of the value, and fill it in again afterwards where it is still needed")))
                    : Optional.empty();
        }
        var effects = Effects.of(old.type());
        return isCopy(old)
                ? Optional.empty()
                : effects.lost()
                        .map(lost -> context.hazard(
                                Kind.DATA_LOST,
                                step,
                                "is %s, and with it %s".formatted(gone(step), lost),
                                context.unlessRenamed(step, effects.keep())));
    }

    private static boolean isByHand(Recorded old, Context context) {
        if (old.type().equals(SECRETSMANAGER_SECRET)) {
            return context.steps().before().resources().values().stream()
                    .noneMatch(other -> other.type().equals(SECRETSMANAGER_SECRET_VERSION)
                            && other.parent().equals(old.parent()));
        }
        return old.ignoreChanges().stream().anyMatch(List.of("secretString", "value")::contains);
    }

    private static boolean isCopy(Recorded old) {
        return old.inputs().containsKey("replicateSourceDb");
    }

    static String gone(Step step) {
        return step.after().isPresent() ? "replaced" : "deleted";
    }
}
