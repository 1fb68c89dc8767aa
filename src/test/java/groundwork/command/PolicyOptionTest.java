package groundwork.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import groundwork.policy.PolicyPack;
import groundwork.tools.Needs;
import groundwork.tools.Tool;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Previews that the built policy pack judges. */
@Needs(Tool.NODE)
class PolicyOptionTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void packIsBuilt() {
        assumeThat(PolicyPack.ofRepository().judge())
                .as("the built policy pack; run policy/build")
                .exists();
    }

    @Test
    void aPasswordInAnEnvironmentFailsAndNamesTheSetting() throws IOException {
        var violation = only(previewed("Pulumi.prod.yaml", ".", "NODE_ENV:", "DB_PASSWORD: hunter2, NODE_ENV:"));
        assertThat(violation.get("setting").getAsString()).isEqualTo("services.app.environment.DB_PASSWORD");
        assertThat(out.toString() + err).doesNotContain("password is hunter2");
        assertThat(err.toString()).contains("mandatory  services.app.environment.DB_PASSWORD: ");
    }

    @Test
    void aProductionDatabaseInOneZoneFailsWithNoFilePassedByHand() throws IOException {
        var violation = only(
                previewed("stacks/vgs/Pulumi.fargate-medium.yaml", "stacks/vgs", "multiAz: true", "multiAz: false"));
        assertThat(violation.get("rule").getAsString()).isEqualTo("production-survives-a-zone");
        assertThat(violation.get("setting").getAsString()).isEqualTo("databases.db.multiAz");
    }

    @Test
    void anExceptionLetsItPassUntilItsDay() throws IOException {
        var policy = previewed(
                "stacks/vgs/Pulumi.fargate-medium.yaml",
                "stacks/vgs",
                "multiAz: true",
                "multiAz: false",
                exception("db-instance", TODAY));
        assertThat(policy.get("passed").getAsBoolean()).isTrue();
        assertThat(policy.getAsJsonArray("excepted")).singleElement().satisfies(excepted -> assertThat(
                        excepted.getAsJsonObject().get("reason").getAsString())
                .isEqualTo("the shop is closed at night"));

        var expired = previewed(
                "stacks/vgs/Pulumi.fargate-medium.yaml",
                "stacks/vgs",
                "multiAz: true",
                "multiAz: false",
                exception("db-instance", TODAY.minusDays(1)));
        assertThat(mandatory(expired)).containsExactly("production-survives-a-zone", "exceptions-hold");
    }

    @Test
    void withoutThePackItIsALoudLineOrAnError() throws Exception {
        var absent = new PolicyPack(folder.resolve("absent"), "node", java.time.Duration.ofSeconds(1));
        try (var judging = PolicyOption.start(absent, false, new PrintWriter(err, true))) {
            assertThat(judging.isUnderWay()).isFalse();
        }
        assertThat(err.toString())
                .isEqualTo(
                        "######## POLICY NOT JUDGED: the policy pack is not built; run ./groundwork build with Node 20 or "
                                + "later and npm; --policy off leaves this out\n");
    }

    private static String exception(String resource, LocalDate until) {
        return "  groundwork:policy: { exceptions: [{ rule: production-survives-a-zone, resource: %s, reason: %s, until: \"%s\" }] }\n"
                .formatted(resource, "the shop is closed at night", until);
    }

    private JsonObject previewed(String file, String project, String from, String to, String... more)
            throws IOException {
        var text = Files.readString(Path.of(file)).replaceFirst(from, to) + String.join("", more);
        var changed = Files.writeString(folder.resolve("Pulumi.changed.yaml"), text);
        var stack = file.replaceAll(".*Pulumi\\.|\\.yaml", "");
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        int code = Groundwork.commandLine(Terminal.NONE)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(
                        "preview",
                        stack,
                        "-C",
                        project,
                        "--config-file",
                        changed.toString(),
                        "--json",
                        "--policy",
                        "required");
        var policy = JsonParser.parseString(out.toString()).getAsJsonObject().getAsJsonObject("policy");
        assertThat(code).isEqualTo(policy.get("passed").getAsBoolean() ? 0 : 3);
        return policy;
    }

    private static JsonObject only(JsonObject policy) {
        assertThat(mandatory(policy)).hasSize(1);
        return policy.getAsJsonArray("violations").asList().stream()
                .map(violation -> violation.getAsJsonObject())
                .filter(violation -> violation.get("level").getAsString().equals("mandatory"))
                .findFirst()
                .orElseThrow();
    }

    private static java.util.List<String> mandatory(JsonObject policy) {
        return policy.getAsJsonArray("violations").asList().stream()
                .map(violation -> violation.getAsJsonObject())
                .filter(violation -> violation.get("level").getAsString().equals("mandatory"))
                .map(violation -> violation.get("rule").getAsString())
                .toList();
    }
}
