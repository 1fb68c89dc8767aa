package groundwork.settings.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PulumiConfigTest {
    @Test
    void everyKeyThatTheLanguageHostPassesOnIsSeen() {
        var configuration = PulumiConfig.of(
                "shop", "dev", Map.of("PULUMI_CONFIG", "{\"groundwork:servces\":\"{}\",\"aws:region\":\"us-east-1\"}"));
        assertThat(configuration)
                .isEqualTo(
                        Configuration.of("shop", "dev", Map.of("groundwork:servces", "{}", "aws:region", "us-east-1")));
    }

    @Test
    void encryptedKeysAreKnown() {
        var configuration =
                PulumiConfig.of("shop", "dev", Map.of("PULUMI_CONFIG_SECRET_KEYS", "[\"groundwork:secrets\"]"));
        assertThat(configuration.wasEncrypted("secrets")).isTrue();
        assertThat(configuration.wasEncrypted("parameters")).isFalse();
    }

    @Test
    void withoutALanguageHostThereIsNothing() {
        assertThat(PulumiConfig.of("shop", "dev", Map.of()).values()).isEmpty();
    }
}
