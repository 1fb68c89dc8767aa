package groundwork.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundwork.settings.entry.Reading;
import groundwork.settings.entry.Settings;
import groundwork.settings.problems.SettingsException;
import groundwork.settings.source.Configuration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegionTest {
    @ParameterizedTest
    @ValueSource(strings = {"us-gov-west-1", "cn-north-1", "cn-northwest-1", "eusc-de-east-1", "us-iso-east-1"})
    void otherPartitionsAreRefused(String region) {
        assertThatThrownBy(() -> read(region))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(
                        "aws:region: %s is in another partition of AWS (GovCloud, China or a sovereign cloud), with other"
                                + " ARNs and without CloudFront's global names; choose a commercial region such as us-east-1",
                        region);
    }

    @Test
    void aRegionThatIsNewIsTakenForCommercial() {
        assertThat(read("eu-west-9").region()).isEqualTo("eu-west-9");
    }

    private static Reading read(String region) {
        return Settings.read(Configuration.of(
                "shop",
                "test",
                Map.of("aws:region", region, "groundwork:environment", "staging", "groundwork:owner", "a")));
    }
}
