package groundwork.change.hazards;

import static groundwork.aws.ResourceTypes.ECR_REPOSITORY;
import static groundwork.aws.ResourceTypes.ECS_TASK_DEFINITION;

import groundwork.change.hazards.Hazard.Kind;
import groundwork.change.steps.Operation;
import groundwork.change.steps.Step;
import groundwork.offline.recording.Recorded;
import java.util.Optional;
import java.util.stream.Stream;

/** Services that start as on their first day: before there is an image, or with a placeholder again. */
final class FirstDeployments {
    private static final String CONTAINERS = "containerDefinitions";

    private FirstDeployments() {}

    static Stream<Hazard> in(Context context) {
        var steps = context.steps().all();
        return Stream.concat(
                steps.stream()
                        .filter(step -> step.resource().type().equals(ECR_REPOSITORY))
                        .filter(step -> step.is(Operation.CREATE) || step.is(Operation.REPLACE))
                        .flatMap(step -> emptyRepository(step, context).stream()),
                steps.stream()
                        .filter(step ->
                                step.resource().type().equals(ECS_TASK_DEFINITION) && step.is(Operation.REPLACE))
                        .flatMap(step -> placeholder(step, context).stream()));
    }

    private static Optional<Hazard> emptyRepository(Step step, Context context) {
        var url = step.resource().text("repositoryUrl") + ":";
        return context.steps().all().stream()
                .flatMap(other -> other.after().stream())
                .filter(other -> other.type().equals(ECS_TASK_DEFINITION)
                        && containers(other).contains(url))
                .map(Recorded::name)
                .findFirst()
                .map(task -> context.hazard(
                        Kind.FIRST_DEPLOYMENT,
                        step,
                        "the repository is new and has no images, but %s runs one from it: its tasks can't start"
                                .formatted(task),
                        "in two updates: first without the image's tag, which runs a placeholder; push the image, then set"
                                + " the tag"));
    }

    private static Optional<Hazard> placeholder(Step step, Context context) {
        boolean hadImage = isOwn(step.before().orElseThrow());
        return hadImage && !isOwn(step.after().orElseThrow())
                ? Optional.of(context.hazard(
                        Kind.FIRST_DEPLOYMENT,
                        step,
                        "runs an image of the stack now, and the placeholder after the update",
                        "keep the image's tag"))
                : Optional.empty();
    }

    private static boolean isOwn(Recorded task) {
        return containers(task).contains(".dkr.ecr.");
    }

    private static String containers(Recorded task) {
        return task.find(CONTAINERS).map(Object::toString).orElse("");
    }
}
