package groundwork.simulated.rules;

import static java.util.stream.Collectors.groupingBy;

import groundwork.aws.NumberRange;
import groundwork.simulated.Existing;
import java.util.List;
import java.util.Map;

/** Numbers lie within what AWS takes, out of a table. */
final class RangeRules {
    static final String NAME = "number-range";
    private static final Map<String, List<NumberRange>> BY_TYPE =
            NumberRange.all().stream().collect(groupingBy(NumberRange::type));

    static final List<Rule> ALL =
            List.of(Rule.of(NAME, RangeRules::judge, BY_TYPE.keySet().toArray(String[]::new)));

    private RangeRules() {}

    private static void judge(Existing resource, Refusals refusals) {
        for (var range : BY_TYPE.get(resource.type())) {
            resource.paths(range.property()).forEach(path -> refusals.within(path, range.lowest(), range.highest()));
        }
    }
}
