package groundwork.engine;

import static java.util.Map.entry;
import static java.util.stream.Collectors.joining;

import groundwork.plugin.Fault;
import groundwork.plugin.PluginMain;
import groundwork.tools.Tool;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The CLI, closed in: its state, its home and its cloud lie in one folder, and nothing is downloaded. */
record Pulumi(Path folder, String stack) {
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto";

    /** The files beside the state, which the backend writes for itself, are not replaced in one go: a kill tears them. */
    private static final String WHOLE_WRITES = "?metadata=skip";

    private static final long LONGEST_MINUTES = 5;

    Outcome run(String... words) {
        return run(Optional.empty(), List.of(words));
    }

    Outcome run(Optional<Fault> fault, List<String> words) {
        var command = new ArrayList<>(List.of("pulumi"));
        command.addAll(words);
        command.addAll(List.of("--stack", stack, "--non-interactive"));
        return run(folder.resolve("project"), command, environment(fault));
    }

    /** A line as a person types it, who says yes to everything; groundwork itself runs where it is built. */
    Outcome type(String line) {
        var here = line.startsWith("./") ? Path.of("") : folder.resolve("project");
        return run(here.toAbsolutePath(), List.of("bash", "-c", line), environment(Optional.empty()));
    }

    private Outcome run(Path where, List<String> command, Map<String, String> environment) {
        var text = folder.resolve("text");
        var errors = folder.resolve("errors");
        // The command's own name is looked for on the PATH of this JVM, not on the one it is given.
        var builder = new ProcessBuilder(with("env", command))
                .directory(where.toFile())
                .redirectOutput(text.toFile())
                .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        String line = String.join(" ", command);
        try {
            var start = Instant.now();
            var process = builder.start();
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(line + " did not end:\n" + Files.readString(text));
            }
            return new Outcome(
                    line,
                    process.exitValue(),
                    Files.readString(text),
                    Files.readString(errors),
                    Duration.between(start, Instant.now()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private Map<String, String> environment(Optional<Fault> fault) {
        return Map.ofEntries(
                entry("JAVA_TOOL_OPTIONS", QUICK_START),
                entry("PATH", path()),
                entry("PULUMI_HOME", folder.resolve("home").toString()),
                entry("PULUMI_BACKEND_URL", "file://" + folder.resolve("states") + WHOLE_WRITES),
                entry("PULUMI_CONFIG_PASSPHRASE", "trial"),
                entry("PULUMI_SKIP_UPDATE_CHECK", "true"),
                entry("PULUMI_SKIP_CONFIRMATIONS", "true"),
                entry("PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION", "true"),
                entry(PluginMain.CLOUD, folder.resolve("cloud").toString()),
                entry(PluginMain.FAULT, fault.map(Fault::toString).orElse("")));
    }

    private String path() {
        return Stream.of(
                        Plugins.in(folder.resolve("plugins")).toString(),
                        Tool.PULUMI.folder().orElseThrow().toString(),
                        System.getenv("PATH"))
                .collect(joining(File.pathSeparator));
    }

    private static List<String> with(String first, List<String> rest) {
        var words = new ArrayList<>(List.of(first));
        words.addAll(rest);
        return words;
    }
}
