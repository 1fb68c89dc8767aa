package groundwork.plugin;

import groundwork.simulated.kinds.Difference;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.DiffResponse.DiffChanges;

/** A difference as a provider tells it. */
final class Change {
    private Change() {}

    static DiffResponse response(Difference difference) {
        return DiffResponse.newBuilder()
                .setChanges(difference.changed().isEmpty() ? DiffChanges.DIFF_NONE : DiffChanges.DIFF_SOME)
                .addAllDiffs(difference.changed())
                .addAllReplaces(difference.replacing())
                .setDeleteBeforeReplace(difference.deletesFirst())
                .build();
    }
}
