package groundwork.change.steps;

import groundwork.offline.Answers;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recorded;
import groundwork.simulated.Made;
import groundwork.simulated.answers.SimulatedAws;
import groundwork.simulated.kinds.Difference;
import groundwork.simulated.kinds.Outputs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Decides for each resource that a program registers what Pulumi's engine does with what stands, and answers as an update does, or
 * a preview, in which ids and outputs of new things are unknown.
 */
public final class Planner implements Answers {
    private static final String AWS = "aws:";
    private static final List<String> ELSEWHERE = List.of("provider");

    private final State before;
    private final FormerNames formerNames;
    private final Copies copies;
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, List<String>> deletedFirst = new LinkedHashMap<>();

    public Planner(State before) {
        this.before = before;
        this.formerNames = new FormerNames(before);
        this.copies = new Copies(before);
    }

    /** One at a time, as the engine decides. */
    @Override
    public synchronized Made answer(Recorded asked, Ids ids) {
        var old = formerNames.find(asked);
        old.ifPresent(found -> seen.add(found.urn()));
        var step = old.map(found -> changed(found, asked, ids)).orElseGet(() -> Step.create(created(asked, ids)));
        steps.put(asked.urn(), step);
        var after = step.after().orElseThrow();
        return new Made(after.id().orElse(""), after.outputs());
    }

    /** Everything, once the program has run: what it no longer registers is deleted. */
    public Steps steps() {
        var all = new ArrayList<>(steps.values());
        before.inOrder().stream()
                .filter(old -> !seen.contains(old.urn()))
                .map(old -> Step.delete(old, deletedFirst.containsKey(old.urn())))
                .forEach(all::add);
        return new Steps(before, all, deletedFirst.keySet());
    }

    private Step changed(Recorded old, Recorded asked, Ids ids) {
        if (!asked.custom()) {
            return component(old, asked);
        }
        if (deletedFirst.containsKey(old.urn())) {
            return replaced(old, asked, ids, new Difference(new TreeSet<>(), deletedFirst.get(old.urn()), true));
        }
        var kept = asked.withInputs(Ignoring.changes(asked, old.inputs()));
        var named = asked.withInputs(copies.named(kept.wanted(), old.inputs()).inputs());
        var difference = Difference.of(old.inputs(), old.outputs(), named.wanted());
        var replacing = isElsewhere(old, asked) ? ELSEWHERE : Replacing.of(difference, asked);
        if (!replacing.isEmpty()) {
            boolean deletesFirst = asked.options().replacement().deleteFirst().orElse(difference.deletesFirst());
            if (deletesFirst) {
                deleteFirst(old);
            }
            return replaced(old, asked, ids, new Difference(difference.changed(), replacing, deletesFirst));
        }
        if (difference.changed().isEmpty()) {
            return Step.same(old, named.with(old.id(), old.outputs()));
        }
        var outputs = Outputs.afterUpdate(old.wanted(), named.wanted(), old.outputs());
        return Step.update(old, named.with(old.id(), outputs), difference.changed());
    }

    private void deleteFirst(Recorded old) {
        Dependents.of(old, before, registered()).forEach((dependent, replacing) -> {
            deletedFirst.put(dependent.urn(), replacing);
            copies.free(dependent);
        });
        copies.free(old);
    }

    private Step replaced(Recorded old, Recorded asked, Ids ids, Difference difference) {
        return new Step(
                Operation.REPLACE,
                Optional.of(old),
                Optional.of(made(asked, ids, Optional.of(old))),
                difference.changed(),
                difference.replacing(),
                difference.deletesFirst());
    }

    private Set<String> registered() {
        var registered = new HashSet<>(seen);
        registered.addAll(deletedFirst.keySet());
        return registered;
    }

    private Recorded created(Recorded asked, Ids ids) {
        return asked.custom() ? made(asked, ids, Optional.empty()) : asked.with(Optional.empty(), composed(asked));
    }

    private Recorded made(Recorded asked, Ids ids, Optional<Recorded> replaced) {
        var named = asked.withInputs(copies.named(asked.wanted(), Map.of()).inputs());
        if (ids == Ids.UNKNOWN) {
            return named.with(Optional.empty(), SimulatedAws.preview(named.wanted()));
        }
        var made = copies.made(named.wanted(), replaced);
        return named.with(Optional.of(made.id()), made.outputs());
    }

    private static Step component(Recorded old, Recorded asked) {
        var after = asked.with(Optional.empty(), composed(asked));
        var changed = new TreeSet<>(old.inputs().keySet());
        changed.addAll(asked.inputs().keySet());
        changed.removeIf(property ->
                Objects.equals(old.inputs().get(property), asked.inputs().get(property)));
        return changed.isEmpty() ? Step.same(old, after) : Step.update(old, after, changed);
    }

    /** What a component of a provider says it built. */
    private static SortedMap<String, Object> composed(Recorded asked) {
        return asked.remote() ? SimulatedAws.make(asked.wanted()).outputs() : new TreeMap<>();
    }

    /** A provider can't take over what another one made in another region. */
    private static boolean isElsewhere(Recorded old, Recorded asked) {
        return asked.type().startsWith(AWS)
                && !old.place().region().equals(asked.place().region());
    }
}
