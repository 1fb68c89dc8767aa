package groundwork.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import groundwork.Rows;
import groundwork.settings.BadValue;
import groundwork.settings.LeafSetting;
import groundwork.settings.StackText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Whatever is wrong with a stack file, each command tells of it in the same words, and ends in 2. */
class EveryCommandTest {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("preview", "dev", "--policy", "off"), List.of("env", "dev", "app"), List.of("settings", "dev"));

    private static final boolean ALL = "all".equals(System.getProperty("groundwork.commands"));

    @TempDir
    private Path project;

    static Stream<LeafSetting> settings() {
        return LeafSetting.all();
    }

    /** The values of a setting by one command each, in turn; with {@code -Dgroundwork.commands=all} each by all of them. */
    @ParameterizedTest
    @MethodSource("settings")
    void tellsOfEveryBadValue(LeafSetting setting) throws IOException {
        var softly = new SoftAssertions();
        int turn = Math.floorMod(setting.path().hashCode(), COMMANDS.size());
        for (var bad : BadValue.of(setting)) {
            write(file(setting.with(bad.value())));
            var expected = StackText.problemsAt(setting, bad.value(), bad.path());
            softly.assertThat(expected).isNotEmpty();
            turn = (turn + 1) % COMMANDS.size();
            for (var command : ALL ? COMMANDS : List.of(COMMANDS.get(turn))) {
                softly.assertThat(problems(command))
                        .as("%s with %s: %s", command, bad.path(), bad.value())
                        .containsAll(expected);
            }
        }
        softly.assertAll();
    }

    @Rows(
            """
            groundwork:enviroment: production     | enviroment: unknown setting; did you mean "environment"?
            groundwork:wafff: {}                  | wafff: unknown setting; did you mean "waf"?
            groundwrok:services: {}               | groundwrok:services: unknown namespace; did you mean "groundwork:services"?
            gw:services: {}                       | gw:services: unknown namespace; did you mean "groundwork:services"?
            groundwork-dev:services: {}           | groundwork-dev:services: unknown namespace; did you mean "groundwork:services"?
            aws:regoin: us-east-1                 | aws:regoin: the AWS provider has no such setting; did you mean "aws:region"?
            aws:zzzzzz: 1                         | aws:zzzzzz: the AWS provider has no such setting; remove it
            aws:secretKey: hunter2                | aws:secretKey: a credential in plain text, and without effect; remove it, rotate it, and sign in with the AWS CLI or groundwork:provider.assumeRole
            awz:region: us-east-1                 | awz:region: unknown namespace; did you mean "aws:region"?
            owner: me                             | config.owner: a key starts with its namespace; write "groundwork:owner"
            groundwork:services: { a: { image: a:1, port: 0123 } } | Pulumi.dev.yaml line 4: YAML changes a number or date in this form; write it in plain digits, or put it in quotes
            """)
    void tellsOfKeysThatNobodyReads(String line, String problem) throws IOException {
        write("config:\n  aws:region: us-east-1\n  groundwork:owner: team\n  " + line + "\n");
        for (var command : COMMANDS) {
            assertThat(problems(command)).as("%s", command).containsExactly(problem);
        }
    }

    @Rows(
            """
            aws:profile: work     | aws:profile: has no effect: the program configures its AWS providers by aws:region and groundwork:provider; use those, or the AWS CLI's environment variables such as AWS_PROFILE
            gcp:zone: here        | gcp:zone: has no effect: the program reads groundwork:… and aws:region; remove it
            random:x: 1           | random:x: has no effect: the program reads groundwork:… and aws:region; remove it
            shop:size: 1          | shop:size: has no effect: the program reads groundwork:… and aws:region; remove it
            pulumi:tag: 1         | pulumi:tag: has no effect: only the Pulumi CLI reads pulumi:…; remove it
            """)
    void warnsOfKeysOfOtherPrograms(String line, String warning) throws IOException {
        Files.writeString(project.resolve("Pulumi.yaml"), "name: shop");
        write("config:\n  aws:region: us-east-1\n  groundwork:owner: team\n  pulumi:tags: { a: b }\n  " + line + "\n");
        var settings = run(List.of("settings", "dev"));
        assertThat(settings.code()).isZero();
        assertThat(settings.err().lines()).containsExactly("warning: " + warning);
        assertThat(run(List.of("preview", "dev")).out().lines()).contains("warning: " + warning);
    }

    private static String file(JsonObject settings) {
        var config = new JsonObject();
        config.addProperty("aws:region", "us-east-1");
        settings.entrySet().forEach(entry -> config.add("groundwork:" + entry.getKey(), entry.getValue()));
        var file = new JsonObject();
        file.add("config", config);
        return file.toString();
    }

    private void write(String text) throws IOException {
        Files.writeString(project.resolve("Pulumi.dev.yaml"), text);
    }

    private List<String> problems(List<String> command) {
        var answer = run(command);
        assertThat(answer.code()).as(answer.err()).isEqualTo(2);
        return answer.err()
                .lines()
                .skip(1)
                .map(line -> line.replace(project + "/", "").substring(2))
                .toList();
    }

    private final CommandLine groundwork = Groundwork.commandLine(Terminal.NONE);

    private record Answer(int code, String out, String err) {}

    private Answer run(List<String> command) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = groundwork
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.concat(command.stream(), Stream.of("-C", project.toString()))
                        .toArray(String[]::new));
        return new Answer(code, out.toString(), err.toString());
    }
}
