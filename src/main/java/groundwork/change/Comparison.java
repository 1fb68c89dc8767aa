package groundwork.change;

import groundwork.change.causes.Causes;
import groundwork.change.hazards.Hazard;
import groundwork.change.hazards.Hazards;
import groundwork.change.steps.Operation;
import groundwork.change.steps.Planner;
import groundwork.change.steps.State;
import groundwork.change.steps.Steps;
import groundwork.change.versions.Version;
import groundwork.offline.Ids;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What an update from one version of a stack file to another does to the resources of the stack. */
public record Comparison(
        List<Change> created, List<Change> updated, List<Change> replaced, List<Change> deleted, List<Hazard> hazards) {
    public Comparison {
        created = List.copyOf(created);
        updated = List.copyOf(updated);
        replaced = List.copyOf(replaced);
        deleted = List.copyOf(deleted);
        hazards = List.copyOf(hazards);
    }

    /** Without an old version the whole stack is new. */
    public static Comparison of(Optional<Version> old, Version now) {
        return of(old, now, (before, foretold) -> old.map(version -> Causes.of(version, now, before, foretold))
                .orElseGet(Causes::none));
    }

    /** The same without the settings that caused the changes, which take most of the time. */
    public static Comparison counted(Version old, Version now) {
        return of(Optional.of(old), now, (before, foretold) -> Causes.none());
    }

    private static Comparison of(Optional<Version> old, Version now, BiFunction<State, Steps, Causes> found) {
        var before = old.map(Version::deployed).orElse(State.NOTHING);
        var planner = new Planner(before);
        now.record(Ids.UNKNOWN, planner);
        var foretold = planner.steps();
        if (foretold.isEmpty()) {
            return new Comparison(List.of(), List.of(), List.of(), List.of(), List.of());
        }
        var causes = found.apply(before, foretold);
        return of(foretold, causes, Hazards.of(now, before, causes));
    }

    private static Comparison of(Steps steps, Causes causes, List<Hazard> hazards) {
        return new Comparison(
                changes(steps, Operation.CREATE, causes),
                changes(steps, Operation.UPDATE, causes),
                changes(steps, Operation.REPLACE, causes),
                changes(steps, Operation.DELETE, causes),
                hazards);
    }

    private static List<Change> changes(Steps steps, Operation operation, Causes causes) {
        return steps.of(operation).stream().map(step -> Change.of(step, causes)).toList();
    }

    public boolean isEmpty() {
        return created.isEmpty() && updated.isEmpty() && replaced.isEmpty() && deleted.isEmpty();
    }
}
