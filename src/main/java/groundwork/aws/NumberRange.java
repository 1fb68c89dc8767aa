package groundwork.aws;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The numbers that AWS takes for one property of a type, or for the length of a text; {@code [*]} is each element of a list. */
public record NumberRange(String type, String property, long lowest, long highest) {
    private static final List<NumberRange> VALUES = read("aws/ranges.yaml");
    private static final List<NumberRange> LENGTHS = read("aws/lengths.yaml");

    /** What numbers may be. */
    public static List<NumberRange> values() {
        return VALUES;
    }

    /** How many characters texts may have. */
    public static List<NumberRange> lengths() {
        return LENGTHS;
    }

    public static NumberRange of(String type, String property) {
        return VALUES.stream()
                .filter(range -> range.type.equals(type) && range.property.equals(property))
                .findFirst()
                .orElseThrow();
    }

    public boolean contains(long value) {
        return value >= lowest && value <= highest;
    }

    private static List<NumberRange> read(String file) {
        Map<String, Map<String, List<Number>>> types = Table.read(file);
        return types.entrySet().stream().flatMap(NumberRange::ranges).toList();
    }

    private static Stream<NumberRange> ranges(Map.Entry<String, Map<String, List<Number>>> type) {
        return type.getValue().entrySet().stream()
                .map(row -> new NumberRange(
                        type.getKey(),
                        row.getKey(),
                        row.getValue().get(0).longValue(),
                        row.getValue().get(1).longValue()));
    }
}
