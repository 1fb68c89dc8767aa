package groundwork.plugin;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import groundwork.simulated.Place;
import groundwork.simulated.SimulatedAws;
import groundwork.simulated.Wanted;
import groundwork.values.Path;
import groundwork.values.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What AWS can't change in place about a type, and which of its properties only one thing may have. */
record Kind(Optional<String> nameProperty, List<String> fixed, Optional<List<String>> unique, boolean overwrites) {
    private static final Map<String, Map<String, Object>> TABLE = table();
    private static final Map<String, Kind> SEEN = new ConcurrentHashMap<>();

    static Kind of(String type) {
        return SEEN.computeIfAbsent(type, Kind::load);
    }

    boolean replacedBy(String property) {
        return fixed.contains(property) || nameProperty.filter(property::equals).isPresent();
    }

    /** The type and what tells this thing from all others of it; its ARN or id where no input does. */
    String identity(Thing thing) {
        return unique.map(properties -> properties.stream()
                        .map(property -> Path.parse(property)
                                .in(thing.outputs())
                                .map(Secret::unwrap)
                                .orElse(""))
                        .map(Objects::toString)
                        .collect(joining("|", thing.region() + "|", "")))
                .orElseGet(() -> thing.region() + "|" + thing.outputs().getOrDefault("arn", "") + "|" + thing.id());
    }

    @SuppressWarnings("unchecked")
    private static Kind load(String type) {
        var row = TABLE.getOrDefault(type, Map.of());
        var name = nameProperty(type);
        return new Kind(
                name,
                (List<String>) row.getOrDefault("fixed", List.of()),
                Optional.ofNullable((List<String>) row.get("unique")).or(() -> name.map(List::of)),
                Boolean.TRUE.equals(row.get("overwrites")));
    }

    private static Optional<String> nameProperty(String type) {
        return SimulatedAws.named(new Wanted(type, type, "any", new TreeMap<>(), Place.in(Place.DEFAULT_REGION)))
                .inputs()
                .keySet()
                .stream()
                .findFirst();
    }

    private static Map<String, Map<String, Object>> table() {
        try (InputStream table = Kind.class.getResourceAsStream("kinds.yaml")) {
            Map<String, Map<String, Object>> rows = new Yaml(new SafeConstructor(new LoaderOptions())).load(table);
            return rows.entrySet().stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
