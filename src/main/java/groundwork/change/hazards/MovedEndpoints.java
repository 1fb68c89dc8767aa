package groundwork.change.hazards;

import groundwork.change.hazards.Hazard.Kind;
import groundwork.change.steps.Step;
import groundwork.offline.recording.Recorded;
import java.util.Optional;
import java.util.stream.Stream;

/** Addresses that other programs read from the stack's endpoints, and that are others afterwards, or gone. */
final class MovedEndpoints {
    private static final String PART = "groundwork:delivery:Endpoints$aws:ssm/parameter:Parameter";

    private MovedEndpoints() {}

    static Stream<Hazard> in(Context context) {
        return context.steps().all().stream()
                .filter(step -> step.resource().urn().contains(PART))
                .flatMap(step -> moved(step, context).stream());
    }

    private static Optional<Hazard> moved(Step step, Context context) {
        var before = step.before().map(MovedEndpoints::value);
        var after = step.after().map(MovedEndpoints::value);
        if (before.isEmpty() || before.equals(after)) {
            return Optional.empty();
        }
        var message = after.map(value -> "%s moves from %s to %s".formatted(name(step), before.get(), value))
                .orElseGet(() -> "%s is gone".formatted(name(step)));
        return Optional.of(context.hazard(
                Kind.ENDPOINT_MOVES,
                step,
                message,
                after.isPresent()
                        ? "deploy whatever reads this endpoint again after the update"
                        : "make sure that nothing reads this endpoint any more"));
    }

    private static String value(Recorded parameter) {
        return parameter.find("value").map(Object::toString).orElse("");
    }

    private static String name(Step step) {
        return step.resource().text("name");
    }
}
