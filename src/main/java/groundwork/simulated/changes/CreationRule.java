package groundwork.simulated.changes;

import static groundwork.aws.ResourceTypes.SECRETSMANAGER_SECRET;

import groundwork.simulated.Existing;
import groundwork.simulated.rules.Refusals;
import java.util.Collection;
import java.util.List;

/** Something that AWS does not create because of what was there before. */
record CreationRule(String name, String type, Check check) implements Changes.Named {
    static final List<CreationRule> ALL =
            List.of(new CreationRule("name-in-recovery-window", SECRETSMANAGER_SECRET, CreationRule::nameIsFreeAgain));

    /** Judges what is asked for, given what was deleted. */
    @FunctionalInterface
    interface Check {
        void judge(Existing asked, Collection<Existing> deleted, Refusals refusals);
    }

    @Override
    public boolean concerns(String asked) {
        return type.equals(asked);
    }

    private static void nameIsFreeAgain(Existing asked, Collection<Existing> deleted, Refusals refusals) {
        boolean isKept = deleted.stream()
                .filter(other -> other.type().equals(asked.type()))
                .filter(other -> other.place().region().equals(asked.place().region()))
                .filter(other -> other.value("name").equals(asked.value("name")))
                .anyMatch(other -> other.number("recoveryWindowInDays").orElse(30L) > 0);
        refusals.unless(
                !isKept,
                "name",
                "a secret of this name is scheduled for deletion; restore it and import it, or wait until it is deleted");
    }
}
