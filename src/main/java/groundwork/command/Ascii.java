package groundwork.command;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/** Draws with ASCII characters only, for locales without UTF-8. */
final class Ascii extends FilterWriter {
    private static final Map<Character, String> DRAWN =
            Map.of('─', "-", '│', "|", '├', "|", '└', "`", '►', ">", '…', "...", '·', ".", '–', "-");

    Ascii(Writer out) {
        super(out);
    }

    @Override
    public void write(int letter) throws IOException {
        out.write(DRAWN.getOrDefault((char) letter, Character.toString((char) letter)));
    }

    @Override
    public void write(char[] letters, int from, int count) throws IOException {
        write(new String(letters, from, count), 0, count);
    }

    @Override
    public void write(String text, int from, int count) throws IOException {
        for (int i = from; i < from + count; i++) {
            write(text.charAt(i));
        }
    }

    /** JSON with all non-ASCII characters escaped. */
    static String escaped(String json) {
        var escaped = new StringBuilder(json.length());
        json.chars().forEach(letter -> {
            if (letter < 128) {
                escaped.append((char) letter);
            } else {
                escaped.append("\\u%04x".formatted(letter));
            }
        });
        return escaped.toString();
    }
}
