package groundwork.aws;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What AWS allows in one kind of name: how long it may be, of which characters, and where there is only one of it. */
public record PhysicalName(
        String rule,
        String type,
        String property,
        int shortest,
        int longest,
        Pattern allowed,
        String says,
        Optional<Once> once) {
    private static final List<PhysicalName> ALL = read();
    private static final Map<String, PhysicalName> BY_RULE =
            ALL.stream().collect(toMap(PhysicalName::rule, name -> name));

    /** Where no second thing may have a name; {@code among} is what shares the names: a type, or several. */
    public record Once(boolean inRegion, Optional<String> within, String among) {}

    public static List<PhysicalName> all() {
        return ALL;
    }

    public static PhysicalName of(String rule) {
        return Optional.ofNullable(BY_RULE.get(rule)).orElseThrow();
    }

    private static List<PhysicalName> read() {
        List<Map<String, Object>> alphabets = Table.read("aws/names.yaml");
        return alphabets.stream().flatMap(PhysicalName::names).toList();
    }

    private static Stream<PhysicalName> names(Map<String, Object> alphabet) {
        var allowed = Pattern.compile((String) alphabet.get("pattern"));
        var says = (String) alphabet.get("says");
        return ((Map<?, ?>) alphabet.get("names")).entrySet().stream().map(entry -> {
            var row = (Map<?, ?>) entry.getValue();
            return new PhysicalName(
                    (String) entry.getKey(),
                    (String) row.get("type"),
                    (String) row.get("property"),
                    (int) row.get("shortest"),
                    (int) row.get("longest"),
                    allowed,
                    says,
                    Optional.ofNullable(row.get("once")).map(once -> once(once, row)));
        });
    }

    private static Once once(Object once, Map<?, ?> row) {
        var among = Optional.ofNullable((String) row.get("among")).orElse((String) row.get("type"));
        return once instanceof Map<?, ?> inside
                ? new Once(true, Optional.of((String) inside.get("within")), among)
                : new Once(once.equals("region"), Optional.empty(), among);
    }
}
