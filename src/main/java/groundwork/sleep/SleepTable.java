package groundwork.sleep;

import com.google.gson.Gson;
import com.pulumi.aws.dynamodb.Table;
import com.pulumi.aws.dynamodb.TableArgs;
import com.pulumi.aws.dynamodb.TableItem;
import com.pulumi.aws.dynamodb.TableItemArgs;
import com.pulumi.aws.dynamodb.inputs.TableAttributeArgs;
import com.pulumi.aws.dynamodb.inputs.TableServerSideEncryptionArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.EncryptionKey;
import groundwork.permissions.Statement;
import groundwork.plan.names.NameRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where the functions find what the program wants and keep what they know; it holds nothing that is not made again. */
final class SleepTable extends Component {
    private static final NameRule NAME = NameRule.of("table-name");
    private static final String KEY = "id";
    private static final String STRING = "S";

    private final Table table;

    SleepTable(Component whole) {
        super("sleep:Table", "table", whole);
        var arguments = TableArgs.builder()
                .name(stack().names().of(NAME, "sleep"))
                .billingMode("PAY_PER_REQUEST")
                .hashKey(KEY)
                .attributes(TableAttributeArgs.builder().name(KEY).type(STRING).build())
                .streamEnabled(false);
        stack().ownKey()
                .ifPresent(key -> arguments.serverSideEncryption(TableServerSideEncryptionArgs.builder()
                        .enabled(true)
                        .kmsKeyArn(key.arn())
                        .build()));
        table = new Table(child("table"), arguments.build(), inside());
        outputs(Map.of("name", table.name()));
    }

    Output<String> tableName() {
        return table.name();
    }

    /** The program's own item; all others are the functions'. */
    void configure(Output<Map<String, Object>> configuration) {
        var item = configuration.applyValue(known -> {
            var gson = new Gson();
            return gson.toJson(
                    new TreeMap<>(Map.of(KEY, Map.of(STRING, "config"), "body", Map.of(STRING, gson.toJson(known)))));
        });
        new TableItem(
                child("config"),
                TableItemArgs.builder()
                        .tableName(table.name())
                        .hashKey(table.hashKey())
                        .item(item)
                        .build(),
                inside());
    }

    /** Reading everything, and writing the items with these ids. */
    List<Statement> writing(List<String> actions, String... ids) {
        var statements = new ArrayList<Statement>();
        statements.add(Statement.allow("dynamodb:GetItem").on(table.arn()));
        for (var id : ids) {
            statements.add(Statement.allow(actions.toArray(String[]::new))
                    .on(table.arn())
                    .when("ForAllValues:StringEquals", "dynamodb:LeadingKeys", Output.of(id)));
        }
        stack().ownKey().map(EncryptionKey::encrypting).ifPresent(statements::add);
        return statements;
    }
}
