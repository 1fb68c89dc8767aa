package groundwork.settings.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import groundwork.Rows;
import groundwork.settings.problems.Problem;
import groundwork.settings.problems.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackFileTest {
    @TempDir
    private Path directory;

    @Test
    void valuesAreHandedOverAsTheCliDoes() {
        assertThat(StackFile.parse(
                                "Pulumi.dev.yaml",
                                """
                        encryptionsalt: v1:abc
                        config:
                          aws:region: us-east-1
                          groundwork:waf:
                          groundwork:flag: true
                          groundwork:block: { at: 18:00, on: yes, day: "2026-01-01", count: 5, version: 8.0, ratio: 1.10, none: ~, no: "no" }
                          groundwork:list: [1, two, { three: 3 }]
                          groundwork:hidden: { secure: v1:xyz }
                        """)
                        .config())
                .containsOnly(
                        entry("aws:region", "us-east-1"),
                        entry("groundwork:waf", ""),
                        entry("groundwork:flag", "true"),
                        entry(
                                "groundwork:block",
                                "{\"at\":\"18:00\",\"on\":\"yes\",\"day\":\"2026-01-01\",\"count\":5,\"version\":8.0,\"ratio\":1.10,\"none\":null,"
                                        + "\"no\":\"no\"}"),
                        entry("groundwork:list", "[1,\"two\",{\"three\":3}]"),
                        entry("groundwork:hidden", "{\"secure\":\"v1:xyz\"}"));
    }

    @Test
    void anchorsAndMergesAreResolved() {
        assertThat(StackFile.parse(
                                "Pulumi.dev.yaml",
                                """
                        config:
                          groundwork:a: &base { x: 1, y: 2 }
                          groundwork:b: { <<: *base, y: 3 }
                        """)
                        .config())
                .containsEntry("groundwork:b", "{\"y\":3,\"x\":1}");
    }

    @Rows(
            """
            ``                                         | Pulumi.dev.yaml: the file is empty
            just text                                  | Pulumi.dev.yaml: the file must be a block of keys such as config
            config: [a]                                | config: must be a block of keys
            confg: {}                                  | confg: unknown key; did you mean "config"?
            services: {}                               | services: unknown key; settings belong under config
            config: { owner: me }                      | config.owner: a key starts with its namespace; write "groundwork:owner"
            `config:⏎  a:b: 1⏎  a:b: 2`                | Pulumi.dev.yaml line 3: "a:b" is given twice; keep one of the two
            `config:⏎⇥a:b: 1`                          | Pulumi.dev.yaml line 2: not valid YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)
            `config:⏎  a:b: {`                         | Pulumi.dev.yaml line 2: not valid YAML: expected the node content, but found '<stream end>'
            config: { a:b: 1.10 }                      | config.a:b: is read as a number, which loses zeros at its end (1.10 becomes 1.1); put the text in quotes
            `a: 1⏎config: { b: 2, c:d: { e: 0x1F, f: True } }` | Pulumi.dev.yaml line 2: YAML changes a number or date in this form; write it in plain digits, or put it in quotes ⏎ Pulumi.dev.yaml line 2: write true or false, in lower case; put it in quotes if it is a text ⏎ a: unknown key; settings belong under config ⏎ config.b: a key starts with its namespace; write "groundwork:b"
            config: &all { a:b: *all }                 | Pulumi.dev.yaml line 1: this anchor contains itself
            config: { a:b: *hunter2 }                  | Pulumi.dev.yaml line 1: not valid YAML: an alias without its anchor; put a text that begins with * in quotes
            `config: { a:b: "\\x`                       | Pulumi.dev.yaml: not valid YAML: it ends in the middle of a text
            config: { [a]: b }                         | Pulumi.dev.yaml line 1: a key must be a plain text
            config: { a:b: { <<: 1 } }                 | Pulumi.dev.yaml line 1: << takes a block, or a list of blocks
            """)
    void whatCannotBeReadIsToldWithItsLine(String text, String problems) {
        var written = text == null ? "" : text.replace("⏎", "\n").replace("⇥", "\t");
        assertThat(problems(written)).extracting(Object::toString).containsExactly(problems.split(" ⏎ "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123",
                "1_000",
                "0x1F",
                "0o17",
                "0b11",
                "1e3",
                "1E3",
                "1.5e3",
                "+5",
                "-0",
                ".5",
                "5.",
                "089",
                "1_0.5",
                ".inf",
                "-.INF",
                ".nan",
                "2026-01-01",
                "2026-1-2 10:00:00",
                "2026-01-01T10:00:00Z",
                "12345678901234567890"
            })
    void whatTheCliHandsOverInAnotherFormIsAProblem(String value) {
        assertThat(problems("config: { a:b: { c: %s } }".formatted(value)))
                .extracting(Object::toString)
                .containsExactly("Pulumi.dev.yaml line 1: YAML changes a number or date in this form; write it in plain"
                        + " digits, or put it in quotes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-5",
                "123456789012345678",
                "1.10",
                "-0.5",
                "12:30",
                "on",
                "yes",
                "n",
                "1.2.3",
                "10.0.0.0/16",
                "1:2:3",
                "_1",
                "0x",
                "5m",
                "50%",
                "2026-01",
                "e3",
                "1 000"
            })
    void whatTheCliHandsOverAsItIsStaysAsItIs(String value) {
        var file = StackFile.parse("Pulumi.dev.yaml", "config: { a:b: { c: %s } }".formatted(value));
        assertThat(file.problems()).isEmpty();
        assertThat(file.config().get("a:b").replace("\"", "")).isEqualTo("{c:" + value + "}");
    }

    private static List<Problem> problems(String text) {
        try {
            return StackFile.parse("Pulumi.dev.yaml", text).problems();
        } catch (SettingsException unreadable) {
            return unreadable.problems();
        }
    }

    @Test
    void missingFileIsAProblem() {
        var thrown = catchThrowableOfType(
                SettingsException.class, () -> StackFile.load(directory.resolve("Pulumi.dev.yaml")));
        assertThat(thrown)
                .hasMessage("1 problem in the settings\n  %s: there is no such file"
                        .formatted(directory.resolve("Pulumi.dev.yaml")));
    }

    @Test
    void fileThatIsNoTextIsAProblem() throws IOException {
        var file = Files.write(directory.resolve("Pulumi.dev.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        var thrown = catchThrowableOfType(SettingsException.class, () -> StackFile.load(file));
        assertThat(thrown).hasMessage("1 problem in the settings\n  " + file + ": the file is not text in UTF-8");
    }

    @Test
    void fileOfManyMegabytesIsNotReadAtAll() throws IOException {
        var file = Files.write(directory.resolve("Pulumi.dev.yaml"), new byte[1_000_001]);
        var thrown = catchThrowableOfType(SettingsException.class, () -> StackFile.load(file));
        assertThat(thrown)
                .hasMessage("1 problem in the settings\n  " + file
                        + ": the file is larger than 1 MB; a stack file holds" + " settings, data belongs in a bucket");
    }
}
