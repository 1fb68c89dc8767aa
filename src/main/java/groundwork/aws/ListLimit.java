package groundwork.aws;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How many elements AWS takes in one list of a type. */
public record ListLimit(String type, String property, int most) {
    private static final List<ListLimit> ALL = read();

    public static List<ListLimit> all() {
        return ALL;
    }

    public static ListLimit of(String type, String property) {
        return ALL.stream()
                .filter(limit -> limit.type.equals(type) && limit.property.equals(property))
                .findFirst()
                .orElseThrow();
    }

    private static List<ListLimit> read() {
        Map<String, Map<String, Integer>> types = Table.read("aws/counts.yaml");
        return types.entrySet().stream().flatMap(ListLimit::limits).toList();
    }

    private static Stream<ListLimit> limits(Map.Entry<String, Map<String, Integer>> type) {
        return type.getValue().entrySet().stream()
                .map(row -> new ListLimit(type.getKey(), row.getKey(), row.getValue()));
    }
}
