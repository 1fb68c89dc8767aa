package groundwork.change.pairs;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * The same as {@link PairsTest}, as often as eight minutes allow: {@code mvn test -Dtest=ManyPairs};
 * {@code -Dgroundwork.seconds=60} for one minute. It prints what was refused, and how often.
 */
class ManyPairs {
    private static final long SECONDS = Long.getLong("groundwork.seconds", 480);
    private static final long START = System.nanoTime();
    private static final List<String> TOLD = new ArrayList<>();
    private static int played;

    @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.FULL)
    void endAsIfTheyWereNewAndLeaveNothingBehind(@ForAll("journeys") Journey journey) {
        if ((System.nanoTime() - START) / 1_000_000_000 < SECONDS) {
            TOLD.addAll(Journeys.play(journey));
            played++;
        }
    }

    @AfterContainer
    static void tell() {
        var told = TOLD.stream().collect(groupingBy((String refusal) -> refusal, TreeMap::new, counting()));
        System.out.printf("%d journeys%n", played);
        told.forEach((refusal, times) -> System.out.printf("%6d  %s%n", times, refusal));
    }

    @Provide
    static Arbitrary<Journey> journeys() {
        return Journeys.any();
    }
}
