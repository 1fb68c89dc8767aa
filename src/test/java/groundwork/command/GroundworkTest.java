package groundwork.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
                        "  Pulumi.prdo.yaml: there is no such file; did you mean \"prod\"?");
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
    void otherFailuresEndInOneWithOneLine() {
        assertThat(run("settings", "prod", "--cwd", project.resolve("absent").toString()))
                .isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().startsWith("groundwork: can't look into ");
    }

    @Test
    void wrongUseEndsInOne() {
        assertThat(run("settings")).isEqualTo(1);
        assertThat(run("setings", "prod")).isEqualTo(1);
        assertThat(run()).isEqualTo(1);
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
