package groundwork.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroundworkTest {
    @TempDir
    private Path project;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void settingsShowEveryValueAndItsOrigin() {
        assertThat(run("settings", "prod", "--cwd", ".")).isZero();
        assertThat(out.toString().lines().map(line -> line.replaceAll(" {2,}", " | ")))
                .contains("network.nat | per-zone | stack file", "encryption.key | own | default for production");
        assertThat(err).hasToString("");
    }

    @Test
    void unknownStackIsToldWithTheNearestOne() throws IOException {
        Files.writeString(project.resolve("Pulumi.prod.yaml"), "config: {}");
        assertThat(run("settings", "prdo", "--cwd", project.toString())).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "1 problem in the settings",
                        "  " + project + "/Pulumi.prdo.yaml: there is no such file; did you mean \"prod\"?");
    }

    @Test
    void settingsWithProblemsEndInTwo() throws IOException {
        Files.writeString(project.resolve("Pulumi.prod.yaml"), "config: { aws:region: us-eats-1 }");
        assertThat(run("settings", "prod", "--cwd", project.toString())).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "2 problems in the settings",
                        "  aws:region: \"us-eats-1\": write the name of an AWS region such as us-east-1; did you mean"
                                + " \"us-east-1\"?",
                        "  owner: is missing; give up to 100 letters, digits, spaces or any of _.:/=+-@, for example"
                                + " team-shop");
    }

    @Test
    void folderWithoutStacksPointsToTheOption() {
        assertThat(run("settings", "prod", "--cwd", project.toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains("  " + project + "/Pulumi.prod.yaml: there is no such file; there are no stacks in " + project
                        + "; name the project's folder with -C");
    }

    @Test
    void folderThatIsNotThereIsAProblem() {
        var absent = project.resolve("absent").toString();
        assertThat(run("settings", "prod", "-C", absent)).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly("1 problem in the settings", "  " + absent + ": there is no such folder");
    }

    @Test
    void standardInputIsAStackFileToo() {
        var before = System.in;
        System.setIn(
                new ByteArrayInputStream("config: { aws:region: eu-west-1, groundwork:owner: me }".getBytes(UTF_8)));
        try {
            assertThat(run("settings", "dev", "--config-file", "-", "-C", project.toString()))
                    .isZero();
        } finally {
            System.setIn(before);
        }
        assertThat(out.toString().lines().map(line -> line.replaceAll(" {2,}", " | ")))
                .contains("owner | me | stack file");
    }

    @Test
    void otherFailuresEndInOneWithOneLine() {
        assertThat(run("env", "staging", "nobody", "-C", ".")).isEqualTo(1);
        assertThat(err.toString().lines().skip(1))
                .singleElement()
                .asString()
                .startsWith("groundwork: no service is called nobody; there are ");
    }

    @Test
    void plainParametersAreToldFromSecrets() {
        assertThat(run("env", "prod", "worker", "-C", ".")).isZero();
        assertThat(out.toString().lines())
                .contains("LOG_LEVEL=[parameter] /interviewlm/prod/log-level")
                .anyMatch(line -> line.startsWith("DB_URL=[secret] "));
    }

    @Test
    void wrongUseEndsInOne() {
        assertThat(run("settings")).isEqualTo(1);
        assertThat(run()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--help", "prod"})
    void unknownCommandIsToldWithTheNearestOne(String more) {
        assertThat(run(Stream.of("setings", more).filter(it -> !it.isEmpty()).toArray(String[]::new)))
                .isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "groundwork: no such command: setings; did you mean \"settings\"?",
                        "groundwork --help says more");
    }

    @Test
    void helpNamesEveryCommand() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("  preview ", "  env ", "  settings ", "  build ", "  reference ");
    }

    @Test
    void configurationOfTheProjectIsUnderThatOfTheStack() throws IOException {
        Files.writeString(
                project.resolve("Pulumi.yaml"),
                "name: shop\nconfig: { aws:region: eu-west-1, groundwork:owner: { value: all }, size: { type: integer } }");
        Files.writeString(project.resolve("Pulumi.dev.yaml"), "config: { groundwork:owner: team }");
        assertThat(run("settings", "dev", "--cwd", project.toString())).isZero();
        assertThat(out.toString().lines().map(line -> line.replaceAll(" {2,}", " | ")))
                .contains("owner | team | stack file", "system | shop | project's name");
    }

    private int run(String... arguments) {
        return Groundwork.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
