package groundwork.simulated.kinds;

import static java.util.stream.Collectors.joining;

import groundwork.aws.Table;
import groundwork.simulated.Place;
import groundwork.simulated.Wanted;
import groundwork.simulated.answers.SimulatedAws;
import groundwork.values.Path;
import groundwork.values.Secret;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What AWS can't change in place about a type, and which of its properties only one thing may have. */
public record Kind(
        Optional<String> nameProperty, List<String> fixed, Optional<List<String>> unique, boolean overwrites) {
    /** A provider's own configuration. */
    public static final Kind PROVIDER = new Kind(Optional.empty(), List.of("region"), Optional.empty(), false);

    private static final String PROVIDERS = "pulumi:providers:";
    private static final Map<String, Map<String, Object>> TABLE = Table.read("simulated/kinds.yaml");
    private static final Map<String, Kind> SEEN = new ConcurrentHashMap<>();

    public static Kind of(String type) {
        return SEEN.computeIfAbsent(type, Kind::load);
    }

    public boolean replacedBy(String property) {
        return fixed.contains(property) || nameProperty.filter(property::equals).isPresent();
    }

    /** What tells this thing from all others of its type; its ARN or id where no input does. */
    public String identity(String region, String id, Map<String, Object> outputs) {
        return unique.map(properties -> properties.stream()
                        .map(property -> Path.parse(property)
                                .in(outputs)
                                .map(Secret::unwrap)
                                .orElse(""))
                        .map(Objects::toString)
                        .collect(joining("|", region + "|", "")))
                .orElseGet(() -> region + "|" + outputs.getOrDefault("arn", "") + "|" + id);
    }

    @SuppressWarnings("unchecked")
    private static Kind load(String type) {
        if (type.startsWith(PROVIDERS)) {
            return PROVIDER;
        }
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
}
