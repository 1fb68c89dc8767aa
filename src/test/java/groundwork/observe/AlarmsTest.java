package groundwork.observe;

import static groundwork.aws.ResourceTypes.CLOUDWATCH_METRIC_ALARM;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import groundwork.values.Unknown;
import groundwork.watch.Watching;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlarmsTest {
    private static final String PART = "groundwork:observe:SubjectAlarms";

    private final Recording shop = Watching.record(Watching.SHOP, Ids.KNOWN);

    @Test
    void everyThingHasAPartOfItsOwn() {
        var alarms = shop.named("groundwork:observe:Alarms", "alarms");

        assertThat(shop.refusals()).isEmpty();
        assertThat(shop.childrenOf(alarms.urn()))
                .extracting(Recorded::name)
                .containsExactlyInAnyOrder(
                        "alarms-stopped-tasks",
                        "alarms-cluster",
                        "alarms-entrance",
                        "alarms-nat",
                        "alarms-service-app",
                        "alarms-service-worker",
                        "alarms-targets-app",
                        "alarms-database-db",
                        "alarms-database-lake",
                        "alarms-cache-cache-1",
                        "alarms-cache-cache-2",
                        "alarms-queue-jobs");
        assertThat(shop.childrenOf(shop.named(PART, "alarms-service-app").urn()))
                .extracting(Recorded::name)
                .containsExactlyInAnyOrder(
                        "alarms-service-app-cpu", "alarms-service-app-memory", "alarms-service-app-short");
    }

    @Test
    void anAlarmWatchesOneMetricAndTellsTheTopicBothWays() {
        var alarm = shop.named(CLOUDWATCH_METRIC_ALARM, "alarms-service-app-cpu");
        var topic = shop.named("aws:sns/topic:Topic", "alerts-topic").text("arn");

        assertThat(alarm.inputs())
                .containsOnlyKeys(
                        "name",
                        "alarmDescription",
                        "comparisonOperator",
                        "threshold",
                        "evaluationPeriods",
                        "treatMissingData",
                        "alarmActions",
                        "okActions",
                        "namespace",
                        "metricName",
                        "period",
                        "dimensions",
                        "statistic");
        assertThat(alarm.text("name")).isEqualTo("shop-test-service-app-cpu");
        assertThat(alarm.text("comparisonOperator")).isEqualTo("GreaterThanThreshold");
        assertThat(alarm.number("threshold")).isEqualTo(80);
        assertThat(alarm.number("evaluationPeriods")).isEqualTo(5);
        assertThat(alarm.text("treatMissingData")).isEqualTo("notBreaching");
        assertThat(alarm.text("namespace")).isEqualTo("AWS/ECS");
        assertThat(alarm.text("metricName")).isEqualTo("CPUUtilization");
        assertThat(alarm.number("period")).isEqualTo(60);
        assertThat(alarm.text("statistic")).isEqualTo("Average");
        assertThat(alarm.map("dimensions"))
                .isEqualTo(Map.of("ClusterName", "shop-test", "ServiceName", "shop-test-app"));
        assertThat(alarm.list("alarmActions")).containsExactly(topic);
        assertThat(alarm.list("okActions")).containsExactly(topic);
    }

    @Test
    void gatewaysWithoutFreePortsOrWithDroppedPacketsAreTold() {
        var gateways = shop.ofType("aws:ec2/natGateway:NatGateway");

        assertThat(shop.named(CLOUDWATCH_METRIC_ALARM, "alarms-nat-ports").number("threshold"))
                .isZero();
        assertThat(shop.named(CLOUDWATCH_METRIC_ALARM, "alarms-nat-drops").number("threshold"))
                .isEqualTo(1000);
        var ports = shop.named(CLOUDWATCH_METRIC_ALARM, "alarms-nat-ports");
        assertThat(ports.list("metricQueries")).hasSize(gateways.size() + 1);
        assertThat(ports.map("metricQueries[0].metric"))
                .containsEntry("namespace", "AWS/NATGateway")
                .containsEntry("metricName", "ErrorPortAllocation")
                .containsEntry(
                        "dimensions",
                        Map.of("NatGatewayId", gateways.get(0).id().orElseThrow()));
    }

    @Test
    void aPercentileIsAnExtendedStatistic() {
        var slow = shop.named(CLOUDWATCH_METRIC_ALARM, "alarms-targets-app-slow");

        assertThat(slow.text("extendedStatistic")).isEqualTo("p95");
        assertThat(slow.has("statistic")).isFalse();
        assertThat(slow.map("dimensions"))
                .isEqualTo(Map.of(
                        "LoadBalancer", arnSuffix("aws:lb/loadBalancer:LoadBalancer", "load-balancer-balancer"),
                        "TargetGroup", arnSuffix("aws:lb/targetGroup:TargetGroup", "app-app-group-80")));
    }

    @Test
    void severalMetricsAreQueriesOfWhichOneIsTheResult() {
        var errors = shop.named(CLOUDWATCH_METRIC_ALARM, "alarms-entrance-errors");
        var balancer = Map.of("LoadBalancer", arnSuffix("aws:lb/loadBalancer:LoadBalancer", "load-balancer-balancer"));

        assertThat(errors.has("metricName")).isFalse();
        assertThat(errors.has("period")).isFalse();
        assertThat(errors.list("metricQueries"))
                .containsExactly(
                        query("balancer", "HTTPCode_ELB_5XX_Count", balancer),
                        query("services", "HTTPCode_Target_5XX_Count", balancer),
                        Map.of(
                                "id", "result",
                                "expression", "FILL(services, 0) + FILL(balancer, 0)",
                                "label", "errors",
                                "returnData", true));
    }

    @Test
    void everythingIsNamedAsCloudWatchNamesIt() {
        assertThat(shop.named(CLOUDWATCH_METRIC_ALARM, "alarms-database-db-cpu").map("dimensions"))
                .isEqualTo(Map.of("DBInstanceIdentifier", "shop-test-db"));
        assertThat(shop.named(CLOUDWATCH_METRIC_ALARM, "alarms-database-lake-cpu")
                        .map("dimensions"))
                .isEqualTo(Map.of("DBClusterIdentifier", "shop-test-lake"));
        assertThat(shop.named(CLOUDWATCH_METRIC_ALARM, "alarms-cache-cache-2-memory")
                        .map("dimensions"))
                .isEqualTo(Map.of("CacheClusterId", "shop-test-cache-002"));
        assertThat(shop.named(CLOUDWATCH_METRIC_ALARM, "alarms-queue-jobs-late").map("dimensions"))
                .isEqualTo(Map.of("QueueName", "shop-test-jobs"));
        assertThat(shop.named(CLOUDWATCH_METRIC_ALARM, "alarms-queue-jobs-failed")
                        .map("dimensions"))
                .isEqualTo(Map.of("QueueName", "shop-test-jobs-failed"));
        assertThat(shop.named(CLOUDWATCH_METRIC_ALARM, "alarms-cluster-stopped").has("dimensions"))
                .isFalse();
    }

    @Test
    void tasksThatStopByThemselvesAreLoggedAndCounted() {
        var group = shop.named("aws:cloudwatch/logGroup:LogGroup", "alarms-stopped-tasks-log");
        var rule = shop.named("aws:cloudwatch/eventRule:EventRule", "alarms-stopped-tasks-rule");
        var target = shop.named("aws:cloudwatch/eventTarget:EventTarget", "alarms-stopped-tasks-target");
        var count = shop.named("aws:cloudwatch/logMetricFilter:LogMetricFilter", "alarms-stopped-tasks-count");
        var policy = shop.named("aws:cloudwatch/logResourcePolicy:LogResourcePolicy", "alarms-stopped-tasks-policy");

        assertThat(group.text("name")).isEqualTo("/aws/events/shop/test/stopped-tasks");
        assertThat(JsonParser.parseString(rule.text("eventPattern")))
                .isEqualTo(JsonParser.parseString("{'source': ['aws.ecs'],"
                        + "'detail-type': ['ECS Task State Change'],"
                        + "'detail': {'clusterArn': ['arn:aws:ecs:us-east-1:123456789012:cluster/shop-test'],"
                        + "'group': [{'prefix': 'service:'}], 'lastStatus': ['STOPPED'],"
                        + "'$or': [{'stopCode': [{'anything-but': ['ServiceSchedulerInitiated', 'UserInitiated']}]},"
                        + "{'stoppedReason': [{'prefix': 'Task failed'}]}]}}"));
        assertThat(target.inputs())
                .isEqualTo(Map.of("rule", "shop-test-stopped-tasks", "targetId", "log", "arn", group.text("arn")));
        assertThat(target.dependencies()).contains(policy.urn());
        assertThat(count.map("metricTransformation"))
                .isEqualTo(Map.of("namespace", "shop/test", "name", "StoppedTasks", "value", "1"));
        assertThat(policy.text("policyDocument"))
                .contains("\"Service\":\"events.amazonaws.com\"", "\"Service\":\"delivery.logs.amazonaws.com\"")
                .contains(group.text("arn") + ":*")
                .contains("{\"ArnEquals\":{\"aws:SourceArn\":\"" + rule.text("arn") + "\"}}");
    }

    @Test
    void dataPointsAreNamedWhereTheyAreFewerThanThePeriods() {
        var some = Watching.record(
                Watching.SHOP + "groundwork:observability: { alarms: { cpu: { periods: 5, dataPoints: 3 } } }\n",
                Ids.KNOWN);
        var alarm = some.named(CLOUDWATCH_METRIC_ALARM, "alarms-service-app-cpu");

        assertThat(alarm.number("evaluationPeriods")).isEqualTo(5);
        assertThat(alarm.number("datapointsToAlarm")).isEqualTo(3);
    }

    @Test
    void freeStorageIsAShareOfWhatIsAllocated() {
        assertThat(shop.named(CLOUDWATCH_METRIC_ALARM, "alarms-database-db-storage")
                        .number("threshold"))
                .isEqualTo(4 * (1L << 30));
    }

    @Test
    void aPreviewKnowsAllButTheTopic() {
        var preview = Watching.record(Watching.SHOP, Ids.UNKNOWN);
        var alarm = preview.named(CLOUDWATCH_METRIC_ALARM, "alarms-service-app-cpu");

        assertThat(preview.resources()).hasSameSizeAs(shop.resources());
        assertThat(alarm.get("alarmActions")).isEqualTo(Unknown.UNKNOWN);
        assertThat(alarm.map("dimensions"))
                .isEqualTo(Map.of("ClusterName", "shop-test", "ServiceName", "shop-test-app"));
    }

    @Test
    void withoutAlarmsThereIsNothing() {
        var settings = Watching.SHOP + "groundwork:observability: { dashboard: false, alarms: { enabled: false } }\n";

        assertThat(Watching.record(settings, Ids.KNOWN).resources())
                .extracting(Recorded::type)
                .noneMatch(
                        type -> type.matches(".*(observe:(Alarms|Alerts|Dashboard)|metricAlarm|dashboard|aws:sns).*"));
    }

    private String arnSuffix(String type, String name) {
        return shop.named(type, name).text("arnSuffix");
    }

    private static Map<String, Object> query(String id, String metric, Map<String, String> dimensions) {
        return Map.of(
                "id",
                id,
                "metric",
                Map.of(
                        "namespace",
                        "AWS/ApplicationELB",
                        "metricName",
                        metric,
                        "dimensions",
                        dimensions,
                        "period",
                        300L,
                        "stat",
                        "Sum"));
    }
}
