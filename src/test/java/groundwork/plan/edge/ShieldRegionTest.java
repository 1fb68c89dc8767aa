package groundwork.plan.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShieldRegionTest {
    @ParameterizedTest
    @CsvSource({
        "us-east-1, us-east-1",
        "eu-central-1, eu-central-1",
        "us-west-1, us-west-2",
        "eu-west-3, eu-west-2",
        "me-south-1, ap-south-1",
        "xx-new-1, us-east-1"
    })
    void isTheRegionItselfOrTheNearestThatHasOne(String region, String shield) {
        assertThat(ShieldRegion.nearest(region)).isEqualTo(shield);
    }
}
