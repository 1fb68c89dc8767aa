package groundwork.change.versions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files as a git repository has them, read with the git on the PATH. */
public record Git(Path directory) {
    /** What a revision or repository can't answer, with what to do instead. */
    public static final class NoSuchRevision extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoSuchRevision(String message) {
            super(message);
        }
    }

    private record Answer(int exit, String text) {}

    /** A file of this directory, or nothing where the revision does not have it. */
    public Optional<String> file(String name, String revision) {
        if (revision.isBlank() || revision.startsWith("-")) {
            throw new NoSuchRevision("\"%s\" is neither a file nor a revision of git".formatted(revision));
        }
        var shown = run("show", revision + ":./" + name);
        if (shown.exit() == 0) {
            return Optional.of(shown.text());
        }
        if (run("rev-parse", "--is-inside-work-tree").exit() != 0) {
            throw new NoSuchRevision("%s is not in a git repository; name what to compare with: --from FILE"
                    .formatted(shownDirectory()));
        }
        if (run("rev-parse", "--verify", "--quiet", revision + "^{commit}").exit() != 0) {
            throw new NoSuchRevision(unknown(revision));
        }
        return Optional.empty();
    }

    private String unknown(String revision) {
        if (run("rev-parse", "--verify", "--quiet", "HEAD").exit() != 0) {
            return "the git repository has no commit yet; name what to compare with: --from FILE";
        }
        var unknown = "%s is neither a file nor a revision of the git repository".formatted(revision);
        return run("rev-parse", "--is-shallow-repository").text().strip().equals("true")
                ? unknown + ", which is a shallow clone; git fetch --unshallow gets the rest"
                : unknown;
    }

    /** The same in one call; nothing as well where there is no git, no repository or no commit. */
    public Optional<String> fileIfAny(String name, String revision) {
        try {
            var shown = run("show", revision + ":./" + name);
            return shown.exit() == 0 ? Optional.of(shown.text()) : Optional.empty();
        } catch (NoSuchRevision noGit) {
            return Optional.empty();
        }
    }

    private String shownDirectory() {
        return directory.toAbsolutePath().normalize().toString();
    }

    private Answer run(String... arguments) {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(command)
                    .directory(directory.toAbsolutePath().toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), text);
        } catch (IOException missing) {
            throw new NoSuchRevision("git can't be run; install it, or name the file to compare with: --from FILE");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(interrupted));
        }
    }
}
