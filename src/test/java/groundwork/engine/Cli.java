package groundwork.engine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the pulumi CLI is: on the PATH, else built by tools/engine. */
final class Cli {
    private static final Path BUILT = Path.of("tools/engine/bin").toAbsolutePath();
    private static final String MISSING =
            """

            ############################################################################
            # NOT TESTED on the real engine: there is no pulumi on the PATH, and none
            # in tools/engine/bin. Run tools/engine/install, then mvn verify again.
            ############################################################################
            """;

    private Cli() {}

    /** What to put on the PATH; the test is skipped, and says so, where there is no engine. */
    static String path() {
        var found = find();
        if (found.isEmpty()) {
            System.err.println(MISSING);
        }
        assumeTrue(found.isPresent(), "there is no pulumi CLI");
        return found.get().equals(BUILT) ? BUILT + File.pathSeparator + System.getenv("PATH") : System.getenv("PATH");
    }

    private static Optional<Path> find() {
        var onThePath =
                Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(Path::of);
        return Stream.concat(onThePath, Stream.of(BUILT))
                .filter(folder -> Files.isExecutable(folder.resolve("pulumi")))
                .findFirst();
    }
}
