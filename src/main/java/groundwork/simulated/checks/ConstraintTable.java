package groundwork.simulated.checks;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import groundwork.aws.Choice;
import groundwork.aws.ListLimit;
import groundwork.aws.NumberRange;
import groundwork.aws.PhysicalName;
import groundwork.aws.Table;
import groundwork.simulated.rules.ChoiceRules;
import groundwork.simulated.rules.RangeRules;
import groundwork.simulated.rules.Rule;
import groundwork.simulated.shapes.SdkType;
import groundwork.simulated.shapes.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which of AWS's limits each type of resource is held to, as a page. */
public final class ConstraintTable {
    public static final String PATH = "docs/constraints.md";
    private static final Set<String> OF_TABLES =
            Set.of(RangeRules.NUMBER, RangeRules.LENGTH, RangeRules.COUNT, ChoiceRules.NAME, "name-once");

    private final Map<String, String> unchecked = Table.read("aws/unchecked.yaml");

    private ConstraintTable() {}

    public static String text() {
        var table = new ConstraintTable();
        return """
                # What AWS takes, and what is held to here

                Made by `./groundwork reference --write .` from the tables in `src/main/resources/groundwork/aws` and the rules in
                `simulated/rules`; `./groundwork preview` refuses whatever breaks one of these. Of every type the inputs that the SDK
                requires must be there, and tags are at most 50 with the characters that AWS takes.

                | type | held to | not checked |
                |---|---|---|
                """
                + types().map(table::row).collect(joining("\n"))
                + "\n";
    }

    private static Stream<String> types() {
        return Stream.of(Shape.types().stream(), Rules.all().stream().flatMap(rule -> rule.types().stream()))
                .flatMap(each -> each)
                .filter(type -> SdkType.of(type).isPresent())
                .collect(toCollection(TreeSet::new))
                .stream();
    }

    private String row(String type) {
        var held = new ArrayList<String>();
        PhysicalName.all().stream()
                .filter(of(type, PhysicalName::type))
                .map(ConstraintTable::name)
                .forEach(held::add);
        NumberRange.values().stream()
                .filter(of(type, NumberRange::type))
                .map(range -> "`%s` %d to %d".formatted(range.property(), range.lowest(), range.highest()))
                .forEach(held::add);
        NumberRange.lengths().stream()
                .filter(of(type, NumberRange::type))
                .map(range -> "`%s` %d to %d characters".formatted(range.property(), range.lowest(), range.highest()))
                .forEach(held::add);
        ListLimit.all().stream()
                .filter(of(type, ListLimit::type))
                .map(limit -> "at most %d `%s`".formatted(limit.most(), limit.property()))
                .forEach(held::add);
        var chosen = Choice.all().stream()
                .filter(of(type, Choice::type))
                .map(choice -> "`" + choice.property() + "`")
                .toList();
        if (!chosen.isEmpty()) {
            held.add("the words of " + String.join(", ", chosen));
        }
        var rules = ruleNames(type);
        if (!rules.isEmpty()) {
            held.add("rules " + String.join(", ", rules));
        }
        return "| `%s` | %s | %s |".formatted(type, String.join("; ", held), unchecked.getOrDefault(type, ""));
    }

    private static <T> Predicate<T> of(String type, Function<T, String> typeOf) {
        return row -> Objects.equals(typeOf.apply(row), type);
    }

    private static String name(PhysicalName name) {
        var once = name.once()
                .map(it -> it.within()
                        .map(holder -> ", once within `" + holder + "`")
                        .orElse(it.inRegion() ? ", once in a region" : ", once in an account"))
                .orElse("");
        return "`%s` %d to %d %s%s".formatted(name.property(), name.shortest(), name.longest(), name.says(), once);
    }

    private static List<String> ruleNames(String type) {
        var names = PhysicalName.all().stream().map(PhysicalName::rule).toList();
        return Rules.all().stream()
                .filter(rule -> rule.types().contains(type))
                .map(Rule::name)
                .filter(name -> !OF_TABLES.contains(name) && !names.contains(name))
                .toList();
    }
}
