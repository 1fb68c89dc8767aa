package groundwork.tools;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A program that some tests run and a machine may lack: on the PATH, else built in this repository. Those named in {@code
 * -Dgroundwork.without=pulumi,node} are taken for missing.
 */
public enum Tool {
    PULUMI("pulumi", Optional.of(Path.of("tools/engine/bin")), "run tools/engine/install, which needs Go"),
    ACTIONLINT(
            "actionlint", Optional.of(Path.of("tools/actionlint/bin")), "run tools/actionlint/install, which needs Go"),
    PROMTOOL("promtool", Optional.empty(), "install Prometheus (Debian: apt-get install prometheus)"),
    NODE("node", Optional.empty(), "install Node 20 or later with npm"),
    GIT("git", Optional.empty(), "install git");

    private static final List<String> WITHOUT =
            List.of(System.getProperty("groundwork.without", "").split(","));

    private final String program;
    private final Optional<Path> built;
    private final String remedy;

    Tool(String program, Optional<Path> built, String remedy) {
        this.program = program;
        this.built = built;
        this.remedy = remedy;
    }

    /** The folder that holds it. */
    public Optional<Path> folder() {
        return folder(System.getenv("PATH"), WITHOUT);
    }

    Optional<Path> folder(String path, List<String> without) {
        if (without.contains(program)) {
            return Optional.empty();
        }
        var onThePath = Arrays.stream(path.split(File.pathSeparator)).map(Path::of);
        return Stream.concat(onThePath, built.stream().map(Path::toAbsolutePath))
                .filter(folder -> Files.isExecutable(folder.resolve(program)))
                .findFirst();
    }

    /** The program itself, for tests that are skipped where it is missing. */
    public String command() {
        return folder().orElseThrow().resolve(program).toString();
    }

    /** What is said in place of a test that needs it. */
    String missing() {
        return "there is no " + program + "; to run them, " + remedy + ", then mvn verify again";
    }
}
