package groundwork;

import groundwork.offline.Ids;
import groundwork.offline.OfflineEngine;
import groundwork.offline.Run;
import groundwork.offline.recording.Recording;
import groundwork.settings.entry.Settings;
import groundwork.settings.source.Configuration;
import groundwork.settings.source.ProjectFile;
import groundwork.settings.source.StackFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Topologies for tests: a stack file of the repository, or a few settings on top of almost nothing. */
public final class Stacks {
    private static final String PROJECT = "groundwork";
    private static final Map<String, Recording> RECORDED = new ConcurrentHashMap<>();

    private final SortedMap<String, String> config;

    private Stacks(Map<String, String> config) {
        this.config = new TreeMap<>(config);
    }

    /** The recorded topology of a stack file, made once for all tests. */
    public static Recording file(String file, Ids ids) {
        return RECORDED.computeIfAbsent(file + ids, any -> {
            var path = Path.of(file).toAbsolutePath();
            var project = ProjectFile.in(path.getParent());
            var stack = path.getFileName().toString().split("\\.")[1];
            return run(project.with(stack, StackFile.load(path)), ids);
        });
    }

    /** Every stack file of the repository: the home stacks' and those of the other systems. */
    public static Stream<String> files() throws IOException {
        try (var tree = Files.walk(Path.of("stacks"), 2);
                var home = Files.list(Path.of(""))) {
            return Stream.concat(home, tree)
                    .filter(file -> file.getFileName().toString().matches("Pulumi\\.[^.]+\\.yaml"))
                    .map(Path::toString)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    public static Stacks of(String environment) {
        return of(Map.of())
                .with("system", "shop")
                .with("environment", environment)
                .with("owner", "someone");
    }

    /** Whole keys, as the CLI hands them over. */
    public static Stacks of(Map<String, String> config) {
        return new Stacks(config).inRegion("us-east-1");
    }

    /** A setting by its key without the namespace, its value as YAML. */
    public Stacks with(String key, String value) {
        return and(StackFile.parse("Pulumi.test.yaml", "config: { groundwork:%s: %s }".formatted(key, value))
                .config());
    }

    public Stacks inRegion(String region) {
        return and(Map.of("aws:region", region));
    }

    private Stacks and(Map<String, String> more) {
        var all = new Stacks(config);
        all.config.putAll(more);
        return all;
    }

    public Recording record() {
        return record(Ids.KNOWN);
    }

    public Recording record(Ids ids) {
        return run(Configuration.of(PROJECT, "test", config), ids);
    }

    /** What a configured stack becomes. */
    public static Recording run(Configuration configuration, Ids ids) {
        var reading = Settings.read(configuration);
        var run = Run.of(configuration.project(), configuration.stack())
                .withConfig(configuration.values())
                .withIds(ids);
        return OfflineEngine.run(run, context -> Topology.build(context, reading));
    }
}
