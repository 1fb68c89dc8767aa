package groundwork.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.pulumi.aws.ssm.Parameter;
import com.pulumi.aws.ssm.ParameterArgs;
import com.pulumi.core.Output;
import groundwork.offline.OfflineEngine;
import groundwork.offline.Run;
import groundwork.offline.recording.Recording;
import groundwork.settings.StackSettings;
import groundwork.settings.StackText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process that judges, here a shell script in the place of Node. */
class JudgeTest {
    private static final StackSettings SETTINGS = StackText.settings(
            """
            groundwork:environment: preview
            groundwork:policy:
              rules: { production-data-is-kept: { level: advisory, backupDays: 3 } }
              exceptions: [{ rule: production-data-is-kept, resource: db, reason: it is thrown away, until: "2026-12-31" }]
            """);
    private final Recording recording = OfflineEngine.run(
            Run.of("shop", "test"),
            context -> new Parameter(
                    "one",
                    ParameterArgs.builder()
                            .type("SecureString")
                            .value(Output.ofSecret("hunter2"))
                            .build()));

    @TempDir
    private Path folder;

    @Test
    void isHandedEnvironmentPolicyAndResourcesOnce() throws Exception {
        judged("cat > '%s'; echo '{\"passed\": true, \"violations\": [], \"unknown\": [], \"excepted\": []}'"
                .formatted(folder.resolve("handed")));

        var handed = JsonParser.parseString(Files.readString(folder.resolve("handed")))
                .getAsJsonObject();
        assertThat(handed.get("environment").getAsString()).isEqualTo("preview");
        assertThat(handed.get("policy"))
                .isEqualTo(
                        JsonParser.parseString(
                                """
                                {"rules": {"production-data-is-kept": {"level": "advisory", "backupDays": 3}},
                                 "exceptions": [{"rule": "production-data-is-kept", "resource": "db",
                                                 "reason": "it is thrown away", "until": "2026-12-31"}]}
                                """));
        assertThat(handed.getAsJsonArray("resources"))
                .map(resource -> resource.getAsJsonObject())
                .filteredOn(resource -> resource.get("name").getAsString().equals("one"))
                .singleElement()
                .extracting(resource ->
                        resource.getAsJsonObject("inputs").get("value").getAsString())
                .isEqualTo("hunter2");
    }

    @Test
    void aSecretInAMessageIsHidden() throws Exception {
        var violation = new JsonObject();
        for (var key : new String[] {"rule", "level", "resource", "path", "remedy", "setting"}) {
            violation.addProperty(key, key);
        }
        violation.addProperty("message", "the value is hunter2");
        var answer =
                "{\"passed\": false, \"violations\": [%s], \"unknown\": [], \"excepted\": []}".formatted(violation);

        var judgement = judged(
                "cat > /dev/null; echo '%s'".formatted(answer.replace("\"setting\"}", "\"setting\",\"control\":[]}")));

        assertThat(judgement.violations())
                .extracting(Judgement.Violation::message)
                .containsExactly("the value is [secret]");
    }

    @Test
    void aPackThatIsNotBuiltAndANodeThatIsMissingSayWhatToDo() {
        assertThatExceptionOfType(NotJudged.class)
                .isThrownBy(() -> Judge.start(pack(folder.resolve("absent"), "sh")))
                .withMessage("the policy pack is not built; run ./groundwork build with Node 20 or later and npm");
        assertThatExceptionOfType(NotJudged.class)
                .isThrownBy(() -> Judge.start(pack(script("cat"), "/nowhere/node")))
                .withMessage("there is no Node on the PATH; install Node 20 or later");
    }

    @Test
    void aNodeThatIsTooOldSaysSo() {
        assertThatExceptionOfType(NotJudged.class)
                .isThrownBy(() -> judged("echo 'Node 12 is too old' >&2; exit 64"))
                .withMessage("Node 12 is too old");
    }

    @Test
    void aBrokenPackFailsWithTheLineThatMatters() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() ->
                        judged("printf 'rule.js:1\\n  throw\\n\\nTypeError: x is not a function\\n at y' >&2; exit 1"))
                .withMessage(
                        "the policy pack failed: TypeError: x is not a function; run ./groundwork build, or npm test "
                                + "in policy; --policy off goes without it");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> judged("cat > /dev/null; echo '<html>'"))
                .withMessageStartingWith("the policy pack failed: its answer is not a judgement");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> judged("cat > /dev/null"))
                .withMessageStartingWith("the policy pack failed: it ended with exit code 0");
    }

    @Test
    void aPackThatHangsIsEnded() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> judged("exec sleep 60", Duration.ofSeconds(1)))
                .withMessageStartingWith("the policy pack failed: it gave no answer within 1 s");
    }

    private Judgement judged(String commands) throws NotJudged, IOException {
        return judged(commands, Duration.ofSeconds(30));
    }

    private Judgement judged(String commands, Duration limit) throws NotJudged, IOException {
        try (var judge = Judge.start(new PolicyPack(script(commands), "sh", limit))) {
            return judge.judge(recording, SETTINGS);
        }
    }

    private static PolicyPack pack(Path judge, String node) {
        return new PolicyPack(judge, node, Duration.ofSeconds(30));
    }

    private Path script(String commands) throws IOException {
        return Files.writeString(folder.resolve("judge"), commands);
    }
}
