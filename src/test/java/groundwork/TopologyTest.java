package groundwork;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.offline.Ids;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopologyTest {
    @ParameterizedTest
    @EnumSource(Ids.class)
    void awsRefusesNothingOfProduction(Ids ids) {
        assertThat(Stacks.file("Pulumi.prod.yaml", ids).refusals()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Ids.class)
    void awsRefusesNothingOfStaging(Ids ids) {
        assertThat(Stacks.file("Pulumi.staging.yaml", ids).refusals()).isEmpty();
    }
}
