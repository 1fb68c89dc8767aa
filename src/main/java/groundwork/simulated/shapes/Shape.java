package groundwork.simulated.shapes;

import static java.util.stream.Collectors.toMap;

import groundwork.aws.Table;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What AWS computes for one type of resource, in the order it is worked out, and where its physical name stands. */
public record Shape(Optional<String> nameProperty, Map<String, Template> outputs) {
    private static final String AUTONAME = "autoname";
    private static final Map<String, Shape> ALL = table("simulated/shapes.yaml");
    private static final Shape UNLISTED = new Shape(Optional.of("name"), Map.of());

    public static Shape of(String type) {
        return ALL.getOrDefault(type, UNLISTED);
    }

    /** The types that are described. */
    public static Set<String> types() {
        return ALL.keySet();
    }

    static Map<String, Shape> all() {
        return ALL;
    }

    /** The shapes a table of this package's resources describes. */
    public static Map<String, Shape> table(String file) {
        Map<String, Map<String, Object>> rows = Table.read(file);
        return rows.entrySet().stream().collect(toMap(Map.Entry::getKey, row -> row(row.getValue())));
    }

    private static Shape row(Map<String, Object> cells) {
        var nameProperty =
                cells.containsKey(AUTONAME) ? Optional.ofNullable((String) cells.get(AUTONAME)) : Optional.of("name");
        var outputs = new LinkedHashMap<String, Template>();
        cells.forEach((property, form) -> {
            if (!property.equals(AUTONAME)) {
                outputs.put(property, new Template(form));
            }
        });
        return new Shape(nameProperty, Collections.unmodifiableMap(outputs));
    }
}
