package groundwork.simulated.rules.data;

import static groundwork.aws.ResourceTypes.DYNAMODB_TABLE;

import groundwork.simulated.Existing;
import groundwork.simulated.rules.Refusals;
import groundwork.simulated.rules.Rule;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What DynamoDB takes. */
public final class TableRules {
    private static final List<String> KEYS = List.of(
            "hashKey",
            "rangeKey",
            "globalSecondaryIndexes[*].hashKey",
            "globalSecondaryIndexes[*].rangeKey",
            "localSecondaryIndexes[*].rangeKey");

    public static final List<Rule> ALL = List.of(Rule.of("table-attributes", TableRules::attributes, DYNAMODB_TABLE));

    private TableRules() {}

    private static void attributes(Existing table, Refusals refusals) {
        var keys = new TreeSet<String>();
        KEYS.stream()
                .flatMap(table::paths)
                .flatMap(path -> table.text(path).stream())
                .forEach(keys::add);
        var defined = IntStream.range(0, table.list("attributes").size())
                .mapToObj("attributes[%d].name"::formatted)
                .flatMap(path -> table.text(path).stream())
                .toList();
        refusals.unless(
                keys.equals(new TreeSet<>(defined)) && defined.size() == keys.size(),
                "attributes",
                "define %s; they must be exactly the keys of the table and its indexes, %s",
                defined,
                keys);
    }
}
