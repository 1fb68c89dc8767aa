package groundwork.settings.units;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresVersionTest {
    @ParameterizedTest
    @CsvSource({
        "14.11, false",
        "14.12, true",
        "15.6, false",
        "15.7, true",
        "16.2, false",
        "16.3, true",
        "16.10, true",
        "15, true",
        "17.4, true"
    })
    void auroraPausesFromCertainVersionsOn(String version, boolean pauses) {
        assertThat(PostgresVersion.parse(version).canPause()).isEqualTo(pauses);
        assertThat(PostgresVersion.parse(version)).hasToString(version);
    }
}
