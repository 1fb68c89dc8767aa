package groundwork.settings.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> KNOWN =
            List.of("multiAz", "min", "max", "production", "staging", "requestsPerMinute");

    @ParameterizedTest
    @CsvSource({
        "multi-az, multiAz",
        "mx, max",
        "mni, min",
        "prod, production",
        "stagign, staging",
        "request_per_minute, requestsPerMinute"
    })
    void whatIsCloseIsMeant(String written, String meant) {
        assertThat(Nearest.to(written, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"banana", "q", "''"})
    void whatIsFarIsNot(String written) {
        assertThat(Nearest.to(written, KNOWN)).isEmpty();
    }
}
