package groundwork.change.pairs;

import groundwork.change.steps.State;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.Arbitrary;

/** Random journeys, which shrink to fewer updates of fewer edits. */
final class Journeys {
    private static final int UPDATES = 3;
    private static final int EDITS = 4;
    private static final BaseStacks STACKS = new BaseStacks();
    private static final SmallStacks BASES = new SmallStacks(STACKS);
    private static final Map<String, State> DEPLOYED = new ConcurrentHashMap<>();

    private Journeys() {}

    static Arbitrary<Journey> any() {
        return BASES.names().flatMap(base -> {
            var config = BASES.config(base);
            return new Edits(STACKS, config)
                    .any()
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(EDITS)
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(UPDATES)
                    .map(updates -> new Journey(base, config, updates));
        });
    }

    /** Until something is refused, of which people were told. What was, as far as something was. */
    static List<String> play(Journey journey) {
        var state =
                DEPLOYED.computeIfAbsent(journey.base(), any -> journey.start().deployed());
        for (var version : journey.versions()) {
            var update = Update.of(state, version);
            update.doesNothingThatWasNotForetold();
            update.endsAsAFirstDeployment();
            update.leavesNothingToDo();
            var refusals = update.refusals();
            if (!refusals.isEmpty()) {
                return refusals;
            }
            update.leavesNothingBehind();
            state = update.after();
        }
        return List.of();
    }
}
