package groundwork.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PathTest {
    private static final Map<String, Object> ROOT = Map.of(
            "a",
            Map.of("b", List.of(Map.of("c", 1L), List.of("x", "y"))),
            "hidden",
            new Secret(Map.of("password", "hunter2")),
            "later",
            Unknown.UNKNOWN);

    @Test
    void digsThroughMapsAndLists() {
        assertThat(Path.parse("a.b[0].c").in(ROOT)).contains(1L);
        assertThat(Path.parse("a.b[1][1]").in(ROOT)).contains("y");
        assertThat(Path.parse("a.b[2]").in(ROOT)).isEmpty();
        assertThat(Path.parse("a.c").in(ROOT)).isEmpty();
    }

    @Test
    void whatLiesInASecretIsSecret() {
        assertThat(Path.parse("hidden.password").in(ROOT)).contains(new Secret("hunter2"));
    }

    @Test
    void whatLiesInTheUnknownIsUnknown() {
        assertThat(Path.parse("later.more[0]").in(ROOT)).contains(Unknown.UNKNOWN);
    }
}
