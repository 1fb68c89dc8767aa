package groundwork.settings.source;

import groundwork.settings.problems.Nearest;
import groundwork.settings.problems.Problems;
import groundwork.settings.reader.Found;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A {@code Pulumi.<stack>.yaml}, read without the CLI. */
public final class StackFile {
    private static final String CONFIG = "config";
    private static final Set<String> KEYS =
            Set.of(CONFIG, "environment", "secretsprovider", "encryptedkey", "encryptionsalt");

    private StackFile() {}

    /** The configuration as the CLI would hand it to the program. */
    public static SortedMap<String, String> load(Path file) {
        return config(YamlFile.load(file));
    }

    public static SortedMap<String, String> read(InputStream bytes, String name) throws IOException {
        return config(YamlFile.read(bytes, name));
    }

    public static SortedMap<String, String> parse(String name, String text) {
        return config(YamlFile.of(name, text));
    }

    private static SortedMap<String, String> config(YamlFile file) {
        var problems = new Problems();
        file.content().keySet().stream().filter(key -> !KEYS.contains(key)).forEach(key -> problems.at(key)
                .add("unknown key%s", meant(key)));
        var config = new TreeMap<String, String>();
        for (var entry : file.block(CONFIG).entrySet()) {
            var key = entry.getKey();
            problems.at(CONFIG)
                    .at(key)
                    .unless(
                            key.matches("[^:]+:.+"),
                            "a key begins with its namespace: write %s",
                            Found.quoted(ConfigTree.NAMESPACE + key));
            config.put(key, YamlFile.handedOver(entry.getValue()));
        }
        problems.throwIfAny();
        return Collections.unmodifiableSortedMap(config);
    }

    private static String meant(String key) {
        return Nearest.to(key, KEYS)
                .map(name -> "; did you mean \"" + name + "\"?")
                .orElse("; settings belong under config");
    }
}
