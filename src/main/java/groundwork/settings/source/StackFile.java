package groundwork.settings.source;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import groundwork.settings.problems.Found;
import groundwork.settings.problems.Nearest;
import groundwork.settings.problems.Problem;
import groundwork.settings.problems.Problems;
import groundwork.settings.text.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A {@code Pulumi.<stack>.yaml}, read without the CLI: the configuration as the CLI would hand it to the program. */
public record StackFile(SortedMap<String, String> config, List<Problem> problems) {
    private static final String CONFIG = "config";
    private static final Set<String> KEYS =
            Set.of(CONFIG, "environment", "secretsprovider", "encryptedkey", "encryptionsalt");

    public StackFile {
        config = Collections.unmodifiableSortedMap(new TreeMap<>(config));
        problems = List.copyOf(problems);
    }

    public static StackFile load(Path file) {
        return of(YamlFile.load(file));
    }

    public static StackFile read(InputStream bytes, String name) throws IOException {
        return of(YamlFile.read(bytes, name));
    }

    public static StackFile parse(String name, String text) {
        return of(YamlFile.of(name, text));
    }

    private static StackFile of(YamlFile file) {
        var problems = new Problems();
        problems.addAll(file.problems());
        file.content().keySet().stream().filter(key -> !KEYS.contains(key)).forEach(key -> problems.at(key)
                .add("unknown key%s", meant(key)));
        var config = new TreeMap<String, String>();
        for (var entry : file.block(CONFIG).entrySet()) {
            var key = entry.getKey();
            var at = problems.at(CONFIG).at(key);
            if (key.matches("[^:]+:.+")) {
                at.unless(!losesDigits(entry.getValue()), "%s", Numbers.QUOTE_IT);
                config.put(key, YamlFile.handedOver(entry.getValue()));
            } else {
                at.add("a key starts with its namespace; write %s", Found.quoted(ConfigTree.NAMESPACE + key));
            }
        }
        return new StackFile(config, problems.all());
    }

    /** No setting at this level is a number, and the CLI hands 1.10 over as 1.1. */
    private static boolean losesDigits(JsonElement value) {
        return value instanceof JsonPrimitive single && Numbers.losesDigits(single);
    }

    private static String meant(String key) {
        return Nearest.to(key, KEYS)
                .map(name -> "; did you mean \"" + name + "\"?")
                .orElse("; settings belong under config");
    }
}
