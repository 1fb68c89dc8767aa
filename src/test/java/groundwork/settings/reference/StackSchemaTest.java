package groundwork.settings.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackSchemaTest {
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(StackSchema.text());

    @ParameterizedTest
    @ValueSource(strings = {"prod", "staging"})
    void homeStackIsValid(String stack) throws IOException {
        assertThat(faults(Files.readString(Path.of("Pulumi." + stack + ".yaml"))))
                .isEmpty();
    }

    @Test
    void encryptedSecretIsValid() {
        assertThat(faultsOf(
                        "groundwork:secrets: { key: { secure: v1:abc }, pair: { values: { a: { secure: v1:d } } } }"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "groundwork:servces: {}",
                "groundwork:services: { app: { taks: 1 } }",
                "groundwork:services: { app: { tasks: { min: many } } }",
                "groundwork:services: { My_App: {} }",
                "groundwork:services: { app: { port: 0 } }",
                "groundwork:services: { app: { spot: 150% } }",
                "groundwork:services: { app: { environment: { A: { secure: v1:abc } } } }",
                "groundwork:domain: { name: example.com }",
                "groundwork:environment: prod",
                "groundwork:network: { flowLogs: 30 days }",
            })
    void mistakeIsNot(String setting) {
        assertThat(faultsOf(setting)).isNotEmpty();
    }

    private static List<String> faultsOf(String setting) {
        return faults("config:\n  aws:region: us-east-1\n  groundwork:owner: team\n  " + setting + "\n");
    }

    private static List<String> faults(String yaml) {
        return SCHEMA.validate(yaml, InputFormat.YAML).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
