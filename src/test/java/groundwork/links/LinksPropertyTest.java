package groundwork.links;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Reach;
import groundwork.Stacks;
import groundwork.offline.Ids;
import groundwork.offline.recording.RecordingJson;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Of any stack: what AWS refuses is nothing, what is open is what was linked, and a second run is the same. */
class LinksPropertyTest {
    @Property(tries = 25)
    void whatIsLinkedIsOpenAndNothingElse(@ForAll long seed) {
        var stack = RandomStacks.of(seed);
        var topology = Stacks.of(stack.config()).record();
        assertThat(topology.refusals()).isEmpty();
        assertThat(Reach.in(topology)).isEqualTo(stack.opened());
        assertThat(Reach.out(topology))
                .filteredOn(way -> !way.contains("0.0.0.0/0"))
                .containsExactlyElementsOf(stack.opened().stream()
                        .filter(way -> !way.startsWith("0.0.0.0/0") && !way.startsWith(Reach.CLOUDFRONT))
                        .toList());
    }

    @Property(tries = 10)
    void aSecondRunIsTheSame(@ForAll long seed) {
        var stack = RandomStacks.of(seed);
        assertThat(RecordingJson.of(Stacks.of(stack.config()).record()))
                .isEqualTo(RecordingJson.of(Stacks.of(stack.config()).record()));
    }

    @Property(tries = 10)
    void nothingDependsOnKnownIds(@ForAll long seed) {
        var stack = RandomStacks.of(seed);
        var before = Stacks.of(stack.config()).record(Ids.UNKNOWN);
        var after = Stacks.of(stack.config()).record(Ids.KNOWN);
        assertThat(before.resources())
                .extracting("urn")
                .isEqualTo(after.resources().stream()
                        .map(resource -> resource.urn())
                        .toList());
    }
}
