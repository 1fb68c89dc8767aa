package groundwork;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.offline.Ids;
import groundwork.report.TopologyText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopologyTest {
    @ParameterizedTest
    @EnumSource(Ids.class)
    void nothingIsRefused(Ids ids) {
        var recording = Stacks.file("Pulumi.prod.yaml", ids);
        TopologyText.of(recording).forEach(System.out::println);
        assertThat(recording.refusals()).isEmpty();
    }
}
