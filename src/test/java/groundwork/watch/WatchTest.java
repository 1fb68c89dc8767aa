package groundwork.watch;

import static groundwork.watch.Watching.about;
import static groundwork.watch.Watching.subjects;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Rows;
import groundwork.settings.StackText;
import groundwork.watch.Trigger.Comparison;
import groundwork.watch.Trigger.Silence;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WatchTest {
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
        assertThat(subjects(SHOP))
                .containsExactlyInAnyOrder(
                        "cluster",
                        "entrance",
                        "nat",
                        "service-app",
                        "service-worker",
                        "targets-app",
                        "targets-app-sticky",
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

        var cdn = about("cdn", fronts);
        assertThat(cdn.get("errors").expression()).contains("FILL(requests, 0) * FILL(share, 0) / 100");
        assertThat(cdn.get("errors").trigger()).isEqualTo(above(10, 300, 1));
        assertThat(cdn.get("error-rate").trigger()).isEqualTo(above(5, 300, 1));
        var app = about("app-front", fronts);
        assertThat(app).containsOnlyKeys("errors", "slow");
        assertThat(app.get("slow").trigger()).isEqualTo(above(2, 60, 5));
    }

    @Test
    void theShareOfErrorsIsWatchedWhereItIsAskedFor() {
        var alarms = about("entrance", SHOP + "groundwork:observability: { alarms: { errorRate: 5% } }\n");

        assertThat(alarms.get("error-rate").expression())
                .contains("100 * (FILL(services, 0) + FILL(balancer, 0)) / (FILL(requests, 0) + FILL(balancer, 0))");
        assertThat(alarms.get("error-rate").metrics())
                .containsExactly(
                        "balancer: AWS/ApplicationELB HTTPCode_ELB_5XX_Count Sum [LoadBalancer]",
                        "requests: AWS/ApplicationELB RequestCount Sum [LoadBalancer]",
                        "services: AWS/ApplicationELB HTTPCode_Target_5XX_Count Sum [LoadBalancer]");
        assertThat(alarms.get("error-rate").trigger()).isEqualTo(above(5, 300, 1));
    }

    @Test
    void connectionsAreAShareOfWhatTheClassTakes() {
        var shares = SHOP + "groundwork:observability: { alarms: { databaseConnectionShare: 80% } }\n";

        assertThat(about("database-db", shares).get("connections").trigger()).isEqualTo(above(324, 60, 5));
        assertThat(about("database-lake", shares).get("connections").trigger()).isEqualTo(above(1441, 60, 5));
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

        assertThat(subjects(stack))
                .containsExactlyInAnyOrder("database-db", "database-lake", "nat", "replica-db-1", "replica-db-2");
        assertThat(about("replica-db-1", stack)).containsOnlyKeys("cpu", "lag", "storage");
        var busy = about("replica-db-1", stack).get("cpu");
        assertThat(busy.trigger()).isEqualTo(above(75, 60, 5));
        assertThat(busy.advice()).endsWith("if there is none to improve, raise its replicas.min, up to 3.");
    }

    @Test
    void watchesNothingWhereThereIsNothing() {
        assertThat(subjects("")).isEmpty();
    }

    @Test
    void servicesAreWatchedForLoadAndForMissingTasks() {
        var alarms = about("service-worker", SHOP);

        assertThat(alarms).containsOnlyKeys("cpu", "memory", "short");
        assertThat(alarms.get("cpu").metrics())
                .containsExactly("AWS/ECS CPUUtilization Average [ClusterName, ServiceName]");
        assertThat(alarms.get("cpu").trigger()).isEqualTo(above(80, 60, 5));
        assertThat(alarms.get("memory").metrics())
                .containsExactly("AWS/ECS MemoryUtilization Average [ClusterName, ServiceName]");
        assertThat(alarms.get("memory").trigger()).isEqualTo(above(85, 60, 10));
        assertThat(alarms.get("short").expression()).contains("desired - running");
        assertThat(alarms.get("short").metrics())
                .containsExactly(
                        "desired: ECS/ContainerInsights DesiredTaskCount Average [ClusterName, ServiceName]",
                        "running: ECS/ContainerInsights RunningTaskCount Average [ClusterName, ServiceName]");
        assertThat(alarms.get("short").trigger()).isEqualTo(above(0, 60, 10));
    }

    @Test
    void missingTasksAreCountedByContainerInsightsAlone() {
        var alarms = about("service-worker", SHOP + "groundwork:observability: { insights: false }\n");

        assertThat(alarms).containsOnlyKeys("cpu", "memory");
    }

    @Test
    void tasksThatStopAreCountedTogether() {
        var alarms = about("cluster", SHOP);

        assertThat(alarms).containsOnlyKeys("stopped");
        assertThat(alarms.get("stopped").metrics()).containsExactly("shop/test StoppedTasks Sum []");
        assertThat(alarms.get("stopped").trigger()).isEqualTo(above(1, 60, 1));
        assertThat(alarms.get("stopped").advice())
                .isEqualTo("Tasks stopped by themselves, more than 1 within 1 minute."
                        + " First read why in the log group /aws/events/shop/test/stopped-tasks.");
    }

    @Test
    void serverErrorsOfServicesAndBalancerAreAddedUp() {
        var alarms = about("entrance", SHOP);

        assertThat(alarms).containsOnlyKeys("errors");
        assertThat(alarms.get("errors").expression()).contains("FILL(services, 0) + FILL(balancer, 0)");
        assertThat(alarms.get("errors").metrics())
                .containsExactly(
                        "balancer: AWS/ApplicationELB HTTPCode_ELB_5XX_Count Sum [LoadBalancer]",
                        "services: AWS/ApplicationELB HTTPCode_Target_5XX_Count Sum [LoadBalancer]");
        assertThat(alarms.get("errors").trigger()).isEqualTo(above(10, 300, 1));
    }

    @Test
    void targetsAreWatchedForHealthAndSpeed() {
        var alarms = about("targets-app", SHOP);

        assertThat(alarms).containsOnlyKeys("none", "slow", "unhealthy");
        assertThat(alarms.get("unhealthy").metrics()).containsExactly(ofTargets("UnHealthyHostCount", "Maximum"));
        assertThat(alarms.get("unhealthy").trigger()).isEqualTo(above(0, 60, 2));
        assertThat(alarms.get("slow").metrics()).containsExactly(ofTargets("TargetResponseTime", "p95"));
        assertThat(alarms.get("slow").trigger()).isEqualTo(above(2, 60, 5));
        assertThat(alarms.get("none").metrics()).containsExactly(ofTargets("HealthyHostCount", "Maximum"));
        assertThat(alarms.get("none").trigger())
                .isEqualTo(new Trigger(Comparison.BELOW, 1, Duration.ofMinutes(1), 2, 2, Silence.BAD));
    }

    @Test
    void whatSleepsMayBeSilentAndLate() {
        var hours = SHOP + "groundwork:sleep: { wake: [hand], production: true }\n";

        assertThat(about("targets-app", hours)).containsOnlyKeys("slow", "unhealthy");
        assertThat(about("queue-jobs", hours)).containsOnlyKeys("failed");
    }

    @Test
    void databasesAreWatchedForConnectionsLoadAndSpace() {
        var alarms = about("database-db", SHOP);

        assertThat(alarms).containsOnlyKeys("connections", "cpu", "storage");
        assertThat(alarms.get("connections").metrics())
                .containsExactly(ofDatabase("DBInstanceIdentifier", "DatabaseConnections", "Average"));
        assertThat(alarms.get("connections").trigger()).isEqualTo(above(90, 60, 5));
        assertThat(alarms.get("cpu").metrics())
                .containsExactly(ofDatabase("DBInstanceIdentifier", "CPUUtilization", "Average"));
        assertThat(alarms.get("cpu").trigger()).isEqualTo(above(80, 60, 5));
        assertThat(alarms.get("storage").metrics())
                .containsExactly(ofDatabase("DBInstanceIdentifier", "FreeStorageSpace", "Minimum"));
        assertThat(alarms.get("storage").trigger())
                .isEqualTo(new Trigger(Comparison.BELOW, 20.0 * (1L << 30), Duration.ofMinutes(1), 5, 5, Silence.GOOD));
    }

    @Test
    void auroraHasNoDiskToFill() {
        var alarms = about("database-lake", SHOP);

        assertThat(alarms).containsOnlyKeys("connections", "cpu", "lag");
        assertThat(alarms.get("cpu").metrics())
                .containsExactly(ofDatabase("DBClusterIdentifier", "CPUUtilization", "Average"));
    }

    @Test
    void cachesAreWatchedNodeByNode() {
        var alarms = about("cache-cache-2", SHOP);

        assertThat(alarms).containsOnlyKeys("cpu", "evictions", "memory");
        assertThat(alarms.get("memory").metrics()).containsExactly(ofCache("DatabaseMemoryUsagePercentage", "Average"));
        assertThat(alarms.get("memory").trigger()).isEqualTo(above(80, 60, 5));
        assertThat(alarms.get("cpu").metrics()).containsExactly(ofCache("EngineCPUUtilization", "Average"));
        assertThat(alarms.get("cpu").trigger()).isEqualTo(above(80, 60, 5));
        assertThat(alarms.get("evictions").metrics()).containsExactly(ofCache("Evictions", "Sum"));
        assertThat(alarms.get("evictions").trigger()).isEqualTo(above(1000, 300, 1));
    }

    @Test
    void aCacheThatEvictsNothingIsNotWatchedForIt() {
        assertThat(about(
                        "cache-jobs-1",
                        "groundwork:environment: production\ngroundwork:caches: { jobs: { eviction: noeviction } }\n"))
                .containsOnlyKeys("cpu", "memory");
    }

    @Test
    void queuesAreWatchedForWhatFailedAndWhatWaits() {
        var alarms = about("queue-jobs", SHOP);

        assertThat(alarms).containsOnlyKeys("failed", "late");
        assertThat(alarms.get("failed").metrics())
                .containsExactly("AWS/SQS ApproximateNumberOfMessagesVisible Maximum [QueueName]");
        assertThat(alarms.get("failed").trigger()).isEqualTo(above(0, 60, 1));
        assertThat(alarms.get("late").metrics())
                .containsExactly("AWS/SQS ApproximateAgeOfOldestMessage Maximum [QueueName]");
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

        assertThat(threshold("service-app", "cpu", text)).isEqualTo(70);
        assertThat(threshold("service-app", "memory", text)).isEqualTo(75);
        assertThat(threshold("cluster", "stopped", text)).isEqualTo(3);
        assertThat(threshold("targets-app", "unhealthy", text)).isEqualTo(1);
        assertThat(threshold("entrance", "errors", text)).isEqualTo(50);
        assertThat(threshold("targets-app", "slow", text)).isEqualTo(3);
        assertThat(threshold("database-db", "connections", text)).isEqualTo(40);
        assertThat(threshold("database-db", "storage", text)).isEqualTo(10.0 * (1L << 30));
        assertThat(threshold("database-db", "cpu", text)).isEqualTo(60);
        assertThat(threshold("cache-cache-1", "memory", text)).isEqualTo(65);
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

        var cpu = about("service-app", text).get("cpu");
        assertThat(cpu.trigger())
                .isEqualTo(new Trigger(Comparison.ABOVE, 70, Duration.ofMinutes(5), 3, 2, Silence.GOOD));
        assertThat(cpu.metrics()).containsExactly("AWS/ECS CPUUtilization p90 [ClusterName, ServiceName]");
        assertThat(cpu.advice()).startsWith("CPU of app above 70% in 2 of 3 periods of 5 minutes. First");
        var slow = about("targets-app", text).get("slow");
        assertThat(slow.trigger()).isEqualTo(above(2, 300, 2));
        assertThat(slow.metrics()).containsExactly(ofTargets("TargetResponseTime", "Average"));
        assertThat(slow.advice()).startsWith("The response time of app is above 2 seconds (Average) for 10 minutes.");
        var errors = about("entrance", text).get("errors");
        assertThat(errors.trigger()).isEqualTo(above(10, 300, 2));
        assertThat(errors.advice())
                .startsWith("More than 10 responses with a 5xx status within 5 minutes, 2 times in a row.");
        assertThat(about("queue-jobs", text).get("late").trigger()).isEqualTo(above(7200, 60, 1));
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

        assertThat(about("service-app", text).get("cpu").trigger()).isEqualTo(above(70, 300, 3));
        assertThat(threshold("service-app", "memory", text)).isEqualTo(60);
        assertThat(threshold("service-app", "short", text)).isEqualTo(1);
        assertThat(threshold("targets-app", "unhealthy", text)).isEqualTo(2);
        assertThat(threshold("targets-app", "slow", text)).isEqualTo(4);
        assertThat(threshold("database-db", "cpu", text)).isEqualTo(95);
        assertThat(threshold("database-db", "connections", text)).isEqualTo(300);
        assertThat(about("database-db", text).get("storage").trigger().period()).isEqualTo(Duration.ofMinutes(10));
        assertThat(threshold("replica-db-1", "lag", text)).isEqualTo(120);
        assertThat(threshold("cache-cache-1", "memory", text)).isEqualTo(60);
        assertThat(threshold("cache-cache-1", "cpu", text)).isEqualTo(50);
        assertThat(threshold("cache-cache-1", "evictions", text)).isEqualTo(7);
        assertThat(threshold("queue-jobs", "failed", text)).isEqualTo(4);
        assertThat(threshold("queue-jobs", "late", text)).isEqualTo(3600);
    }

    @Rows(
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

        var none = about("targets-app", text).get("none");
        assertThat(none.expression()).contains("MAX([one, other])");
        assertThat(none.metrics())
                .containsExactly(
                        "one: AWS/ApplicationELB HealthyHostCount Maximum [LoadBalancer, TargetGroup]",
                        "other: AWS/ApplicationELB HealthyHostCount Maximum [LoadBalancer, TargetGroup]");
        assertThat(none.trigger().silence()).isEqualTo(Silence.BAD);
        assertThat(about("targets-app-alternate", text)).containsOnlyKeys("unhealthy", "slow");
    }

    @Test
    void replicasAreWatchedForLag() {
        var text =
                """
                groundwork:environment: production
                groundwork:databases: { db: { replicas: 1 }, lake: { engine: aurora-postgres, replicas: 1 } }
                """;

        var lag = about("replica-db-1", text).get("lag");
        assertThat(lag.metrics()).containsExactly(ofDatabase("DBInstanceIdentifier", "ReplicaLag", "Maximum"));
        assertThat(lag.trigger()).isEqualTo(above(30, 60, 5));
        var readers = about("database-lake", text).get("lag");
        assertThat(readers.metrics())
                .containsExactly(ofDatabase("DBClusterIdentifier", "AuroraReplicaLagMaximum", "Maximum"));
        assertThat(readers.trigger()).isEqualTo(above(30_000, 60, 5));
    }

    @Test
    void everyAdviceSaysWhatToDoFirst() {
        assertThat(subjects(SHOP))
                .flatExtracting(subject -> about(subject, SHOP).values())
                .extracting(RecordedAlarm::advice)
                .allSatisfy(advice -> assertThat(advice)
                        .contains(" First ")
                        .hasSizeLessThan(1024)
                        .doesNotContain("%%"));
    }

    @Test
    void thingsOfOneSortComeSideBySideByName() {
        var subjects = Stream.of("database b", "replica b-1", "database a", "queue z", "replica a-1")
                .map(text -> text.split(" "))
                .map(words -> new Subject(words[0], words[1], List.of()));

        assertThat(Subject.inOrder(subjects))
                .extracting(Subject::suffix)
                .containsExactly("database-a", "database-b", "replica-a-1", "replica-b-1", "queue-z");
    }

    private static Trigger above(double threshold, int seconds, int periods) {
        return new Trigger(Comparison.ABOVE, threshold, Duration.ofSeconds(seconds), periods, periods, Silence.GOOD);
    }

    private static String ofTargets(String name, String statistic) {
        return "AWS/ApplicationELB %s %s [LoadBalancer, TargetGroup]".formatted(name, statistic);
    }

    private static String ofDatabase(String dimension, String name, String statistic) {
        return "AWS/RDS %s %s [%s]".formatted(name, statistic, dimension);
    }

    private static String ofCache(String name, String statistic) {
        return "AWS/ElastiCache %s %s [CacheClusterId]".formatted(name, statistic);
    }

    private static double threshold(String subject, String suffix, String settings) {
        return about(subject, settings).get(suffix).trigger().threshold();
    }
}
