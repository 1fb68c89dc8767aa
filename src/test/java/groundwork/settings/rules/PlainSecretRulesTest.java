package groundwork.settings.rules;

import static groundwork.settings.StackText.problems;
import static groundwork.settings.StackText.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Rows;
import groundwork.settings.StackText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainSecretRulesTest {
    private static final String IN_USE =
            "contains a credential in plain text; move it to secrets, link to that, and rotate the credential";
    private static final String LOOKS = "looks like a secret in plain text; move it to secrets, and link to that";
    private static final String AWS_KEY = "AKIA" + "ABCDEFGHIJKLMNOP";
    private static final String LIVE_KEY = "sk_" + "live_abcdefgh";

    @ParameterizedTest
    @CsvSource({
        "STRIPE_SECRET, hunter2",
        "DB_PASSWORD, hunter2",
        "GITHUB_TOKEN, hunter2",
        "TOKEN, hunter2",
        "AWS_SECRET_ACCESS_KEY, hunter2",
        "ADDRESS, https://user:hunter2@example.com/"
    })
    void whatLooksLikeASecretIsWarnedOfAndNotRepeated(String name, String value) {
        assertThat(warnings("groundwork:services: { app: { image: app:1, environment: { %s: '%s' } } }"
                        .formatted(name, value)))
                .containsExactly("services.app.environment." + name + ": " + LOOKS);
    }

    @ParameterizedTest
    @CsvSource({
        "PASSWORD_MIN_LENGTH, 8",
        "USE_SECRETS, 'true'",
        "SESSION_TOKEN, 30m",
        "NEXT_PUBLIC_API_KEY, pk_live_1",
        "KEYBOARD, de",
        "ADDRESS, https://example.com/a@b"
    })
    void whatIsHarmlessIsNot(String name, String value) {
        assertThat(warnings("groundwork:services: { app: { image: app:1, environment: { %s: '%s' } } }"
                        .formatted(name, value)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "services: { app: { environment: { ID: %s } } }| services.app.environment.ID",
                "services: { app: { sidecars: { log: { image: 'a:1', environment: { ID: %s } } } } }| services.app.sidecars.log.environment.ID",
                "parameters: { id: %s }| parameters.id"
            })
    void keysOfAwsAreRefusedEverywhere(String text) {
        var parts = text.split("\\| ");
        assertThat(problems("groundwork:" + parts[0].formatted(AWS_KEY))).containsExactly(parts[1] + ": " + IN_USE);
    }

    @Test
    void credentialsInCommandsAreWarnedOf() {
        assertThat(
                        warnings(
                                """
                        groundwork:services:
                          app: { image: "a:1", port: 80, command: [migrate, "mongodb://me:hunter2@db/shop"] }
                        """))
                .containsExactly("services.app.command: " + LOOKS);
    }

    @Rows(
            """
            command: ["--password=hunter2"]                        | command
            command: [--password, hunter2]                         | command
            command: [sh, -c, "TOKEN=hunter2 run"]                 | command
            health: { container: "curl ftp://me:hunter2@db/a" }    | health.container.command
            files: { /config/a: "password=hunter2" }               | files["/config/a"]
            files: { /config/a: "-----BEGIN RSA PRIVATE KEY-----" } | files["/config/a"]
            environment: { DB_PASSWORD: hunter2 }                  | environment.DB_PASSWORD
            """)
    void secretsAreWarnedOfAndShownNowhere(String setting, String path) {
        var reading = StackText.read("groundwork:services: { app: { image: app:1, %s } }".formatted(setting));
        assertThat(reading.warnings()).hasToString("[services.app." + path + ": " + LOOKS + "]");
        assertThat(reading.effective().get("services.app." + path).value()).isEqualTo("[secret]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "command: [sh, -c, 'migrate --password $DB_PASSWORD']",
                "command: [sh, -c, 'migrate --url postgres://$USER:$PASSWORD@$HOST/app']",
                "files: { /config/a: 'token=${TOKEN}' }"
            })
    void namesOfVariablesAreNoSecrets(String setting) {
        assertThat(warnings("groundwork:services: { app: { image: app:1, %s } }".formatted(setting)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"production, 1, 0", "staging, 0, 1"})
    void liveKeysAreRefusedInProduction(String kind, int refused, int warned) {
        var text = "groundwork:environment: %s\ngroundwork:parameters: { stripe: %s }";
        assertThat(problems(text.formatted(kind, LIVE_KEY))).hasSize(refused);
        if (warned > 0) {
            assertThat(warnings(text.formatted(kind, LIVE_KEY))).containsExactly("parameters.stripe: " + LOOKS);
        }
    }

    @Rows(
            """
            secrets: { stripe: { value: hunter2 } }       | secrets.stripe.value
            secrets: { stripe: hunter2 }                  | secrets.stripe
            secrets: { all: { values: { a: hunter2 } } }  | secrets.all.values.a
            """)
    void secretsInPlainTextAreWarnedOf(String setting, String path) {
        assertThat(warnings("groundwork:" + setting))
                .containsExactly(
                        path + ": is not encrypted; set it with `pulumi config set --secret --path 'groundwork:" + path
                                + "'`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secrets: { stripe: { value: { secure: 'v1:x' } }, other: { secure: 'v1:y' } }",
                "secrets: { all: { values: { a: { secure: 'v1:x' } } }, made: { generate: 20 } }"
            })
    void encryptedOnesAreNot(String setting) {
        assertThat(warnings("groundwork:" + setting)).isEmpty();
    }
}
