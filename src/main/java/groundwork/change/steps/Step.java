package groundwork.change.steps;

import groundwork.offline.recording.Recorded;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the engine does with one resource: as it stands before and after, the properties that change, and those of them that
 * replace it. A replaced resource is created before the old one is deleted, unless {@code deletesFirst}.
 */
public record Step(
        Operation operation,
        Optional<Recorded> before,
        Optional<Recorded> after,
        SortedSet<String> changed,
        List<String> replacing,
        boolean deletesFirst) {
    public Step {
        replacing = List.copyOf(replacing);
    }

    static Step create(Recorded after) {
        return new Step(Operation.CREATE, Optional.empty(), Optional.of(after), new TreeSet<>(), List.of(), false);
    }

    static Step same(Recorded before, Recorded after) {
        return new Step(Operation.SAME, Optional.of(before), Optional.of(after), new TreeSet<>(), List.of(), false);
    }

    static Step update(Recorded before, Recorded after, SortedSet<String> changed) {
        return new Step(Operation.UPDATE, Optional.of(before), Optional.of(after), changed, List.of(), false);
    }

    static Step delete(Recorded before, boolean first) {
        return new Step(Operation.DELETE, Optional.of(before), Optional.empty(), new TreeSet<>(), List.of(), first);
    }

    /** The resource as the stack has it afterwards, or had it last. */
    public Recorded resource() {
        return after.or(this::before).orElseThrow();
    }

    public boolean is(Operation any) {
        return operation == any;
    }

    /** Whether the thing that stands before is gone afterwards. */
    public boolean removes() {
        return is(Operation.REPLACE) || is(Operation.DELETE);
    }

    /** Whether the engine refuses to remove it. */
    public boolean isProtected() {
        boolean was = before.filter(Recorded::protect).isPresent();
        return is(Operation.DELETE)
                ? was
                : is(Operation.REPLACE)
                        && was
                        && after.filter(Recorded::protect).isPresent();
    }

    /** Whether the engine forgets the thing that stands, and leaves it where it is. */
    public boolean retains() {
        return removes() && before.filter(old -> old.options().retainOnDelete()).isPresent();
    }

    @Override
    public String toString() {
        return operation.name().toLowerCase(Locale.ROOT) + " " + resource().type() + " "
                + resource().name();
    }
}
