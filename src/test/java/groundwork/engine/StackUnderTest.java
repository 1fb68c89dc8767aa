package groundwork.engine;

import groundwork.settings.source.Configuration;
import groundwork.settings.source.ProjectFile;
import groundwork.settings.source.StackFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A stack file of this repository. */
record StackUnderTest(Path file) {
    private static final String WANTED = System.getProperty("groundwork.stacks");

    /** Of each other system the one that is built in the most unusual way, or has the most in it. */
    private static final List<String> TELLING = List.of(
            "stacks/dougust/Pulumi.dev.yaml",
            "stacks/events/Pulumi.aurora.yaml",
            "stacks/lauv/Pulumi.future.yaml",
            "stacks/vgs/Pulumi.amplify.yaml");

    private static final List<String> JUDGED =
            List.of("Pulumi.staging.yaml", "stacks/dougust/Pulumi.dev.yaml", "stacks/vgs/Pulumi.fargate-medium.yaml");

    /**
     * The home stacks and one of each other system; with {@code -Dgroundwork.stacks=lauv} those whose path has that in it, and with
     * {@code -Dgroundwork.stacks=yaml} every one, which takes a while.
     */
    static Stream<StackUnderTest> all() {
        var home = in(Path.of(""));
        return WANTED == null
                ? Stream.concat(home, TELLING.stream().map(Path::of).map(StackUnderTest::new))
                : Stream.concat(home, systems().flatMap(StackUnderTest::in))
                        .filter(tested -> tested.file().toString().contains(WANTED));
    }

    /** Some that violate rules when they are changed for it, or all that were asked for. */
    static Stream<StackUnderTest> judged() {
        return WANTED == null ? JUDGED.stream().map(Path::of).map(StackUnderTest::new) : all();
    }

    static StackUnderTest of(String stack) {
        return new StackUnderTest(Path.of("Pulumi." + stack + ".yaml"));
    }

    String stack() {
        return file.getFileName().toString().split("\\.")[1];
    }

    /** The system's own project file, where it has one. */
    Path projectFile() {
        var own = file.resolveSibling("Pulumi.yaml");
        return Files.exists(own) ? own : Path.of("Pulumi.yaml");
    }

    Configuration configuration() {
        return configuration(StackFile.load(file));
    }

    Configuration configuration(StackFile settings) {
        return projects().with(stack(), settings);
    }

    private ProjectFile projects() {
        return ProjectFile.in(projectFile().toAbsolutePath().getParent());
    }

    private static Stream<Path> systems() {
        var stacks = Path.of("stacks");
        return Files.isDirectory(stacks) ? list(stacks) : Stream.of();
    }

    private static Stream<StackUnderTest> in(Path folder) {
        return list(folder)
                .filter(file -> file.getFileName().toString().matches("Pulumi\\.[^.]+\\.yaml"))
                .map(StackUnderTest::new);
    }

    private static Stream<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
