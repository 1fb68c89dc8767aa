package groundwork.simulated.rules;

import groundwork.simulated.Existing;
import groundwork.simulated.Table;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How long physical names may be, and of which characters, out of a table. */
final class NameRules {
    static final List<Rule> ALL = read();

    private NameRules() {}

    private record Name(String property, int shortest, int longest, Pattern allowed, String says) {
        void judge(Existing resource, Refusals refusals) {
            resource.text(property).ifPresent(name -> {
                refusals.unless(
                        name.length() >= shortest && name.length() <= longest,
                        property,
                        "\"%s\" has %d characters; AWS takes %d to %d",
                        name,
                        name.length(),
                        shortest,
                        longest);
                refusals.unless(allowed.matcher(name).matches(), property, "\"%s\" is not allowed; use %s", name, says);
            });
        }
    }

    private static List<Rule> read() {
        List<Map<String, Object>> alphabets = Table.read("names.yaml");
        return alphabets.stream().flatMap(NameRules::rules).toList();
    }

    private static Stream<Rule> rules(Map<String, Object> alphabet) {
        var allowed = Pattern.compile((String) alphabet.get("pattern"));
        var says = (String) alphabet.get("says");
        return ((Map<?, ?>) alphabet.get("names")).entrySet().stream().map(entry -> {
            var row = (Map<?, ?>) entry.getValue();
            var name = new Name(
                    (String) row.get("property"), (int) row.get("shortest"), (int) row.get("longest"), allowed, says);
            return Rule.of((String) entry.getKey(), name::judge, (String) row.get("type"));
        });
    }
}
