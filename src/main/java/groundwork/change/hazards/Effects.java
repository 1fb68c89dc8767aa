package groundwork.change.hazards;

import groundwork.aws.Table;
import java.util.Map;
import java.util.Optional;

/** What people notice when a resource of a type goes or changes. */
record Effects(Map<String, Object> row) {
    /** What is interrupted, and about how long. */
    record Stop(String what, String time) {}

    private static final Map<String, Map<String, Object>> TABLE = Table.read("change/effects.yaml");

    static Effects of(String type) {
        return new Effects(TABLE.getOrDefault(type, Map.of()));
    }

    static Map<String, Map<String, Object>> all() {
        return TABLE;
    }

    Optional<String> lost() {
        return Optional.ofNullable((String) row.get("lost"));
    }

    String keep() {
        return (String) row.get("keep");
    }

    Optional<Stop> replaced() {
        return Optional.ofNullable(row.get("stops")).map(Effects::stop);
    }

    Optional<Stop> deleted() {
        return Optional.ofNullable(row.get("gone")).map(Effects::stop);
    }

    /** Whether the new one answers before the old one is deleted. */
    boolean overlaps() {
        return row.getOrDefault("overlaps", false).equals(true);
    }

    Optional<Stop> changed(String property) {
        return Optional.ofNullable(((Map<?, ?>) row.getOrDefault("changes", Map.of())).get(property))
                .map(Effects::stop);
    }

    private static Stop stop(Object cells) {
        var stop = (Map<?, ?>) cells;
        return new Stop((String) stop.get("what"), (String) stop.get("time"));
    }
}
