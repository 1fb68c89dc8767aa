package groundwork.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretTest {
    private static final Map<String, Object> INPUTS = Map.of(
            "name",
            "orders",
            "password",
            new Secret("hunter2!"),
            "keys",
            List.of(new Secret(Map.of("first", "hunter2!long", "second", 123456))),
            "short",
            new Secret("on"));

    @Test
    void masksWhateverIsSecretAndNothingElse() {
        assertThat(Secret.mask("\"hunter2!\" and hunter2!long and 123456 of orders", INPUTS))
                .isEqualTo("\"[secret]\" and [secret] and [secret] of orders");
    }

    @Test
    void leavesWordsThatASecretTooShortToBeOneWouldTear() {
        assertThat(Secret.mask("one condition", INPUTS)).isEqualTo("one condition");
    }
}
