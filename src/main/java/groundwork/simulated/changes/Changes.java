package groundwork.simulated.changes;

import groundwork.simulated.Existing;
import groundwork.simulated.Finding;
import groundwork.simulated.World;
import groundwork.simulated.rules.Refusals;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What AWS refuses of a change, besides what it refuses of the resource as it would then be. */
public final class Changes {
    private Changes() {}

    /** Of an update in place; {@code world} is what exists beside it. */
    public static SortedSet<Finding> refusedUpdate(Existing old, Existing asked, World world) {
        return judged(UpdateRule.ALL, asked, (rule, refusals) -> rule.check().judge(old, asked, world, refusals));
    }

    /** Of a deletion; {@code world} is what exists beside it, {@code deleted} what was deleted before. */
    public static SortedSet<Finding> refusedDeletion(Existing old, World world, Collection<Existing> deleted) {
        return judged(DeletionRule.ALL, old, (rule, refusals) -> rule.check().judge(old, world, deleted, refusals));
    }

    /** Of a creation, because of what was deleted before. */
    public static SortedSet<Finding> refusedCreation(Existing asked, Collection<Existing> deleted) {
        return judged(CreationRule.ALL, asked, (rule, refusals) -> rule.check().judge(asked, deleted, refusals));
    }

    /** A rule of either kind. */
    interface Named {
        String name();

        boolean concerns(String type);
    }

    @FunctionalInterface
    private interface Judge<R> {
        void judge(R rule, Refusals refusals);
    }

    private static <R extends Named> SortedSet<Finding> judged(List<R> rules, Existing resource, Judge<R> judge) {
        var found = new TreeSet<Finding>();
        for (var rule : rules) {
            if (rule.concerns(resource.type())) {
                judge.judge(rule, new Refusals(rule.name(), resource, found));
            }
        }
        return found;
    }
}
