package groundwork.change.hazards;

import static java.util.stream.Collectors.joining;

import groundwork.change.causes.Causes;
import groundwork.change.steps.Step;
import groundwork.change.steps.Steps;

/** The steps that are looked at, and what caused them. */
record Context(Steps steps, Causes causes) {
    Hazard hazard(Hazard.Kind kind, Step step, String message, String remedy) {
        return new Hazard(kind, step.resource().name(), causes.of(step), message, remedy);
    }

    /** The services that use a resource, as a message names them; nothing where none does. */
    String usedBy(Step step) {
        var services = Users.of(steps).services(step.resource().urn());
        return services.isEmpty() ? "" : services.stream().collect(joining(", ", " (used by ", ")"));
    }
}
