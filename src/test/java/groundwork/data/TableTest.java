package groundwork.data;

import static groundwork.aws.ResourceTypes.CLOUDWATCH_METRIC_ALARM;
import static groundwork.aws.ResourceTypes.DYNAMODB_TABLE;
import static groundwork.aws.ResourceTypes.VPC_SECURITY_GROUP_EGRESS_RULE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import groundwork.Policies;
import groundwork.Stacks;
import groundwork.Topologies;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import groundwork.settings.StackText;
import groundwork.settings.links.LinkSettings.Access;
import groundwork.values.Unknown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final String ARN = "arn:aws:dynamodb:us-east-1:123456789012:table/shop-test-items";
    private static final String FULL =
            "{ partitionKey: customer, sortKey: { name: placed, type: number }, ttl: expiresAt }";

    @Test
    void isOneTableBilledOnDemand() {
        var recording = run("staging", FULL, Optional.empty());

        var component = recording.named("groundwork:data:Table", "items");
        assertThat(recording.childrenOf(component.urn()))
                .extracting(Recorded::type, Recorded::name)
                .containsExactly(tuple(DYNAMODB_TABLE, "items-table"));
        var table = recording.named(DYNAMODB_TABLE, "items-table");
        assertThat(table.inputs())
                .isEqualTo(Map.of(
                        "name",
                        "shop-test-items",
                        "billingMode",
                        "PAY_PER_REQUEST",
                        "hashKey",
                        "customer",
                        "rangeKey",
                        "placed",
                        "attributes",
                        List.of(Map.of("name", "customer", "type", "S"), Map.of("name", "placed", "type", "N")),
                        "ttl",
                        Map.of("attributeName", "expiresAt", "enabled", true),
                        "pointInTimeRecovery",
                        Map.of("enabled", false),
                        "streamEnabled",
                        false,
                        "deletionProtectionEnabled",
                        false));
        assertThat(table.protect()).isFalse();
    }

    @Test
    void itemsAreFoundByIndexesToo() {
        var table = run(
                        "staging",
                        "{ partitionKey: id, indexes: { by-customer: { partitionKey: customer, sortKey: placed },"
                                + " by-shop: { partitionKey: { name: shop, type: number }, sortKey: placed } } }",
                        Optional.empty())
                .named(DYNAMODB_TABLE, "items-table");

        assertThat(table.list("globalSecondaryIndexes"))
                .containsExactly(
                        Map.of(
                                "name",
                                "by-customer",
                                "hashKey",
                                "customer",
                                "rangeKey",
                                "placed",
                                "projectionType",
                                "ALL"),
                        Map.of("name", "by-shop", "hashKey", "shop", "rangeKey", "placed", "projectionType", "ALL"));
        assertThat(table.list("attributes"))
                .containsExactly(
                        Map.of("name", "id", "type", "S"),
                        Map.of("name", "customer", "type", "S"),
                        Map.of("name", "placed", "type", "S"),
                        Map.of("name", "shop", "type", "N"));
    }

    @Test
    void isKeptAndEncryptedByTheStacksOwnKeyInProduction() {
        var recording = run("production", "{ partitionKey: id }", Optional.empty());

        var table = recording.named(DYNAMODB_TABLE, "items-table");
        assertThat(table.map("pointInTimeRecovery")).isEqualTo(Map.of("enabled", true));
        assertThat(table.flag("deletionProtectionEnabled")).isTrue();
        assertThat(table.protect()).isTrue();
        assertThat(table.map("serverSideEncryption"))
                .isEqualTo(Map.of("enabled", true, "kmsKeyArn", keyArn(recording)));
        assertThat(table.inputs()).doesNotContainKeys("rangeKey", "ttl");
    }

    @Test
    void aReaderReadsItems() {
        var recording = run("production", FULL, Optional.of(Access.READ));

        assertThat(permissions(recording))
                .containsExactly(
                        "Allow dynamodb:GetItem, dynamodb:BatchGetItem, dynamodb:Query, dynamodb:Scan,"
                                + " dynamodb:DescribeTable on " + ARN + ", " + ARN + "/index/*",
                        "Allow kms:Decrypt on " + keyArn(recording));
    }

    @Test
    void aWriterWritesItems() {
        var recording = run("production", FULL, Optional.of(Access.WRITE));

        assertThat(permissions(recording))
                .containsExactly(
                        "Allow dynamodb:PutItem, dynamodb:UpdateItem, dynamodb:DeleteItem, dynamodb:BatchWriteItem,"
                                + " dynamodb:ConditionCheckItem, dynamodb:DescribeTable on " + ARN + ", " + ARN
                                + "/index/*",
                        "Allow kms:GenerateDataKey, kms:Decrypt on " + keyArn(recording));
    }

    @Test
    void aLinkThatSaysNothingDoesBoth() {
        var recording = run("staging", FULL, Optional.empty());

        assertThat(permissions(recording))
                .containsExactly("Allow dynamodb:GetItem, dynamodb:BatchGetItem, dynamodb:Query, dynamodb:Scan,"
                        + " dynamodb:PutItem, dynamodb:UpdateItem, dynamodb:DeleteItem, dynamodb:BatchWriteItem,"
                        + " dynamodb:ConditionCheckItem, dynamodb:DescribeTable on " + ARN + ", " + ARN + "/index/*");
        assertThat(recording.outputs())
                .containsEntry("variable table", "shop-test-items")
                .containsEntry("variable arn", ARN);
    }

    @Test
    void hasNoArnWhileItIsOnlyPreviewed() {
        assertThat(run("staging", FULL, Ids.UNKNOWN, Optional.empty()).outputs())
                .containsEntry("variable arn", Unknown.UNKNOWN);
    }

    @Test
    void isWatchedForThrottlesAndErrors() {
        var recording = stack("production").record();

        var throttled = recording.named(CLOUDWATCH_METRIC_ALARM, "alarms-table-items-throttled");
        assertThat(throttled.list("metricQueries"))
                .containsExactly(
                        query("reads", "ReadThrottleEvents", Map.of("TableName", "shop-test-items")),
                        query("writes", "WriteThrottleEvents", Map.of("TableName", "shop-test-items")),
                        Map.of(
                                "id", "result",
                                "expression", "FILL(reads, 0) + FILL(writes, 0)",
                                "label", "throttled",
                                "returnData", true));
        assertThat(throttled.number("evaluationPeriods")).isEqualTo(5);
        var errors = recording.named(CLOUDWATCH_METRIC_ALARM, "alarms-table-items-errors");
        assertThat(errors.number("threshold")).isEqualTo(5);
        assertThat(Stream.of(0, 1, 2, 3, 4, 5, 6, 7)
                        .map(index -> errors.text("metricQueries[%d].metric.dimensions.Operation".formatted(index))))
                .containsExactly(
                        "BatchGetItem",
                        "BatchWriteItem",
                        "DeleteItem",
                        "GetItem",
                        "PutItem",
                        "Query",
                        "Scan",
                        "UpdateItem");
        assertThat(errors.text("metricQueries[8].expression"))
                .isEqualTo("FILL(batchGetItem, 0) + FILL(batchWriteItem, 0) + FILL(deleteItem, 0) + FILL(getItem, 0)"
                        + " + FILL(putItem, 0) + FILL(query, 0) + FILL(scan, 0) + FILL(updateItem, 0)");
    }

    @Test
    void saysItselfWhenItsAlarmsGoOff() {
        var recording = stack("production")
                .with("tables", "{ items: { partitionKey: id, alarms: { throttles: 9, errors: { periods: 3 } } } }")
                .record();

        var throttled = recording.named(CLOUDWATCH_METRIC_ALARM, "alarms-table-items-throttled");
        assertThat(throttled.number("threshold")).isEqualTo(9);
        assertThat(throttled.number("evaluationPeriods")).isEqualTo(5);
        var errors = recording.named(CLOUDWATCH_METRIC_ALARM, "alarms-table-items-errors");
        assertThat(errors.number("threshold")).isEqualTo(5);
        assertThat(errors.number("evaluationPeriods")).isEqualTo(3);
    }

    @Test
    void showsItsCapacityAndItsThrottledRequests() {
        assertThat(stack("production")
                        .record()
                        .named("aws:cloudwatch/dashboard:Dashboard", "dashboard-dashboard")
                        .text("dashboardBody"))
                .contains("## items", "\"title\":\"Consumed capacity\"", "\"title\":\"Throttled requests\"")
                .contains("[\"AWS/DynamoDB\",\"ConsumedReadCapacityUnits\",\"TableName\",\"shop-test-items\","
                        + "{\"stat\":\"Sum\",\"label\":\"read\"}]");
    }

    @Test
    void aStackOfTablesHasDataToBackUp() {
        var reading = StackText.read("groundwork:tables: { items: { partitionKey: id } }\ngroundwork:backup: {}\n");

        assertThat(reading.warnings()).isEmpty();
    }

    @Test
    void isCopiedIntoTheVault() {
        var recording =
                stack("production").with("backup", "{ restoreTest: week }").record();

        assertThat(recording.refusals()).isEmpty();
        assertThat(recording
                        .named("aws:backup/selection:Selection", "backups-selection")
                        .list("resources"))
                .containsExactly(ARN);
        assertThat(recording
                        .named("aws:backup/restoreTestingSelection:RestoreTestingSelection", "backups-test-items")
                        .text("protectedResourceType"))
                .isEqualTo("DynamoDB");
    }

    @Test
    void tasksWithoutAnotherWayReachItByItsGateway() {
        var recording = stack("staging")
                .with("network", "{ nat: none, privateEndpoints: true }")
                .with("services", "{ app: { image: 'app:1', links: [items] }, other: { image: 'other:1' } }")
                .record();

        assertThat(recording.refusals()).isEmpty();
        var rule = recording.named(VPC_SECURITY_GROUP_EGRESS_RULE, "app-tasks-out-dynamodb");
        assertThat(rule.number("fromPort")).isEqualTo(443);
        assertThat(rule.text("prefixListId"))
                .isEqualTo(recording
                        .named("aws:ec2/vpcEndpoint:VpcEndpoint", "network-dynamodb")
                        .text("prefixListId"));
        assertThat(recording.ofType(VPC_SECURITY_GROUP_EGRESS_RULE))
                .extracting(Recorded::name)
                .doesNotContain("other-tasks-out-dynamodb");
    }

    @Test
    void aTaskIsToldWhichTableItIs() {
        var recording = stack("staging").record();

        assertThat(recording.refusals()).isEmpty();
        assertThat(recording
                        .named("aws:ecs/taskDefinition:TaskDefinition", "app-task")
                        .text("containerDefinitions"))
                .contains(
                        "{\"name\":\"ITEMS_TABLE\",\"value\":\"shop-test-items\"}",
                        "{\"name\":\"ITEMS_ARN\",\"value\":\"" + ARN + "\"}");
    }

    private static Stacks stack(String environment) {
        return Stacks.of(environment)
                .with("tables", "{ items: { partitionKey: id } }")
                .with("services", "{ app: { image: 'app:1', links: [items] } }");
    }

    private static Map<String, Object> query(String id, String metric, Map<String, String> dimensions) {
        return Map.of(
                "id",
                id,
                "metric",
                Map.of(
                        "namespace",
                        "AWS/DynamoDB",
                        "metricName",
                        metric,
                        "period",
                        60L,
                        "stat",
                        "Sum",
                        "dimensions",
                        dimensions));
    }

    private static Recording run(String environment, String table, Optional<Access> access) {
        return run(environment, table, Ids.KNOWN, access);
    }

    private static Recording run(String environment, String table, Ids ids, Optional<Access> access) {
        var settings =
                """
                groundwork:environment: %s
                groundwork:tables: { items: %s }
                """
                        .formatted(environment, table);
        return Topologies.of(settings, ids, (stack, plan, context) -> {
            var items = new Table("items", plan.settings().tables().get("items"), stack);
            Topologies.export(items.connect(access), context);
        });
    }

    private static String keyArn(Recording recording) {
        return recording.named("aws:kms/key:Key", "key-key").text("arn");
    }

    private static List<String> permissions(Recording recording) {
        return Policies.lines(recording.outputs().get("permissions"));
    }
}
