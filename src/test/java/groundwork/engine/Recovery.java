package groundwork.engine;

import static java.util.stream.Collectors.toSet;

import groundwork.plugin.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a person does after an update was cut short, in the order of the runbook, and no more than is needed. */
record Recovery(Workspace workspace, List<String> deeds) {
    private static final String LOCKED = "locked";

    static Recovery of(Workspace workspace) {
        return new Recovery(workspace, new ArrayList<>());
    }

    /** Ends with everything built; says what it took. */
    String up() {
        return run("up", workspace::up);
    }

    String destroy() {
        return run("destroy", workspace::destroy);
    }

    private String run(String name, Supplier<Outcome> command) {
        adoptUnfinished();
        removeForgotten();
        command.get().expectSuccess();
        deeds.add(name);
        return String.join(", ", deeds);
    }

    /** The engine was killed: it holds a lock, and knows what it had begun to create but not how that ended. */
    private void adoptUnfinished() {
        var state = workspace.state();
        if (state.settled()) {
            return;
        }
        var options = new ArrayList<>(List.of("--clear-pending-creates"));
        for (String urn : state.unfinishedCreates()) {
            standing(urn)
                    .ifPresent(thing -> options.addAll(
                            List.of("--import-pending-creates", urn, "--import-pending-creates", thing.id())));
        }
        refresh(options);
    }

    private void refresh(List<String> options) {
        var outcome = workspace.refresh(options.toArray(String[]::new));
        if (!outcome.succeeded() && outcome.everything().contains(LOCKED)) {
            deeds.add("cancel");
            workspace.unlock();
            outcome = workspace.refresh(options.toArray(String[]::new));
        }
        outcome.expectSuccess();
        deeds.add(options.contains("--import-pending-creates") ? "refresh with imports" : "refresh");
    }

    /** AWS made it, the answer never came: only its tags say whose it is. */
    private void removeForgotten() {
        var remembered = workspace.state().resources().stream()
                .map(held -> held.type() + held.id())
                .collect(toSet());
        for (var thing : workspace.cloud().things()) {
            if (!remembered.contains(thing.type() + thing.id())) {
                workspace.cloud().remove(thing);
                deeds.add("removal by hand of " + thing.type());
            }
        }
    }

    private Optional<Thing> standing(String urn) {
        return workspace.cloud().things().stream()
                .filter(thing -> thing.urn().equals(urn))
                .findFirst();
    }
}
