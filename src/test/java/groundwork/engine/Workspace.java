package groundwork.engine;

import static java.util.stream.Collectors.joining;

import groundwork.plugin.Cloud;
import groundwork.plugin.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A project, its state and its cloud in a folder of their own, and what one does with them. */
final class Workspace implements AutoCloseable {
    private static final Path POLICY_PACK = Path.of("policy").toAbsolutePath();
    private static final Pattern BINARY = Pattern.compile("binary:\\s*(\\S+\\.jar)");

    private static final Pattern ENCRYPTION = Pattern.compile("(?m)^(encryptionsalt|encryptedkey|secretsprovider):.*$");

    private final Path folder;
    private final String stack;
    private final Pulumi pulumi;

    private Workspace(Path folder, String stack) {
        this.folder = folder;
        this.stack = stack;
        this.pulumi = new Pulumi(folder, stack);
    }

    static Workspace of(StackUnderTest tested) {
        return of(tested, text(tested.file()));
    }

    /** With other settings than those of its file. */
    static Workspace of(StackUnderTest tested, String settings) {
        var workspace = of(tested.stack(), tested.projectFile(), settings);
        workspace.pulumi.run("stack", "init").expectSuccess();
        return workspace;
    }

    /** A stack file of the home project; that there is such a stack is still to be said. */
    static Workspace of(String stack, String settings) {
        return of(stack, Path.of("Pulumi.yaml"), settings);
    }

    private static Workspace of(String stack, Path projectFile, String settings) {
        try {
            var workspace = new Workspace(Files.createTempDirectory("groundwork"), stack);
            Files.createDirectories(workspace.folder.resolve("states"));
            var project = Files.createDirectories(workspace.folder.resolve("project"));
            Files.writeString(project.resolve("Pulumi.yaml"), withAbsoluteJar(text(projectFile)));
            Files.writeString(
                    project.resolve("Pulumi." + stack + ".yaml"),
                    ENCRYPTION.matcher(settings).replaceAll(""));
            return workspace;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Another workspace that stands where this one stands now. */
    Workspace copy() {
        try {
            var copied = new Workspace(Files.createTempDirectory("groundwork"), stack);
            for (var file : files()) {
                var target = copied.folder.resolve(folder.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
            return copied;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Cloud cloud() {
        return new Cloud(folder.resolve("cloud"));
    }

    /** A line as a person types it: the program's own in this repository, all others in the project. */
    Outcome type(String line) {
        return pulumi.type(line);
    }

    Steps preview() {
        return Steps.parse(pulumi.run("preview", "--json").expectSuccess().text());
    }

    Outcome up(String... options) {
        return pulumi.run(Optional.empty(), now("up", options));
    }

    Outcome upWithPolicies() {
        return up("--policy-pack", POLICY_PACK.toString());
    }

    Outcome refresh(String... options) {
        return pulumi.run(Optional.empty(), now("refresh", options));
    }

    Outcome destroy() {
        return pulumi.run(Optional.empty(), now("destroy"));
    }

    Outcome disturbed(Fault fault, String command) {
        cloud().journal().clear();
        return pulumi.run(Optional.of(fault), now(command));
    }

    void configure(String path, String value) {
        pulumi.run("config", "set", "--path", path, value).expectSuccess();
    }

    /** The stack file as it is from now on; how secrets are encrypted stays. */
    void write(String settings) {
        var file = folder.resolve("project").resolve("Pulumi." + stack + ".yaml");
        var encryption = ENCRYPTION.matcher(text(file)).results().map(MatchResult::group);
        try {
            Files.writeString(file, encryption.collect(joining("\n", "", "\n")) + settings);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void unlock() {
        pulumi.run("cancel", "--yes").expectSuccess();
    }

    State state() {
        return State.parse(
                pulumi.run("stack", "export", "--show-secrets").expectSuccess().text());
    }

    String exported() {
        return pulumi.run("stack", "export").expectSuccess().text();
    }

    void imported(String state) {
        try {
            var file = Files.writeString(folder.resolve("edited"), state);
            pulumi.run("stack", "import", "--file", file.toString()).expectSuccess();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try (var all = Files.walk(folder)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<Path> files() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve("plugins")))
                    .toList();
        }
    }

    private static List<String> now(String command, String... options) {
        var words = new ArrayList<>(List.of(command, "--yes", "--skip-preview"));
        words.addAll(List.of(options));
        return words;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String withAbsoluteJar(String project) {
        return BINARY.matcher(project)
                .replaceAll(
                        binary -> "binary: " + Path.of("target/groundwork.jar").toAbsolutePath());
    }
}
