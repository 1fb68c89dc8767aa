package groundwork.settings.source;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import groundwork.settings.problems.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a {@code Pulumi.yaml} says that a program can see: the project's name, and configuration that all its stacks share. */
public record ProjectFile(String name, SortedMap<String, String> config, List<Problem> problems) {
    public static final String FILE = "Pulumi.yaml";
    private static final String NAME = "name";

    public ProjectFile {
        config = Collections.unmodifiableSortedMap(new TreeMap<>(config));
        problems = List.copyOf(problems);
    }

    /** A directory without the file is a project of the program's own name. */
    public static ProjectFile in(Path directory) {
        var file = directory.resolve(FILE);
        return Files.exists(file)
                ? of(YamlFile.load(file))
                : new ProjectFile("groundwork", Collections.emptySortedMap(), List.of());
    }

    public static ProjectFile parse(String name, String text) {
        return of(YamlFile.of(name, text));
    }

    static ProjectFile of(YamlFile file) {
        var name = file.content().get(NAME);
        if (name == null || !name.isJsonPrimitive()) {
            throw YamlFile.problem(file.name() + " " + NAME, "is missing; set the project name");
        }
        var config = new TreeMap<String, String>();
        file.block("config").entrySet().forEach(entry -> standard(entry.getValue())
                .ifPresent(value -> config.put(whole(entry.getKey(), name.getAsString()), YamlFile.handedOver(value))));
        return new ProjectFile(name.getAsString(), config, file.problems());
    }

    /** The stack's own configuration over that of the project. */
    public Configuration with(String stack, StackFile own) {
        var values = new TreeMap<>(config);
        values.putAll(own.config());
        var found = new ArrayList<>(problems);
        found.addAll(own.problems());
        return new Configuration(name, stack, values, Set.of(), found);
    }

    private static String whole(String key, String project) {
        return key.contains(":") ? key : project + ":" + key;
    }

    /** A declaration may hold a value or a default, or only a type. */
    private static Optional<JsonElement> standard(JsonElement value) {
        return value instanceof JsonObject declaration
                ? Optional.ofNullable(declaration.has("value") ? declaration.get("value") : declaration.get("default"))
                : Optional.of(value);
    }
}
