package groundwork.change.steps;

import groundwork.offline.recording.Recorded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that the engine does in one update. */
public final class Steps {
    private final State before;
    private final Map<String, Step> byUrn = new LinkedHashMap<>();
    private final Set<String> deletedFirst;

    Steps(State before, List<Step> steps, Set<String> deletedFirst) {
        this.before = before;
        this.deletedFirst = new LinkedHashSet<>(deletedFirst);
        var kept = new ArrayList<Recorded>();
        steps.forEach(step -> step.after().ifPresent(kept::add));
        var unordered = new LinkedHashMap<String, Step>();
        steps.forEach(step -> unordered.put(step.resource().urn(), step));
        Order.of(kept).forEach(resource -> byUrn.put(resource.urn(), unordered.get(resource.urn())));
        unordered.forEach(byUrn::putIfAbsent);
    }

    /** In the order of registration, deletions last. */
    public List<Step> all() {
        return List.copyOf(byUrn.values());
    }

    public List<Step> of(Operation operation) {
        return byUrn.values().stream().filter(step -> step.is(operation)).toList();
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return byUrn.values().stream().allMatch(step -> step.is(Operation.SAME));
    }

    public State before() {
        return before;
    }

    /** What the engine remembers afterwards. */
    public State after() {
        return State.of(
                byUrn.values().stream().flatMap(step -> step.after().stream()).toList());
    }

    /** What is done to AWS, one after the other. */
    public List<Action> actions() {
        var actions = new ArrayList<Action>();
        var deleted = new LinkedHashSet<String>();
        for (var step : byUrn.values()) {
            if (step.is(Operation.REPLACE) && step.deletesFirst()) {
                deleteFirst(step, deleted, actions);
            }
            if (step.is(Operation.CREATE) || step.is(Operation.REPLACE)) {
                actions.add(Action.create(step));
            } else if (step.is(Operation.UPDATE)) {
                actions.add(Action.update(step));
            }
        }
        var gone = new LinkedHashMap<String, Step>();
        byUrn.values().stream()
                .filter(Step::removes)
                .forEach(step -> gone.put(step.before().orElseThrow().urn(), step));
        for (var old : reversed(before.inOrder())) {
            if (gone.containsKey(old.urn()) && deleted.add(old.urn())) {
                actions.add(Action.delete(gone.get(old.urn())));
            }
        }
        return List.copyOf(actions);
    }

    /** With all that must be replaced because of it, in reverse order of creation. */
    private void deleteFirst(Step step, Set<String> deleted, List<Action> actions) {
        var old = step.before().orElseThrow();
        if (deleted.contains(old.urn())) {
            return;
        }
        var dependents = Dependents.of(old, before, Set.of()).keySet();
        for (var dependent : reversed(List.copyOf(dependents))) {
            if (deletedFirst.contains(dependent.urn()) && deleted.add(dependent.urn())) {
                actions.add(Action.delete(stepOf(dependent)));
            }
        }
        deleted.add(old.urn());
        actions.add(Action.delete(step));
    }

    private Step stepOf(Recorded old) {
        return byUrn.values().stream()
                .filter(step -> step.before().filter(old::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static <T> List<T> reversed(List<T> list) {
        var reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }
}
