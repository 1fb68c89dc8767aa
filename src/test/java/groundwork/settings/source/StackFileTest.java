package groundwork.settings.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import groundwork.settings.problems.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackFileTest {
    @TempDir
    private Path directory;

    @Test
    void valuesAreHandedOverAsTheCliDoes() {
        assertThat(
                        StackFile.parse(
                                "Pulumi.dev.yaml",
                                """
                        encryptionsalt: v1:abc
                        config:
                          aws:region: us-east-1
                          groundwork:waf:
                          groundwork:bootstrap: true
                          groundwork:block: { at: 18:00, on: yes, day: 2026-01-01, count: 5, version: 8.0, none: ~, no: "no" }
                          groundwork:list: [1, two, { three: 3 }]
                          groundwork:hidden: { secure: v1:xyz }
                        """))
                .containsOnly(
                        entry("aws:region", "us-east-1"),
                        entry("groundwork:waf", ""),
                        entry("groundwork:bootstrap", "true"),
                        entry(
                                "groundwork:block",
                                "{\"at\":\"18:00\",\"on\":\"yes\",\"day\":\"2026-01-01\",\"count\":5,\"version\":8,\"none\":null,"
                                        + "\"no\":\"no\"}"),
                        entry("groundwork:list", "[1,\"two\",{\"three\":3}]"),
                        entry("groundwork:hidden", "{\"secure\":\"v1:xyz\"}"));
    }

    @Test
    void anchorsAndMergesAreResolved() {
        assertThat(
                        StackFile.parse(
                                "Pulumi.dev.yaml",
                                """
                        config:
                          groundwork:a: &base { x: 1, y: 2 }
                          groundwork:b: { <<: *base, y: 3 }
                        """))
                .containsEntry("groundwork:b", "{\"y\":3,\"x\":1}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            ``                                         | Pulumi.dev.yaml: the file is empty
            just text                                  | Pulumi.dev.yaml: the file must be a block of keys such as config
            config: [a]                                | config: must be a block of keys
            confg: {}                                  | confg: unknown key; did you mean "config"?
            services: {}                               | services: unknown key; settings belong under config
            config: { owner: me }                      | config.owner: a key begins with its namespace: write "groundwork:owner"
            `config:⏎  a:b: 1⏎  a:b: 2`                | Pulumi.dev.yaml line 3: "a:b" is given twice; keep one of the two
            `config:⏎⇥a:b: 1`                          | Pulumi.dev.yaml line 2: not valid YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)
            `config:⏎  a:b: {`                         | Pulumi.dev.yaml line 2: not valid YAML: expected the node content, but found '<stream end>'
            config: { a:b: 012345678901 }              | Pulumi.dev.yaml line 1: "012345678901" would lose its leading 0, as a number; put it in quotes
            config: &all { a:b: *all }                 | Pulumi.dev.yaml line 1: this anchor contains itself
            config: { a:b: *hunter2 }                  | Pulumi.dev.yaml line 1: not valid YAML: an alias without its anchor; put a text that begins with * in quotes
            `config: { a:b: "\\x`                       | Pulumi.dev.yaml: not valid YAML: it ends in the middle of a text
            config: { [a]: b }                         | Pulumi.dev.yaml line 1: a key must be a plain text
            config: { a:b: { <<: 1 } }                 | Pulumi.dev.yaml line 1: << takes a block, or a list of blocks
            """)
    void whatCannotBeReadIsToldWithItsLine(String text, String problem) {
        var written = text == null ? "" : text.replace("⏎", "\n").replace("⇥", "\t");
        var thrown = catchThrowableOfType(SettingsException.class, () -> StackFile.parse("Pulumi.dev.yaml", written));
        assertThat(thrown.problems()).extracting(Object::toString).containsExactly(problem);
    }

    @Test
    void missingFileIsAProblem() {
        var thrown = catchThrowableOfType(
                SettingsException.class, () -> StackFile.load(directory.resolve("Pulumi.dev.yaml")));
        assertThat(thrown).hasMessage("1 problem in the settings\n  Pulumi.dev.yaml: there is no such file");
    }

    @Test
    void fileThatIsNoTextIsAProblem() throws IOException {
        var file = Files.write(directory.resolve("Pulumi.dev.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        var thrown = catchThrowableOfType(SettingsException.class, () -> StackFile.load(file));
        assertThat(thrown).hasMessage("1 problem in the settings\n  Pulumi.dev.yaml: the file is not text in UTF-8");
    }

    @Test
    void fileOfManyMegabytesIsNotReadAtAll() throws IOException {
        var file = Files.write(directory.resolve("Pulumi.dev.yaml"), new byte[1_000_001]);
        var thrown = catchThrowableOfType(SettingsException.class, () -> StackFile.load(file));
        assertThat(thrown)
                .hasMessage(
                        "1 problem in the settings\n  Pulumi.dev.yaml: the file is larger than 1 MB; a stack file holds"
                                + " settings, data belongs in a bucket");
    }
}
