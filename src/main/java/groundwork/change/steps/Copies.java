package groundwork.change.steps;

import groundwork.offline.recording.Recorded;
import groundwork.simulated.Made;
import groundwork.simulated.Wanted;
import groundwork.simulated.kinds.Kind;
import groundwork.simulated.kinds.Naming;
import groundwork.simulated.kinds.Outputs;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Names new things and gives them ids beside those that stand, as AWS does: a second copy gets others. */
final class Copies {
    private static final int TRIES = 4;

    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    Copies(State before) {
        before.resources().values().stream().filter(Recorded::custom).forEach(old -> taken.add(identity(old)));
    }

    void free(Recorded old) {
        taken.remove(identity(old));
    }

    Wanted named(Wanted wanted, Map<String, Object> before) {
        return new Naming(free -> !taken.contains(identity(free, "", free.inputs()))).named(wanted, before);
    }

    /** {@code replaced} is what stands in the new thing's place until now. */
    Made made(Wanted wanted, Optional<Recorded> replaced) {
        boolean isUnique = Kind.of(wanted.type()).unique().isPresent();
        for (int copy = 1; copy < TRIES; copy++) {
            var made = Outputs.afterCreate(wanted, copy);
            boolean isTaken = taken.contains(identity(wanted, made.id(), made.outputs()));
            boolean isOld = replaced.filter(old -> isSame(old, made, wanted)).isPresent();
            if (!isOld && (!isTaken || isUnique)) {
                return made;
            }
        }
        return Outputs.afterCreate(wanted, 2);
    }

    /** Whether AWS gave nothing of its own to the new thing that the old one does not have. */
    private static boolean isSame(Recorded old, Made made, Wanted wanted) {
        return made.outputs().entrySet().stream()
                .filter(output -> !wanted.inputs().containsKey(output.getKey()))
                .allMatch(output -> output.getValue().equals(old.outputs().get(output.getKey())));
    }

    static String identity(Recorded resource) {
        return identity(resource.wanted(), resource.id().orElse(""), resource.outputs());
    }

    private static String identity(Wanted wanted, String id, Map<String, Object> outputs) {
        return wanted.type() + "|"
                + Kind.of(wanted.type()).identity(wanted.place().region(), id, outputs);
    }
}
