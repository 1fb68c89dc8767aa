package groundwork.change.hazards;

import static java.util.stream.Collectors.joining;

import groundwork.change.causes.Causes;
import groundwork.change.steps.Operation;
import groundwork.change.steps.Step;
import groundwork.change.steps.Steps;
import java.util.Optional;
import java.util.stream.Stream;

/** The steps that are looked at, and what caused them. */
record Context(Steps steps, Causes causes) {
    Hazard hazard(Hazard.Kind kind, Step step, String message, String remedy) {
        return new Hazard(kind, step.resource().name(), causes.of(step), message, remedy);
    }

    /** The safe way where an entry of the stack file goes while another of its kind comes: it may be the same. */
    String unlessRenamed(Step step, String remedy) {
        return entry(step)
                .filter(entry -> step.is(Operation.DELETE)
                        && steps.of(Operation.CREATE).stream()
                                .flatMap(other -> Entry.of(other.resource()).stream())
                                .anyMatch(other -> other.kind().equals(entry.kind())))
                .map(entry -> "if it only has another name, add renamedFrom: %s to its entry; otherwise %s"
                        .formatted(entry.name(), remedy))
                .orElse(remedy);
    }

    private Optional<Entry> entry(Step step) {
        return Stream.iterate(steps.before().find(step.resource().urn()), Optional::isPresent, part -> steps.before()
                        .find(part.orElseThrow().parent()))
                .flatMap(part -> Entry.of(part.orElseThrow()).stream())
                .findFirst();
    }

    /** The services that use a resource, as a message names them; nothing where none does. */
    String usedBy(Step step) {
        var services = Users.of(steps).services(step.resource().urn());
        return services.isEmpty() ? "" : services.stream().collect(joining(", ", " (used by ", ")"));
    }
}
