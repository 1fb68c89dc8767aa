package groundwork.settings.source;

import static java.util.Objects.requireNonNull;

import groundwork.settings.problems.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a stack is configured with, as the CLI hands it to a program: whole keys, structured values as JSON, and which
 * keys were encrypted. Problems are those of the files it was read from.
 */
public record Configuration(
        String project, String stack, SortedMap<String, String> values, Set<String> encrypted, List<Problem> problems) {
    public Configuration {
        requireNonNull(project, "project is null");
        requireNonNull(stack, "stack is null");
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        encrypted = Set.copyOf(encrypted);
        problems = List.copyOf(problems);
    }

    public static Configuration of(String project, String stack, Map<String, String> values) {
        return new Configuration(project, stack, new TreeMap<>(values), Set.of(), List.of());
    }

    /** Whether the value of one of our keys, or a part of it, was encrypted before the engine handed it over. */
    public boolean wasEncrypted(String key) {
        return encrypted.contains(ConfigTree.NAMESPACE + key);
    }
}
