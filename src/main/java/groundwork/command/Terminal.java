package groundwork.command;

import groundwork.report.Style;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** Where output goes: the launcher passes whether it is a terminal, and its width. */
record Terminal(boolean showsOut, boolean showsErr, int width, boolean color, Charset charset) {
    static final Terminal NONE = new Terminal(false, false, 0, false, StandardCharsets.UTF_8);

    static Terminal of(Properties properties, Map<String, String> environment) {
        var streams = properties.getProperty("groundwork.terminal", "");
        boolean showsOut = streams.contains("out");
        return new Terminal(
                showsOut,
                streams.contains("err"),
                showsOut ? columns(properties.getProperty("groundwork.columns", "")) : 0,
                isColored(showsOut, environment),
                charset(properties));
    }

    /** For text on standard output. */
    Style style() {
        return new Style(width, color);
    }

    boolean hasUnicode() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    PrintWriter writer(OutputStream stream) {
        var writer = new OutputStreamWriter(stream, charset);
        return new PrintWriter(hasUnicode() ? writer : new Ascii(writer), false);
    }

    /** For JSON, which is escaped where the locale has no UTF-8. */
    String json(String text) {
        return hasUnicode() ? text : Ascii.escaped(text);
    }

    private static int columns(String text) {
        return text.matches("[1-9]\\d{0,4}") ? Math.max(Integer.parseInt(text), 20) : 0;
    }

    private static boolean isColored(boolean isTerminal, Map<String, String> environment) {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
            return false;
        }
        if (!environment.getOrDefault("CLICOLOR_FORCE", "0").equals("0")) {
            return true;
        }
        return isTerminal
                && !environment.getOrDefault("CLICOLOR", "1").equals("0")
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    }

    private static Charset charset(Properties properties) {
        return Stream.of("stdout.encoding", "sun.stdout.encoding", "native.encoding")
                .flatMap(name -> Optional.ofNullable(properties.getProperty(name)).stream())
                .filter(name -> !name.isEmpty() && Charset.isSupported(name))
                .findFirst()
                .map(Charset::forName)
                .orElseGet(Charset::defaultCharset);
    }
}
