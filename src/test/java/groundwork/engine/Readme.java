package groundwork.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What README tells a reader to write and to type. */
final class Readme {
    private static final Path FILE = Path.of("README.md");

    private Readme() {}

    static String stackFile() {
        return block("A stack file");
    }

    /** The commands, without their comments. */
    static List<String> firstDeployment() {
        return block("Build it for real")
                .lines()
                .map(line -> line.replaceFirst("\\s+# .*", "").strip())
                .toList();
    }

    /** The first block of code under a heading. */
    private static String block(String heading) {
        try {
            var block = Pattern.compile("(?s)\\n## " + heading + "\\n.*?```\\w*\\n(.*?)```")
                    .matcher(Files.readString(FILE));
            if (!block.find()) {
                throw new IllegalStateException("README.md has no code under " + heading);
            }
            return block.group(1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
