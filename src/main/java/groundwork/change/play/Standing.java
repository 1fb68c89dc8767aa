package groundwork.change.play;

import groundwork.change.steps.Action;
import groundwork.change.steps.Operation;
import groundwork.change.steps.Steps;
import groundwork.offline.recording.Recorded;
import groundwork.simulated.Existing;
import groundwork.simulated.World;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands in AWS while an update runs: new and unchanged things by their URN, things that are still as before by another. */
final class Standing {
    /** Sorts before every URN: rules that tell of a clash once tell it of the later one. */
    private static final String AS_BEFORE = "!";

    private final Map<String, Recorded> things = new LinkedHashMap<>();
    private final List<Existing> deleted = new ArrayList<>();

    Standing(Steps steps) {
        for (var step : steps.all()) {
            if (step.is(Operation.SAME) || !step.resource().custom()) {
                step.after().ifPresent(after -> things.put(after.urn(), after));
            } else {
                step.before().ifPresent(before -> things.put(AS_BEFORE + before.urn(), before));
            }
        }
    }

    World world() {
        return beside(Optional.empty());
    }

    /** All that stands, and what is asked for instead of what stands in its place. */
    World with(Recorded asked, Optional<Recorded> instead) {
        var all = existing(instead);
        all.add(asked.existing());
        return new World(all);
    }

    World beside(Optional<Recorded> one) {
        return new World(existing(one));
    }

    Collection<Recorded> things() {
        return things.values();
    }

    List<Existing> deleted() {
        return deleted;
    }

    void apply(Action action) {
        var before = action.step().before();
        if (action.kind() != Action.Kind.CREATE) {
            before.ifPresent(old -> things.remove(AS_BEFORE + old.urn()));
        }
        if (action.kind() != Action.Kind.DELETE) {
            things.put(action.resource().urn(), action.resource());
        } else if (!action.step().retains()) {
            deleted.add(action.resource().existing());
        }
    }

    private List<Existing> existing(Optional<Recorded> except) {
        var all = new ArrayList<Existing>();
        var left = except.map(one -> AS_BEFORE + one.urn()).orElse("");
        things.forEach((urn, thing) -> {
            if (!urn.equals(left)) {
                all.add(thing.existing(urn));
            }
        });
        return all;
    }
}
