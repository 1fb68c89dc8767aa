package groundwork.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            out err | TERM=xterm                       | true
            err     | TERM=xterm                       | false
            out     | TERM=dumb                        | false
            out     | TERM=xterm NO_COLOR=1            | false
            out     | TERM=xterm CLICOLOR=0            | false
            out     | TERM=xterm CLICOLOR=1            | true
            ''      | CLICOLOR_FORCE=1                 | true
            ''      | CLICOLOR_FORCE=1 NO_COLOR=1      | false
            """)
    void colorIsForTerminalsAndForThoseWhoWantIt(String streams, String environment, boolean color) {
        assertThat(terminal(streams, "", "UTF-8", environment).color()).isEqualTo(color);
    }

    @ParameterizedTest
    @CsvSource({"out, 132, 132", "err, 132, 0", "out, '', 0", "out, 0, 0", "out, 5, 20"})
    void widthIsThatOfATerminal(String streams, String columns, int width) {
        assertThat(terminal(streams, columns, "UTF-8", "").width()).isEqualTo(width);
    }

    @Test
    void localeWithoutUnicodeGetsAscii() {
        var bytes = new ByteArrayOutputStream();
        var terminal = terminal("", "", "ANSI_X3.4-1968", "");
        var writer = terminal.writer(bytes);
        writer.print("│  └─ web ──► db, 25 resources…");
        writer.flush();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("|  `- web --> db, 25 resources...");
        assertThat(terminal.json("\"é\"")).isEqualTo("\"\\u00e9\"");
    }

    @Test
    void localeWithUnicodeGetsAllOfIt() {
        var bytes = new ByteArrayOutputStream();
        var writer = terminal("", "", "UTF-8", "").writer(bytes);
        writer.print("└─ é");
        writer.flush();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("└─ é");
    }

    @Test
    void fullDiskIsRemembered() {
        var out = new Output(new OutputStream() {
            @Override
            public void write(int part) throws IOException {
                throw new IOException("No space left on device");
            }
        });
        var writer = Terminal.NONE.writer(out);
        writer.print("text");
        writer.flush();
        assertThat(out.failure()).get().extracting(IOException::getMessage).isEqualTo("No space left on device");
    }

    private static Terminal terminal(String streams, String columns, String encoding, String environment) {
        var properties = new Properties();
        properties.setProperty("groundwork.terminal", streams);
        properties.setProperty("groundwork.columns", columns);
        properties.setProperty("native.encoding", encoding);
        return Terminal.of(properties, variables(environment == null ? "" : environment));
    }

    private static Map<String, String> variables(String text) {
        return Arrays.stream(text.split(" "))
                .filter(each -> !each.isEmpty())
                .map(each -> each.split("="))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
