package groundwork.engine;

import groundwork.plugin.PluginMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Launch scripts under the names by which the engine looks for providers. */
final class Plugins {
    private static final List<String> PROVIDERS = List.of("aws", "random", "awsx");
    private static final String SCRIPT =
            """
            #!/bin/sh
            exec '%s/bin/java' -cp '%s' %s %s
            """;

    private Plugins() {}

    static Path in(Path folder) {
        try {
            Files.createDirectories(folder);
            for (String provider : PROVIDERS) {
                var script = folder.resolve("pulumi-resource-" + provider);
                Files.writeString(
                        script,
                        SCRIPT.formatted(
                                System.getProperty("java.home"),
                                System.getProperty("java.class.path"),
                                PluginMain.class.getName(),
                                provider));
                if (!script.toFile().setExecutable(true)) {
                    throw new IOException(script + " can't be made executable");
                }
            }
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
