package groundwork.settings.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PathOrderTest {
    @Test
    void numbersOfPathsAreNumbers() {
        assertThat(Stream.of("links[10]", "links[2].to", "links[2]", "links").sorted(PathOrder.BY_STEP))
                .containsExactly("links", "links[2]", "links[2].to", "links[10]");
    }

    @Test
    void whatIsBelowASettingFollowsIt() {
        assertThat(Stream.of("services.app-x", "services.app.port", "services.app[\"Ä\"]", "services.app")
                        .sorted(PathOrder.BY_STEP))
                .containsExactly("services.app", "services.app[\"Ä\"]", "services.app.port", "services.app-x");
    }
}
