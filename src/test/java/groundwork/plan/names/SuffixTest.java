package groundwork.plan.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SuffixTest {
    @Test
    void plainTextsBecomeTheirWords() {
        assertThat(Suffix.of("*", "/")).isEqualTo("any");
        assertThat(Suffix.of("ws/*", "/")).isEqualTo("ws-any");
        assertThat(Suffix.of("*.example.com", ".")).isEqualTo("any-example-com");
    }

    @Test
    void textsOfTheSameWordsAreToldApart() {
        assertThat(Stream.of("a/b", "a-b", "a/b/", "A/b", "a/*", "a/any", "a*", "", "*")
                        .map(text -> Suffix.of(text, "/")))
                .doesNotHaveDuplicates()
                .allMatch(suffix -> suffix.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }
}
