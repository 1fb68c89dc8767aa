package groundwork.simulated.rules;

import static java.util.stream.Collectors.groupingBy;

import groundwork.aws.ListLimit;
import groundwork.aws.NumberRange;
import groundwork.simulated.Existing;
import java.util.List;
import java.util.Map;

/** Numbers, lengths of texts and of lists are within what AWS takes, out of tables. */
public final class RangeRules {
    public static final String NUMBER = "number-range";
    public static final String LENGTH = "text-length";
    public static final String COUNT = "list-length";
    private static final Map<String, List<NumberRange>> NUMBERS =
            NumberRange.values().stream().collect(groupingBy(NumberRange::type));
    private static final Map<String, List<NumberRange>> LENGTHS =
            NumberRange.lengths().stream().collect(groupingBy(NumberRange::type));
    private static final Map<String, List<ListLimit>> COUNTS =
            ListLimit.all().stream().collect(groupingBy(ListLimit::type));

    public static final List<Rule> ALL = List.of(
            Rule.of(NUMBER, RangeRules::numbers, types(NUMBERS)),
            Rule.of(LENGTH, RangeRules::lengths, types(LENGTHS)),
            Rule.of(COUNT, RangeRules::counts, types(COUNTS)));

    private RangeRules() {}

    private static String[] types(Map<String, ?> rows) {
        return rows.keySet().toArray(String[]::new);
    }

    private static void numbers(Existing resource, Refusals refusals) {
        for (var range : NUMBERS.get(resource.type())) {
            resource.paths(range.property()).forEach(path -> refusals.within(path, range.lowest(), range.highest()));
        }
    }

    private static void lengths(Existing resource, Refusals refusals) {
        for (var range : LENGTHS.get(resource.type())) {
            resource.paths(range.property()).forEach(path -> resource.text(path)
                    .ifPresent(text -> refusals.unless(
                            range.contains(text.length()),
                            path,
                            "has %d characters; AWS takes %d to %d",
                            text.length(),
                            range.lowest(),
                            range.highest())));
        }
    }

    private static void counts(Existing resource, Refusals refusals) {
        for (var limit : COUNTS.get(resource.type())) {
            resource.paths(limit.property()).forEach(path -> {
                int count = resource.list(path).size();
                refusals.unless(count <= limit.most(), path, "are %d; AWS takes %d", count, limit.most());
            });
        }
    }
}
