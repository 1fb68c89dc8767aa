package groundwork.engine;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What a person does after an update was cut short, in the order of the runbook, and no more than is needed. */
record Recovery(Workspace workspace, List<String> deeds) {
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
        settleUnfinished();
        removeForgotten();
        command.get().expectSuccess();
        deeds.add(name);
        return String.join(", ", deeds);
    }

    /** The engine was killed: it holds a lock, and knows what it had begun but not how that ended. */
    private void settleUnfinished() {
        if (workspace.state().settled()) {
            return;
        }
        workspace.unlock();
        int adopted = Adoption.of(workspace).settle();
        workspace.refresh().expectSuccess();
        deeds.addAll(List.of("cancel", "adoption of " + adopted, "refresh"));
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
}
