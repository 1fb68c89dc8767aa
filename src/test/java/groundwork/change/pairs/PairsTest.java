package groundwork.change.pairs;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Random updates of random stacks, one after another: each is refused nowhere, or people were told; it leaves what a first deployment
 * of the new file would make, nothing to do, and nothing behind. {@link ManyPairs} tries more of them.
 */
class PairsTest {
    @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
    void endAsIfTheyWereNewAndLeaveNothingBehind(@ForAll("journeys") Journey journey) {
        Journeys.play(journey);
    }

    @Provide
    static Arbitrary<Journey> journeys() {
        return Journeys.any();
    }
}
