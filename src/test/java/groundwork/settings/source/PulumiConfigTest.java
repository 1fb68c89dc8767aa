package groundwork.settings.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PulumiConfigTest {
    @Test
    void everyKeyThatTheLanguageHostPassesOnIsSeen() {
        assertThat(PulumiConfig.passedOn(Optional.of("{\"groundwork:servces\":\"{}\",\"aws:region\":\"us-east-1\"}")))
                .containsEntry("groundwork:servces", "{}")
                .containsEntry("aws:region", "us-east-1");
    }

    @Test
    void withoutALanguageHostNothingIsPassedOn() {
        assertThat(PulumiConfig.passedOn(Optional.empty())).isEmpty();
    }
}
