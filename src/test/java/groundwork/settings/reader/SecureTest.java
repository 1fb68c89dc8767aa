package groundwork.settings.reader;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.values.Secret;
import org.junit.jupiter.api.Test;

class SecureTest {
    @Test
    void whatStandsForAnEncryptedValueMasksNoWordOfAMessage() {
        var inputs = Secret.of(Secure.UNKNOWN.value());

        assertThat(Secret.mask("is not encrypted with the stack's key", inputs))
                .isEqualTo("is not encrypted with the stack's key");
    }
}
