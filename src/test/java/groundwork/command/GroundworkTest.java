package groundwork.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import groundwork.Rows;
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
        assertThat(err.toString().lines())
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

    @Rows(
            """
            preview prod --jsno          | no such option: --jsno; did you mean "--json"?           | groundwork preview
            preview prod more            | one argument too many: "more"; preview takes STACK       | groundwork preview
            settings prod a b            | one argument too many: "b"; settings takes STACK PATH    | groundwork settings
            version now                  | one argument too many: "now"; version takes none         | groundwork version
            --vresion                    | no such option: --vresion; did you mean "--version"?     | groundwork
            preview                      | STACK is missing: the stack's name, as in Pulumi.STACK.yaml. | groundwork preview
            env prod                     | SERVICE is missing: The service's name in the stack file. | groundwork env
            completion fish              | Invalid value for positional parameter at index 0 (SHELL): expected one of [bash, zsh] (case-sensitive) but was 'fish' | groundwork completion
            """)
    void wrongUseIsToldInWords(String line, String message, String command) {
        assertThat(run(line.split(" "))).isEqualTo(1);
        assertThat(err.toString().lines())
                .usingElementComparator(String::compareToIgnoreCase)
                .containsExactly("groundwork: " + message, command + " --help says more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "help"})
    void helpNamesEveryCommand(String help) {
        assertThat(run(help)).isZero();
        assertThat(out.toString())
                .contains(
                        "  preview ",
                        "  diff ",
                        "  env ",
                        "  settings ",
                        "  build ",
                        "  reference ",
                        "  completion ",
                        "  version ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"preview", "diff", "env", "settings", "build", "reference", "completion", "version", "help"})
    void everyCommandHasHelp(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out.toString()).contains("Usage: groundwork " + command);
    }

    @Test
    void versionIsACommandToo() {
        assertThat(run("version")).isZero();
        assertThat(out.toString()).startsWith("groundwork ");
    }

    @Test
    void completionIsAScriptThatKnowsEveryCommand() {
        assertThat(run("completion", "bash")).isZero();
        assertThat(out.toString())
                .contains("complete -F _complete_groundwork", "preview", "diff", "settings", "--config-file");
    }

    @Test
    void referenceWritesNothingUnasked() {
        assertThat(run("reference")).isZero();
        assertThat(out.toString()).startsWith("# Settings");
        assertThat(err.toString().lines())
                .containsExactly("groundwork: nothing is written; --write . writes the files");
    }

    @Test
    void referenceWritesWhereItIsTold() {
        assertThat(run("reference", "--write", project.toString())).isZero();
        assertThat(project.resolve("docs/options.md")).isRegularFile();
        assertThat(project.resolve("schema/stack.schema.json")).isRegularFile();
    }

    @Test
    void settingsBelowAPath() {
        assertThat(run("settings", "prod", "services.worker.tasks", "-C", ".")).isZero();
        assertThat(out.toString().lines()).isNotEmpty().allMatch(line -> line.startsWith("services.worker.tasks."));
    }

    @Test
    void pathWithoutSettingsIsToldWithTheNearestOne() {
        assertThat(run("settings", "prod", "services.wroker", "-C", ".")).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("groundwork: there is no setting services.wroker; did you mean \"services.worker\"?");
    }

    @Test
    void settingsAsJson() {
        assertThat(run("settings", "prod", "network.nat", "--json", "-C", ".")).isZero();
        assertThat(JsonParser.parseString(out.toString()))
                .isEqualTo(JsonParser.parseString(
                        "{\"network.nat\": {\"value\": \"per-zone\", \"origin\": \"stack file\"}}"));
    }

    @Test
    void environmentAsJson() {
        assertThat(run("env", "prod", "worker", "--json", "-C", ".")).isZero();
        var json = JsonParser.parseString(out.toString()).getAsJsonObject();
        assertThat(json.getAsJsonObject("parameters").get("LOG_LEVEL").getAsString())
                .isEqualTo("/interviewlm/prod/log-level");
        assertThat(json.getAsJsonObject("secrets").keySet()).contains("DB_URL").doesNotContain("LOG_LEVEL");
        assertThat(json.getAsJsonObject("variables").keySet()).isNotEmpty();
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
        return Groundwork.commandLine(Terminal.NONE, arguments)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
