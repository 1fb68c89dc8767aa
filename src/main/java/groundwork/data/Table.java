package groundwork.data;

import com.pulumi.aws.dynamodb.TableArgs;
import com.pulumi.aws.dynamodb.inputs.TableAttributeArgs;
import com.pulumi.aws.dynamodb.inputs.TableGlobalSecondaryIndexArgs;
import com.pulumi.aws.dynamodb.inputs.TablePointInTimeRecoveryArgs;
import com.pulumi.aws.dynamodb.inputs.TableServerSideEncryptionArgs;
import com.pulumi.aws.dynamodb.inputs.TableTtlArgs;
import com.pulumi.core.Output;
import groundwork.base.BackedUp;
import groundwork.base.Component;
import groundwork.base.EncryptionKey;
import groundwork.base.Protected;
import groundwork.base.StackContext;
import groundwork.links.Connection;
import groundwork.links.LinkTarget;
import groundwork.permissions.Statement;
import groundwork.plan.names.NameRule;
import groundwork.settings.data.TableSettings;
import groundwork.settings.links.LinkSettings.Access;
import groundwork.settings.links.Offer;
import groundwork.watch.WatchRules;
import groundwork.watch.Watchable;
import groundwork.watch.Watched;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A DynamoDB table. */
public final class Table extends Component implements LinkTarget, Watchable, BackedUp {
    private static final NameRule NAME = NameRule.of("table-name");

    private final TableSettings settings;
    private final com.pulumi.aws.dynamodb.Table table;

    public Table(String name, TableSettings settings, StackContext stack) {
        super("data:Table", name, stack);
        this.settings = settings;
        table = createTable();
        outputs(Map.copyOf(endpoint()));
    }

    @Override
    public Connection connect(Optional<Access> access) {
        return Connection.of(Map.of(TableSettings.TABLE, table.name(), Offer.ARN, table.arn()))
                .permitting(permissions(access.orElse(Access.READ_WRITE)))
                .after(List.of(table));
    }

    @Override
    public Map<String, Output<String>> endpoint() {
        return Map.of("name", table.name(), "arn", table.arn());
    }

    @Override
    public List<Watched> watched(WatchRules rules) {
        return List.of(TableWatch.of(name(), table.name(), settings.alarms()).plan());
    }

    @Override
    public Optional<Protected> toBackUp() {
        return Optional.of(Protected.of("DynamoDB", name(), table.arn()));
    }

    private List<Statement> permissions(Access access) {
        var actions = new ArrayList<String>();
        if (access.reads()) {
            actions.addAll(List.of("dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:Scan"));
        }
        if (access.writes()) {
            actions.addAll(List.of(
                    "dynamodb:PutItem",
                    "dynamodb:UpdateItem",
                    "dynamodb:DeleteItem",
                    "dynamodb:BatchWriteItem",
                    "dynamodb:ConditionCheckItem"));
        }
        actions.add("dynamodb:DescribeTable");
        var statements = new ArrayList<Statement>();
        statements.add(Statement.allow(actions.toArray(String[]::new))
                .on(List.of(table.arn(), table.arn().applyValue(arn -> arn + "/index/*"))));
        stack().ownKey()
                .map(access.writes() ? EncryptionKey::encrypting : EncryptionKey::decrypting)
                .ifPresent(statements::add);
        return statements;
    }

    private com.pulumi.aws.dynamodb.Table createTable() {
        var arguments = TableArgs.builder()
                .name(stack().names().of(NAME, name()))
                .billingMode("PAY_PER_REQUEST")
                .hashKey(settings.partitionKey().name())
                .attributes(settings.keys().stream().map(Table::attribute).toList())
                .pointInTimeRecovery(TablePointInTimeRecoveryArgs.builder()
                        .enabled(settings.pointInTimeRecovery())
                        .build())
                .streamEnabled(false)
                .deletionProtectionEnabled(stack().protects(settings.protect()));
        settings.sortKey().map(TableSettings.Key::name).ifPresent(arguments::rangeKey);
        if (!settings.indexes().isEmpty()) {
            arguments.globalSecondaryIndexes(settings.indexes().entrySet().stream()
                    .map(entry -> index(entry.getKey(), entry.getValue()))
                    .toList());
        }
        settings.ttl()
                .ifPresent(attribute -> arguments.ttl(TableTtlArgs.builder()
                        .attributeName(attribute)
                        .enabled(true)
                        .build()));
        // Without it DynamoDB encrypts with a key that AWS owns, for nothing.
        stack().ownKey()
                .ifPresent(key -> arguments.serverSideEncryption(TableServerSideEncryptionArgs.builder()
                        .enabled(true)
                        .kmsKeyArn(key.arn())
                        .build()));
        return new com.pulumi.aws.dynamodb.Table(
                child("table"),
                arguments.build(),
                keepingNames("name")
                        .protect(stack().protects(settings.protect()))
                        .build());
    }

    private static TableGlobalSecondaryIndexArgs index(String name, TableSettings.Index index) {
        var arguments = TableGlobalSecondaryIndexArgs.builder()
                .name(name)
                .hashKey(index.partitionKey().name())
                .projectionType("ALL");
        index.sortKey().map(TableSettings.Key::name).ifPresent(arguments::rangeKey);
        return arguments.build();
    }

    private static TableAttributeArgs attribute(TableSettings.Key key) {
        return TableAttributeArgs.builder()
                .name(key.name())
                .type(key.type().letter())
                .build();
    }
}
