package groundwork.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A text file in the jar, by its path from {@code groundwork/} on. */
public final class TextResource {
    private TextResource() {}

    public static String read(String path) {
        try (var stream = TextResource.class.getResourceAsStream("/groundwork/" + path)) {
            if (stream == null) {
                throw new IllegalStateException("the jar lacks groundwork/" + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
