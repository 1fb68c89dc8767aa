package groundwork.aws;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The words that AWS takes for one property of a type; {@code [*]} in it is each element of a list. */
public record Choice(String type, String property, List<String> words) {
    private static final List<Choice> ALL = read();

    public Choice {
        words = List.copyOf(words);
    }

    public static List<Choice> all() {
        return ALL;
    }

    private static List<Choice> read() {
        Map<String, Map<String, List<Object>>> types = Table.read("aws/choices.yaml");
        return types.entrySet().stream().flatMap(Choice::choices).toList();
    }

    private static Stream<Choice> choices(Map.Entry<String, Map<String, List<Object>>> type) {
        return type.getValue().entrySet().stream()
                .map(row -> new Choice(
                        type.getKey(),
                        row.getKey(),
                        row.getValue().stream().map(String::valueOf).toList()));
    }
}
