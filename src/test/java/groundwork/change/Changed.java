package groundwork.change;

import groundwork.change.hazards.Hazard;
import groundwork.change.versions.Version;
import groundwork.settings.source.ProjectFile;
import groundwork.settings.source.StackFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Comparisons for tests: a stack file of the repository, and the same with pieces of its text replaced. */
public final class Changed {
    private final Path file;
    private final String text;

    private Changed(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    public static Changed file(String file) {
        try {
            var path = Path.of(file).toAbsolutePath();
            return new Changed(path, Files.readString(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static Changed prod() {
        return file("Pulumi.prod.yaml");
    }

    /** Both versions have it so. */
    public Changed where(String piece, String replacement) {
        return new Changed(file, replaced(text, piece, replacement));
    }

    public String text() {
        return text;
    }

    /** What the change of a piece does. */
    public Comparison to(String piece, String replacement) {
        return Comparison.of(Optional.of(version()), new Changed(file, replaced(text, piece, replacement)).version());
    }

    public Comparison to(Changed other) {
        return Comparison.of(Optional.of(version()), other.version());
    }

    public Version version() {
        var stack = file.getFileName().toString().split("\\.")[1];
        return Version.read(ProjectFile.in(file.getParent()).with(stack, StackFile.parse(stack, text)));
    }

    public static List<String> hazards(Comparison comparison) {
        return comparison.hazards().stream().map(Hazard::name).toList();
    }

    /** {@code create groundwork:…}, as the engine's preview has it. */
    public static List<String> steps(Comparison comparison) {
        return Stream.of(
                        steps("create", comparison.created()),
                        steps("update", comparison.updated()),
                        steps("replace", comparison.replaced()),
                        steps("delete", comparison.deleted()))
                .flatMap(steps -> steps)
                .toList();
    }

    private static Stream<String> steps(String operation, List<Change> changes) {
        return changes.stream().map(change -> operation + " " + change.type() + " " + change.name());
    }

    private static String replaced(String text, String piece, String replacement) {
        if (!text.contains(piece)) {
            throw new AssertionError("the file has no " + piece);
        }
        return text.replace(piece, replacement);
    }
}
