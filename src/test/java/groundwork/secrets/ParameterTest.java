package groundwork.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Topologies;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParameterTest {
    @Test
    void isAPlainValueThatTasksReadWhenTheyStart() {
        var recording = Topologies.of("groundwork:parameters: { log-level: info }", (stack, plan, context) -> {
            var level = new Parameter("log-level", plan.settings().parameters().get("log-level"), stack);
            Topologies.export(level.connect(Optional.empty()), context);
        });

        var parameter = recording.named("aws:ssm/parameter:Parameter", "log-level-parameter");
        assertThat(parameter.inputs())
                .isEqualTo(
                        Map.of("name", "/shop/test/log-level", "type", "String", "tier", "Standard", "value", "info"));
        assertThat(parameter.parent())
                .isEqualTo(recording
                        .named("groundwork:secrets:Parameter", "log-level")
                        .urn());
        assertThat(recording.outputs())
                .containsEntry("secret value", "arn:aws:ssm:us-east-1:123456789012:parameter/shop/test/log-level");
    }
}
