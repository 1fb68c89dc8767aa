package groundwork.command;

import groundwork.change.versions.Git;
import groundwork.settings.problems.Found;
import groundwork.settings.problems.Nearest;
import groundwork.settings.problems.Problem;
import groundwork.settings.problems.SettingsException;
import groundwork.settings.source.Configuration;
import groundwork.settings.source.ProjectFile;
import groundwork.settings.source.StackFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that select a stack; a picocli mixin of every command that needs one. */
public final class StackSelection {
    static final String LAST_COMMIT = "HEAD";

    private static final Path STANDARD_INPUT = Path.of("-");
    private static final Pattern STACK_FILE = Pattern.compile("Pulumi\\.([^.]+)\\.yaml");

    @Parameters(paramLabel = "STACK", description = "The stack's name, as in Pulumi.STACK.yaml.")
    private String stack;

    @Option(
            names = "--config-file",
            paramLabel = "FILE",
            description = "The stack file, instead of Pulumi.STACK.yaml; - reads standard input.")
    private Path configFile;

    @Option(
            names = {"-C", "--cwd"},
            paramLabel = "DIRECTORY",
            description = "The project's directory, instead of the nearest parent directory with a Pulumi.yaml.")
    private Path given;

    public String stack() {
        return stack;
    }

    /** The configuration that the CLI would pass to the program: the project's, overridden by the stack's. */
    public Configuration configuration() {
        var project = ProjectFile.in(directory());
        return project.with(stack, stackFile());
    }

    /** The same as a file has it. */
    Configuration configuration(Path file) {
        return ProjectFile.in(directory()).with(stack, StackFile.load(file));
    }

    /** The same as a revision of git has it, or nothing where the file did not exist. */
    Optional<Configuration> configuration(String revision) {
        var where = tracked();
        var git = new Git(directoryOf(where));
        return git.file(nameOf(where), revision)
                .map(text -> project(revision).with(stack, StackFile.parse(nameOf(where) + " at " + revision, text)));
    }

    /** The same as the last commit has it; nothing where there is none, or where it is as it is now. */
    Optional<Configuration> committed() {
        if (configFile != null) {
            return Optional.empty();
        }
        var where = tracked();
        var committed = new Git(directoryOf(where)).fileIfAny(nameOf(where), LAST_COMMIT);
        return committed.filter(text -> !text.equals(text(where))).flatMap(text -> configuration(LAST_COMMIT));
    }

    private ProjectFile project(String revision) {
        return new Git(directoryOf(directory().resolve(ProjectFile.FILE)))
                .file(ProjectFile.FILE, revision)
                .map(text -> ProjectFile.parse(ProjectFile.FILE + " at " + revision, text))
                .orElseGet(() -> ProjectFile.in(directory()));
    }

    /** The file that git would know the settings by. */
    private Path tracked() {
        return configFile == null || configFile.equals(STANDARD_INPUT) ? file() : configFile;
    }

    private static Path directoryOf(Path file) {
        return file.toAbsolutePath().getParent();
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The project's name, or empty if its file can't be read; {@link #configuration} reports that. */
    public String project() {
        try {
            return ProjectFile.in(directory()).name();
        } catch (SettingsException unreadable) {
            return "";
        }
    }

    private StackFile stackFile() {
        if (configFile == null) {
            return StackFile.load(file());
        }
        if (!configFile.equals(STANDARD_INPUT)) {
            return StackFile.load(configFile);
        }
        try {
            return StackFile.read(System.in, "standard input");
        } catch (IOException e) {
            throw problem("standard input", "can't be read: " + e.getMessage());
        }
    }

    private Path file() {
        var directory = directory();
        var wanted = directory.resolve("Pulumi.%s.yaml".formatted(stack));
        var stacks = stacks(directory);
        if (!stacks.contains(stack)) {
            throw problem(wanted.normalize().toString(), unknown(stacks, directory));
        }
        return wanted;
    }

    /** Found as the Pulumi CLI finds it, but a folder that has stack files is used as it is. */
    private Path directory() {
        var here = Path.of("");
        if (given != null) {
            return given;
        }
        if (Files.exists(here.resolve(ProjectFile.FILE)) || !stacks(here).isEmpty()) {
            return here;
        }
        var upward = Path.of("..");
        for (var above = here.toAbsolutePath().getParent(); above != null; above = above.getParent()) {
            if (Files.exists(above.resolve(ProjectFile.FILE))) {
                return upward;
            }
            upward = upward.resolve("..");
        }
        return here;
    }

    private String unknown(List<String> stacks, Path directory) {
        var remedy = Nearest.to(stack, stacks)
                .map(name -> "did you mean " + Found.quoted(name) + "?")
                .orElse(
                        stacks.isEmpty()
                                ? "there are no stacks in "
                                        + (directory.toString().isEmpty() ? "this folder" : directory)
                                        + "; name the project's folder with -C"
                                : "stacks here are " + String.join(", ", stacks));
        return "there is no such file; " + remedy;
    }

    private static List<String> stacks(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> STACK_FILE.matcher(file.getFileName().toString()))
                    .filter(matcher -> matcher.matches())
                    .map(matcher -> matcher.group(1))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw problem(directory.toString(), "there is no such folder");
        } catch (AccessDeniedException e) {
            throw problem(directory.toString(), "permission denied; let yourself look into the folder");
        } catch (IOException e) {
            throw new UncheckedIOException("can't look into " + directory + " for stack files", e);
        }
    }

    private static SettingsException problem(String path, String message) {
        return new SettingsException(List.of(new Problem(path, message)));
    }
}
