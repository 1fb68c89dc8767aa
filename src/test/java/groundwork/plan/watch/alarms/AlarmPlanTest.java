package groundwork.plan.watch.alarms;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import groundwork.plan.edge.RoutePlan;
import groundwork.plan.names.Names;
import groundwork.plan.watch.Dimension;
import groundwork.plan.watch.Metric;
import groundwork.plan.watch.Signal;
import groundwork.plan.watch.Subject;
import groundwork.plan.watch.alarms.Trigger.Comparison;
import groundwork.plan.watch.alarms.Trigger.Silence;
import groundwork.settings.StackText;
import groundwork.settings.service.ServiceSettings.Platform;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmPlanTest {
    private static final Names NAMES = new Names("shop", "prod");
    private static final String SHOP =
            """
            groundwork:environment: production
            groundwork:services:
              app: { image: "app:1.0.0", port: 80, routes: [ { path: /* }, { path: /ws/*, sticky: 1d } ], links: [db, jobs] }
              worker: { image: "worker:1.0.0", links: [jobs] }
            groundwork:databases: { db: { storage: 100GB }, lake: { engine: aurora-postgres } }
            groundwork:caches: { cache: { replicas: 1 } }
            groundwork:queues: { jobs: { visibility: 300s, retries: 3 } }
            """;

    @Test
    void watchesAllThereIs() {
        assertThat(plan(SHOP).alarms().keySet())
                .extracting(Subject::suffix)
                .containsExactly(
                        "cluster",
                        "entrance",
                        "service-app",
                        "service-worker",
                        "targets-app",
                        "targets-app-sticky-1d",
                        "database-db",
                        "database-lake",
                        "cache-cache-1",
                        "cache-cache-2",
                        "queue-jobs");
    }

    @Test
    void whatPeopleMeetFirstIsWatched() {
        var fronts = SHOP
                + "groundwork:cdn: {}\n"
                + "groundwork:apps: { front: { source: https://github.com/a/b, branches: { main: production } } }\n"
                + "groundwork:observability: { alarms: { errorRate: 5% } }\n";

        var cdn = about(Subject.CDN, fronts);
        assertThat(cdn.get("errors").signal().expression()).contains("FILL(requests, 0) * FILL(share, 0) / 100");
        assertThat(cdn.get("errors").trigger()).isEqualTo(above(10, 300, 1));
        assertThat(cdn.get("error-rate").trigger()).isEqualTo(above(5, 300, 1));
        var app = about(Subject.app("front"), fronts);
        assertThat(app).containsOnlyKeys("errors", "slow");
        assertThat(app.get("slow").trigger()).isEqualTo(above(2, 60, 5));
    }

    @Test
    void theShareOfErrorsIsWatchedWhereItIsAskedFor() {
        var alarms = about(Subject.ENTRANCE, SHOP + "groundwork:observability: { alarms: { errorRate: 5% } }\n");

        assertThat(alarms.get("error-rate").signal().expression())
                .contains("100 * (FILL(services, 0) + FILL(balancer, 0)) / (FILL(requests, 0) + FILL(balancer, 0))");
        assertThat(alarms.get("error-rate").signal().metrics()).containsOnlyKeys("services", "balancer", "requests");
        assertThat(alarms.get("error-rate").trigger()).isEqualTo(above(5, 300, 1));
    }

    @Test
    void connectionsAreAShareOfWhatTheClassTakes() {
        var shares = SHOP + "groundwork:observability: { alarms: { databaseConnectionShare: 80% } }\n";

        assertThat(about(Subject.database("db"), shares).get("connections").trigger())
                .isEqualTo(above(324, 60, 5));
        assertThat(about(Subject.database("lake"), shares).get("connections").trigger())
                .isEqualTo(above(1441, 60, 5));
    }

    @Test
    void busyReplicasOfInstancesAskForMore() {
        var stack =
                """
                groundwork:environment: production
                groundwork:databases:
                  db: { replicas: { min: 2, max: 3 } }
                  lake: { engine: aurora-postgres, replicas: { min: 1, max: 3 } }
                """;

        assertThat(plan(stack).alarms().keySet())
                .extracting(Subject::suffix)
                .containsExactly("database-db", "database-lake", "replica-db-1", "replica-db-2");
        var busy = about(Subject.replica("db", 1), stack).get("cpu");
        assertThat(busy.trigger()).isEqualTo(above(75, 60, 5));
        assertThat(busy.advice()).endsWith("if there is none to improve, raise its replicas.min, up to 3.");
    }

    @Test
    void watchesNothingWhereThereIsNothing() {
        assertThat(plan("").alarms()).isEmpty();
    }

    @Test
    void servicesAreWatchedForLoadAndForMissingTasks() {
        var alarms = about(Subject.service("worker"), SHOP);

        assertThat(alarms).containsOnlyKeys("cpu", "memory", "short");
        assertThat(alarms.get("cpu").signal())
                .isEqualTo(Signal.of(new Metric(
                        "AWS/ECS", "CPUUtilization", List.of(Dimension.CLUSTER, Dimension.SERVICE), "Average")));
        assertThat(alarms.get("cpu").trigger()).isEqualTo(above(80, 60, 5));
        assertThat(alarms.get("memory").signal())
                .isEqualTo(Signal.of(new Metric(
                        "AWS/ECS", "MemoryUtilization", List.of(Dimension.CLUSTER, Dimension.SERVICE), "Average")));
        assertThat(alarms.get("memory").trigger()).isEqualTo(above(85, 60, 10));
        assertThat(alarms.get("short").signal().expression()).contains("desired - running");
        assertThat(alarms.get("short").signal().metrics().values())
                .extracting(Metric::namespace, Metric::name)
                .containsExactly(
                        tuple("ECS/ContainerInsights", "DesiredTaskCount"),
                        tuple("ECS/ContainerInsights", "RunningTaskCount"));
        assertThat(alarms.get("short").trigger()).isEqualTo(above(0, 60, 10));
    }

    @Test
    void missingTasksAreCountedByContainerInsightsAlone() {
        var alarms = about(Subject.service("worker"), SHOP + "groundwork:observability: { insights: false }\n");

        assertThat(alarms).containsOnlyKeys("cpu", "memory");
    }

    @Test
    void tasksThatStopAreCountedTogether() {
        var alarms = about(Subject.CLUSTER, SHOP);

        assertThat(alarms).containsOnlyKeys("stopped");
        assertThat(alarms.get("stopped").signal())
                .isEqualTo(Signal.of(new Metric("shop/prod", "StoppedTasks", List.of(), "Sum")));
        assertThat(alarms.get("stopped").trigger()).isEqualTo(above(1, 60, 1));
        assertThat(alarms.get("stopped").advice())
                .isEqualTo("Tasks stopped by themselves, more than 1 within 1 minute."
                        + " First read why in the log group /aws/events/shop/prod/stopped-tasks.");
    }

    @Test
    void serverErrorsOfServicesAndBalancerAreAddedUp() {
        var alarms = about(Subject.ENTRANCE, SHOP);

        assertThat(alarms).containsOnlyKeys("errors");
        var balancer = List.of(Dimension.LOAD_BALANCER);
        assertThat(alarms.get("errors").signal())
                .isEqualTo(Signal.of(
                        "FILL(services, 0) + FILL(balancer, 0)",
                        Map.of(
                                "services",
                                        new Metric("AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", balancer, "Sum"),
                                "balancer",
                                        new Metric("AWS/ApplicationELB", "HTTPCode_ELB_5XX_Count", balancer, "Sum"))));
        assertThat(alarms.get("errors").trigger()).isEqualTo(above(10, 300, 1));
    }

    @Test
    void targetsAreWatchedForHealthAndSpeed() {
        var alarms = about(Subject.targets("app"), SHOP);

        assertThat(alarms).containsOnlyKeys("none", "slow", "unhealthy");
        assertThat(alarms.get("unhealthy").signal()).isEqualTo(ofTargets("UnHealthyHostCount", "Maximum"));
        assertThat(alarms.get("unhealthy").trigger()).isEqualTo(above(0, 60, 2));
        assertThat(alarms.get("slow").signal()).isEqualTo(ofTargets("TargetResponseTime", "p95"));
        assertThat(alarms.get("slow").trigger()).isEqualTo(above(2, 60, 5));
        assertThat(alarms.get("none").signal()).isEqualTo(ofTargets("HealthyHostCount", "Maximum"));
        assertThat(alarms.get("none").trigger())
                .isEqualTo(new Trigger(Comparison.BELOW, 1, Duration.ofMinutes(1), 2, 2, Silence.BAD));
    }

    @Test
    void whatRestsAtNightMayBeSilentAndLate() {
        var hours = SHOP + "groundwork:officeHours: {}\n";

        assertThat(about(Subject.targets("app"), hours)).containsOnlyKeys("slow", "unhealthy");
        assertThat(about(Subject.queue("jobs"), hours)).containsOnlyKeys("failed");
    }

    @Test
    void databasesAreWatchedForConnectionsLoadAndSpace() {
        var alarms = about(Subject.database("db"), SHOP);

        assertThat(alarms).containsOnlyKeys("connections", "cpu", "storage");
        assertThat(alarms.get("connections").signal())
                .isEqualTo(ofDatabase(Dimension.DATABASE, "DatabaseConnections", "Average"));
        assertThat(alarms.get("connections").trigger()).isEqualTo(above(90, 60, 5));
        assertThat(alarms.get("cpu").signal()).isEqualTo(ofDatabase(Dimension.DATABASE, "CPUUtilization", "Average"));
        assertThat(alarms.get("cpu").trigger()).isEqualTo(above(80, 60, 5));
        assertThat(alarms.get("storage").signal())
                .isEqualTo(ofDatabase(Dimension.DATABASE, "FreeStorageSpace", "Minimum"));
        assertThat(alarms.get("storage").trigger())
                .isEqualTo(new Trigger(
                        Comparison.BELOW, 0.2 * 1024 * 1024 * 1024, Duration.ofMinutes(1), 5, 5, Silence.GOOD));
        assertThat(alarms.get("storage").unit()).contains(Dimension.ALLOCATED_GIGABYTES);
    }

    @Test
    void auroraHasNoDiskToFill() {
        var alarms = about(Subject.database("lake"), SHOP);

        assertThat(alarms).containsOnlyKeys("connections", "cpu", "lag");
        assertThat(alarms.get("cpu").signal())
                .isEqualTo(ofDatabase(Dimension.DATABASE_CLUSTER, "CPUUtilization", "Average"));
    }

    @Test
    void cachesAreWatchedNodeByNode() {
        var alarms = about(Subject.cache("cache", 2), SHOP);

        assertThat(alarms).containsOnlyKeys("cpu", "evictions", "memory");
        assertThat(alarms.get("memory").signal()).isEqualTo(ofCache("DatabaseMemoryUsagePercentage", "Average"));
        assertThat(alarms.get("memory").trigger()).isEqualTo(above(80, 60, 5));
        assertThat(alarms.get("cpu").signal()).isEqualTo(ofCache("EngineCPUUtilization", "Average"));
        assertThat(alarms.get("cpu").trigger()).isEqualTo(above(80, 60, 5));
        assertThat(alarms.get("evictions").signal()).isEqualTo(ofCache("Evictions", "Sum"));
        assertThat(alarms.get("evictions").trigger()).isEqualTo(above(1000, 300, 1));
    }

    @Test
    void aCacheThatEvictsNothingIsNotWatchedForIt() {
        assertThat(about(Subject.cache("jobs", 1), "groundwork:caches: { jobs: { eviction: noeviction } }\n"))
                .containsOnlyKeys("cpu", "memory");
    }

    @Test
    void queuesAreWatchedForWhatFailedAndWhatWaits() {
        var alarms = about(Subject.queue("jobs"), SHOP);

        assertThat(alarms).containsOnlyKeys("failed", "late");
        assertThat(alarms.get("failed").signal())
                .isEqualTo(Signal.of(new Metric(
                        "AWS/SQS", "ApproximateNumberOfMessagesVisible", List.of(Dimension.DEAD_LETTERS), "Maximum")));
        assertThat(alarms.get("failed").trigger()).isEqualTo(above(0, 60, 1));
        assertThat(alarms.get("late").signal())
                .isEqualTo(Signal.of(
                        new Metric("AWS/SQS", "ApproximateAgeOfOldestMessage", List.of(Dimension.QUEUE), "Maximum")));
        assertThat(alarms.get("late").trigger()).isEqualTo(above(1800, 60, 5));
    }

    @Test
    void figuresComeFromTheSettings() {
        var text = SHOP
                + """
                groundwork:observability:
                  alarms:
                    { cpu: 70%, memory: 75%, stoppedTasks: 3, unhealthyTargets: 1, serverErrors: 50, responseTime: 3s,
                      databaseConnections: 40, databaseStorage: 10%, databaseCpu: 60%, cacheMemory: 65% }
                """;

        assertThat(threshold(Subject.service("app"), "cpu", text)).isEqualTo(70);
        assertThat(threshold(Subject.service("app"), "memory", text)).isEqualTo(75);
        assertThat(threshold(Subject.CLUSTER, "stopped", text)).isEqualTo(3);
        assertThat(threshold(Subject.targets("app"), "unhealthy", text)).isEqualTo(1);
        assertThat(threshold(Subject.ENTRANCE, "errors", text)).isEqualTo(50);
        assertThat(threshold(Subject.targets("app"), "slow", text)).isEqualTo(3);
        assertThat(threshold(Subject.database("db"), "connections", text)).isEqualTo(40);
        assertThat(threshold(Subject.database("db"), "storage", text)).isEqualTo((1L << 30) * 0.1);
        assertThat(threshold(Subject.database("db"), "cpu", text)).isEqualTo(60);
        assertThat(threshold(Subject.cache("cache", 1), "memory", text)).isEqualTo(65);
    }

    @Test
    void everyAlarmHasItsPeriodsDataPointsAndStatistic() {
        var text = SHOP
                + """
                groundwork:observability:
                  alarms:
                    cpu: { threshold: 70%, period: 5m, periods: 3, dataPoints: 2, statistic: p90 }
                    responseTime: { statistic: average, period: 5m, periods: 2 }
                    serverErrors: { periods: 2 }
                    oldestMessage: { threshold: 2h, periods: 1 }
                """;

        var cpu = about(Subject.service("app"), text).get("cpu");
        assertThat(cpu.trigger())
                .isEqualTo(new Trigger(Comparison.ABOVE, 70, Duration.ofMinutes(5), 3, 2, Silence.GOOD));
        assertThat(cpu.signal())
                .isEqualTo(Signal.of(Metric.service("CPUUtilization").as("p90")));
        assertThat(cpu.advice()).startsWith("CPU of app above 70% in 2 of 3 periods of 5 minutes. First");
        var slow = about(Subject.targets("app"), text).get("slow");
        assertThat(slow.trigger()).isEqualTo(above(2, 300, 2));
        assertThat(slow.signal()).isEqualTo(ofTargets("TargetResponseTime", "Average"));
        assertThat(slow.advice()).startsWith("The response time of app is above 2 seconds (Average) for 10 minutes.");
        var errors = about(Subject.ENTRANCE, text).get("errors");
        assertThat(errors.trigger()).isEqualTo(above(10, 300, 2));
        assertThat(errors.advice())
                .startsWith("More than 10 responses with a 5xx status within 5 minutes, 2 times in a row.");
        assertThat(about(Subject.queue("jobs"), text).get("late").trigger()).isEqualTo(above(7200, 60, 1));
    }

    @Test
    void whatSomethingSaysOfItsOwnAlarmsWinsAndTheRestIsAsForAll() {
        var text =
                """
                groundwork:environment: production
                groundwork:services:
                  app:
                    { image: "app:1.0.0", port: 80, routes: [/*],
                      alarms: { cpu: { periods: 3 }, memory: 60%, missingTasks: 1, unhealthyTargets: 2, responseTime: 4s } }
                groundwork:databases:
                  db:
                    replicas: 1
                    alarms: { cpu: 95%, connections: 300, storage: { threshold: 5%, period: 10m }, replicaLag: 2m }
                groundwork:caches: { cache: { alarms: { memory: 60%, cpu: 50%, evictions: 7 } } }
                groundwork:queues: { jobs: { alarms: { deadLetters: 4, oldestMessage: 1h } } }
                groundwork:observability:
                  alarms: { cpu: { threshold: 70%, period: 5m, periods: 4, dataPoints: 4 }, databaseConnectionShare: 80% }
                """;

        assertThat(about(Subject.service("app"), text).get("cpu").trigger()).isEqualTo(above(70, 300, 3));
        assertThat(threshold(Subject.service("app"), "memory", text)).isEqualTo(60);
        assertThat(threshold(Subject.service("app"), "short", text)).isEqualTo(1);
        assertThat(threshold(Subject.targets("app"), "unhealthy", text)).isEqualTo(2);
        assertThat(threshold(Subject.targets("app"), "slow", text)).isEqualTo(4);
        assertThat(threshold(Subject.database("db"), "cpu", text)).isEqualTo(95);
        assertThat(threshold(Subject.database("db"), "connections", text)).isEqualTo(300);
        assertThat(about(Subject.database("db"), text).get("storage").trigger().period())
                .isEqualTo(Duration.ofMinutes(10));
        assertThat(threshold(Subject.replica("db", 1), "lag", text)).isEqualTo(120);
        assertThat(threshold(Subject.cache("cache", 1), "memory", text)).isEqualTo(60);
        assertThat(threshold(Subject.cache("cache", 1), "cpu", text)).isEqualTo(50);
        assertThat(threshold(Subject.cache("cache", 1), "evictions", text)).isEqualTo(7);
        assertThat(threshold(Subject.queue("jobs"), "failed", text)).isEqualTo(4);
        assertThat(threshold(Subject.queue("jobs"), "late", text)).isEqualTo(3600);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            cpu: { period: 90s } | cpu.period: CloudWatch takes whole minutes; write 1m, 5m …
            cpu: { period: 5m, periods: 289 } | cpu.periods: an alarm evaluates at most 1 days with this period; set fewer
            cpu: { period: 1h, periods: 169 } | cpu.periods: an alarm evaluates at most 7 days with this period; set fewer
            cpu: { periods: 2, dataPoints: 3 } | cpu.dataPoints: dataPoints (3) is more than periods; set fewer
            cpu: 101% | cpu: "101%": write a percentage from 0% to 100%
            cpu: 0% | cpu: "0%" is out of range: write a percentage such as 50%, from 1% to 100%
            webhooks: { pager: "http://example.com/key" } | webhooks.pager: a value: write a URL that starts with https://, or its encrypted form, for example https://events.pagerduty.com/integration/0123456789abcdef/enqueue
            """)
    void whatCloudWatchOrSnsWouldNotTakeIsTold(String alarm, String problem) {
        assertThat(StackText.problems("groundwork:observability: { alarms: { %s } }".formatted(alarm)))
                .containsExactly("observability.alarms." + problem);
    }

    @Test
    void whetherAnythingAnswersIsAskedOfBothGroupsThatTakeTurns() {
        var text =
                """
                groundwork:environment: production
                groundwork:services: { app: { image: "app:1.0.0", port: 80, routes: [/*], deploy: blue-green } }
                """;

        var none = about(Subject.targets("app"), text).get("none");
        assertThat(none.signal().expression()).contains("MAX([one, other])");
        assertThat(none.signal().metrics().get("other").dimensions())
                .containsExactly(Dimension.LOAD_BALANCER, Dimension.ALTERNATE_GROUP);
        assertThat(none.trigger().silence()).isEqualTo(Silence.BAD);
        assertThat(plan(text).alarms().get(Subject.targets("app-alternate")))
                .extracting(AlarmSpec::suffix)
                .containsExactly("unhealthy", "slow");
    }

    @Test
    void replicasAreWatchedForLag() {
        var text =
                """
                groundwork:environment: production
                groundwork:databases: { db: { replicas: 1 }, lake: { engine: aurora-postgres, replicas: 1 } }
                """;

        var lag = about(Subject.replica("db", 1), text).get("lag");
        assertThat(lag.signal()).isEqualTo(ofDatabase(Dimension.DATABASE, "ReplicaLag", "Maximum"));
        assertThat(lag.trigger()).isEqualTo(above(30, 60, 5));
        var readers = about(Subject.database("lake"), text).get("lag");
        assertThat(readers.signal())
                .isEqualTo(ofDatabase(Dimension.DATABASE_CLUSTER, "AuroraReplicaLagMaximum", "Maximum"));
        assertThat(readers.trigger()).isEqualTo(above(30_000, 60, 5));
    }

    @Test
    void everyAdviceSaysWhatToDoFirst() {
        assertThat(plan(SHOP).alarms().values())
                .allSatisfy(alarms -> assertThat(alarms).allSatisfy(alarm -> assertThat(alarm.advice())
                        .contains(" First ")
                        .hasSizeLessThan(1024)
                        .doesNotContain("%%")));
    }

    private static Trigger above(double threshold, int seconds, int periods) {
        return new Trigger(Comparison.ABOVE, threshold, Duration.ofSeconds(seconds), periods, periods, Silence.GOOD);
    }

    private static Signal ofTargets(String name, String statistic) {
        return Signal.of(new Metric(
                "AWS/ApplicationELB", name, List.of(Dimension.LOAD_BALANCER, Dimension.TARGET_GROUP), statistic));
    }

    private static Signal ofDatabase(Dimension dimension, String name, String statistic) {
        return Signal.of(new Metric("AWS/RDS", name, List.of(dimension), statistic));
    }

    private static Signal ofCache(String name, String statistic) {
        return Signal.of(new Metric("AWS/ElastiCache", name, List.of(Dimension.CACHE_NODE), statistic));
    }

    private static double threshold(Subject subject, String suffix, String settings) {
        return about(subject, settings).get(suffix).trigger().threshold();
    }

    private static Map<String, AlarmSpec> about(Subject subject, String settings) {
        return new TreeMap<>(
                plan(settings).alarms().get(subject).stream().collect(toMap(AlarmSpec::suffix, alarm -> alarm)));
    }

    private static AlarmPlan plan(String settings) {
        var read = StackText.settings(settings);
        return AlarmPlan.of(NAMES, read, RoutePlan.of(read.servicesOn(Platform.FARGATE)));
    }
}
