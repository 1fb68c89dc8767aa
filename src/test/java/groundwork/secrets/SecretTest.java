package groundwork.secrets;

import static groundwork.aws.ResourceTypes.SECRETSMANAGER_SECRET;
import static groundwork.aws.ResourceTypes.SECRETSMANAGER_SECRET_ROTATION;
import static groundwork.aws.ResourceTypes.SECRETSMANAGER_SECRET_VERSION;
import static groundwork.aws.ResourceTypes.SSM_PARAMETER;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Rows;
import groundwork.Topologies;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import groundwork.settings.StackText;
import groundwork.values.Unknown;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecretTest {
    private static final String FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:rotate";

    @Test
    void isNamedByItsPathAndRecoverableInProduction() {
        var recording = run("production", "{ value: hunter2 }");

        assertThat(recording.named(SECRETSMANAGER_SECRET, "api-stored-secret").inputs())
                .containsEntry("name", "/shop/test/api")
                .containsEntry(
                        "kmsKeyId",
                        recording.named("aws:kms/key:Key", "key-key").text("arn"));
        assertThat(recording.named(SECRETSMANAGER_SECRET, "api-stored-secret").number("recoveryWindowInDays"))
                .isEqualTo(30);
    }

    @Test
    void isASecureStringInParameterStoreUnderTheNameThatIsAskedFor() {
        var recording = run("production", "{ value: hunter2, store: parameter-store, name: MONGO_URI }");

        var parameter = recording.named(SSM_PARAMETER, "api-stored-parameter");
        assertThat(parameter.inputs())
                .containsEntry("name", "/shop/test/MONGO_URI")
                .containsEntry("type", "SecureString")
                .containsEntry("tier", "Standard")
                .containsEntry(
                        "keyId", recording.named("aws:kms/key:Key", "key-key").text("arn"));
        assertThat(parameter.text("value")).isEqualTo("hunter2");
        assertThat(parameter.isSecret("value")).isTrue();
        assertThat(parameter.ignoreChanges()).isEmpty();
        assertThat(recording.ofType(SECRETSMANAGER_SECRET)).isEmpty();
        assertThat(recording.outputs())
                .containsEntry("secret value", parameter.text("arn"))
                .containsEntry("ready", List.of(parameter.urn()));
    }

    @Test
    void isKeptBelowThePathThatIsAskedFor() {
        var path = "groundwork:secretPath: prod/books\n";

        assertThat(run(path, "staging", "{ value: hunter2, store: secrets-manager }")
                        .named(SECRETSMANAGER_SECRET, "api-stored-secret")
                        .text("name"))
                .isEqualTo("prod/books/api");
        assertThat(run(path, "staging", "{ store: parameter-store, generate: 20 }")
                        .named(SSM_PARAMETER, "api-stored-parameter")
                        .text("name"))
                .isEqualTo("/prod/books/api");
    }

    @Rows(
            """
            { value: hunter2 }                          | aws:ssm/parameter:Parameter
            { generate: 32 }                            | aws:ssm/parameter:Parameter
            { value: "{{hunter2}}" }                    | aws:secretsmanager/secret:Secret
            { values: { a: hunter2 } }                  | aws:secretsmanager/secret:Secret
            { keys: [a] }                               | aws:secretsmanager/secret:Secret
            { byHand: true }                            | aws:secretsmanager/secret:Secret
            { generate: 32, rotation: 30d, rotationFunction: "arn:aws:lambda:us-east-1:123456789012:function:rotate" } | aws:secretsmanager/secret:Secret
            { value: hunter2, store: secrets-manager }  | aws:secretsmanager/secret:Secret
            """)
    void elsewhereThanInProductionTheCheapestStoreThatFits(String secret, String type) {
        var both = Stream.of(SSM_PARAMETER, SECRETSMANAGER_SECRET);

        assertThat(both.filter(it -> !run("staging", secret).ofType(it).isEmpty()))
                .containsExactly(type);
    }

    @Test
    void leavesAParameterToWhoeverHasItsValue() {
        var recording = run("production", "{ store: parameter-store, byHand: true, name: MONGO_URI }");

        assertThat(recording.ofType(SSM_PARAMETER)).isEmpty();
        assertThat(recording.outputs())
                .containsEntry("secret value", "arn:aws:ssm:us-east-1:123456789012:parameter/shop/test/MONGO_URI")
                .containsEntry("ready", List.of());
    }

    @Test
    void leavesItsNameFreeElsewhere() {
        var secret = run("staging", "{ value: hunter2, store: secrets-manager }")
                .named(SECRETSMANAGER_SECRET, "api-stored-secret");

        assertThat(secret.number("recoveryWindowInDays")).isZero();
        assertThat(secret.inputs()).doesNotContainKey("kmsKeyId");
    }

    @Test
    void keepsOneValueSecret() {
        var version = version("{ value: hunter2, store: secrets-manager }");

        assertThat(version.text("secretString")).isEqualTo("hunter2");
        assertThat(version.isSecret("secretString")).isTrue();
        assertThat(version.ignoreChanges()).isEmpty();
    }

    @Test
    void keepsSeveralValuesAsOneObject() {
        var version = version("{ values: { stripe: s, github: g } }");

        assertThat(version.text("secretString")).isEqualTo("{\"github\":\"g\",\"stripe\":\"s\"}");
        assertThat(version.isSecret("secretString")).isTrue();
    }

    @Test
    void writesNothingIntoWhatPeopleFillIn() {
        for (var secret : List.of("{ keys: [stripe, github] }", "{ byHand: true }")) {
            var recording = run("production", secret);

            assertThat(recording.ofType(SECRETSMANAGER_SECRET_VERSION)).isEmpty();
            assertThat(recording.outputs())
                    .containsEntry(
                            "ready",
                            List.of(recording
                                    .named(SECRETSMANAGER_SECRET, "api-stored-secret")
                                    .urn()));
        }
    }

    @Test
    void makesUpAValue() {
        var recording = run("staging", "{ generate: 48, store: secrets-manager }");
        var password = recording.named("random:index/randomPassword:RandomPassword", "api-generated");

        assertThat(password.number("length")).isEqualTo(48);
        assertThat(recording
                        .named(SECRETSMANAGER_SECRET_VERSION, "api-stored-version")
                        .text("secretString"))
                .isEqualTo(password.text("result"))
                .hasSize(48);
    }

    @Test
    void isRotatedByTheNamedFunction() {
        var recording = run("staging", "{ value: first, rotation: 30d, rotationFunction: \"%s\" }".formatted(FUNCTION));

        var rotation = recording.named(SECRETSMANAGER_SECRET_ROTATION, "api-rotation");
        assertThat(rotation.text("rotationLambdaArn")).isEqualTo(FUNCTION);
        assertThat(rotation.number("rotationRules.automaticallyAfterDays")).isEqualTo(30);
        assertThat(recording
                        .named(SECRETSMANAGER_SECRET_VERSION, "api-stored-version")
                        .ignoreChanges())
                .containsExactly("secretString");
    }

    @Test
    void refusesARotationThatNothingDoes() {
        assertThat(StackText.problems("groundwork:secrets: { api: { value: first, rotation: 30d } }"))
                .singleElement()
                .asString()
                .contains("rotation", "needs rotationFunction; set it too");
    }

    @Test
    void givesATaskTheWholeAndEachKey() {
        var recording = run("staging", "{ keys: [stripe, git-hub.key] }");
        var arn = recording.named(SECRETSMANAGER_SECRET, "api-stored-secret").text("arn");

        assertThat(recording.outputs())
                .containsEntry("secret value", arn)
                .containsEntry("secret stripe", arn + ":stripe::")
                .containsEntry("secret git-hub-key", arn + ":git-hub.key::");
    }

    @Test
    void isReadyWithItsContent() {
        var recording = run("staging", "{ value: hunter2, store: secrets-manager }");

        assertThat(recording.outputs())
                .containsEntry(
                        "ready",
                        List.of(recording
                                .named(SECRETSMANAGER_SECRET_VERSION, "api-stored-version")
                                .urn()));
    }

    @Test
    void hasNoArnWhileItIsOnlyPreviewed() {
        var recording = run("staging", "{ generate: 32, store: secrets-manager }", Ids.UNKNOWN);

        assertThat(recording.outputs()).containsEntry("secret value", Unknown.UNKNOWN);
        assertThat(recording
                        .named(SECRETSMANAGER_SECRET_VERSION, "api-stored-version")
                        .get("secretString"))
                .isEqualTo(Unknown.UNKNOWN);
    }

    private static Recorded version(String secret) {
        return run("staging", secret).named(SECRETSMANAGER_SECRET_VERSION, "api-stored-version");
    }

    private static Recording run(String environment, String secret) {
        return run(environment, secret, Ids.KNOWN);
    }

    private static Recording run(String path, String environment, String secret) {
        return record(text(environment, secret) + path, Ids.KNOWN);
    }

    private static Recording run(String environment, String secret, Ids ids) {
        return record(text(environment, secret), ids);
    }

    private static String text(String environment, String secret) {
        return """
                groundwork:environment: %s
                groundwork:secrets: { api: %s }
                """
                .formatted(environment, secret);
    }

    private static Recording record(String text, Ids ids) {
        return Topologies.of(text, ids, (stack, plan, context) -> {
            var api = new Secret("api", plan.settings().secrets().get("api"), stack);
            Topologies.export(api.connect(Optional.empty()), context);
        });
    }
}
