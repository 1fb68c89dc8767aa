package groundwork.settings.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({"0, 0s", "30s, 30s", "90s, 90s", "300s, 5m", "12h, 12h", "36h, 36h", "24h, 1d", "14d, 14d"})
    void largestWholeUnitIsShown(String written, String shown) {
        assertThat(Durations.text(Durations.parse(written))).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "-1s", "1.5h", "1w", "5 m", "9999999999s"})
    void otherFormsAreRefused(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> Durations.parse(written));
    }
}
