package groundwork.compute.week;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.pulumi.core.Output;
import groundwork.Topologies;
import groundwork.base.StackContext;
import groundwork.compute.scaling.ScalableRange;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import groundwork.plan.Plan;
import groundwork.values.Unknown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkingWeekTest {
    private static final String SCHEDULE = "aws:scheduler/schedule:Schedule";
    private static final String SCALING = "arn:aws:scheduler:::aws-sdk:applicationautoscaling:registerScalableTarget";
    private static final String CLUSTER = "arn:aws:ecs:us-east-1:123456789012:cluster/shop-test";
    private static final String RDS = "arn:aws:rds:us-east-1:123456789012:";
    private static final String SETTINGS =
            """
            groundwork:environment: staging
            groundwork:officeHours: { start: "08:00", stop: "18:00", timezone: America/New_York }
            groundwork:databases:
              db: {}
              lake: { engine: aurora-postgres, capacity: { min: 0.5 } }
              pond: { engine: aurora-postgres, capacity: { min: 0 } }
            """;

    private final Recording week = record(SETTINGS, Ids.KNOWN);

    @Test
    void aServiceOfAFixedSizeIsStoppedAndStarted() {
        assertThat(week.refusals()).isEmpty();
        assertThat(schedule("service-worker-stop").inputs())
                .isEqualTo(Map.of(
                        "name", "shop-test-service-worker-stop",
                        "groupName", "shop-test",
                        "scheduleExpression", "cron(0 18 ? * MON-FRI *)",
                        "scheduleExpressionTimezone", "America/New_York",
                        "flexibleTimeWindow", Map.of("mode", "OFF"),
                        "target",
                                target(
                                        "arn:aws:scheduler:::aws-sdk:ecs:updateService",
                                        "{\"Cluster\":\"" + CLUSTER
                                                + "\",\"DesiredCount\":0,\"Service\":\"shop-test-worker\"}")));
        assertThat(schedule("service-worker-start").text("scheduleExpression")).isEqualTo("cron(0 8 ? * MON-FRI *)");
        assertThat(schedule("service-worker-start").text("target.input"))
                .isEqualTo("{\"Cluster\":\"" + CLUSTER + "\",\"DesiredCount\":2,\"Service\":\"shop-test-worker\"}");
    }

    @Test
    void aServiceThatScalesHasItsRangeClosedAndOpened() {
        assertThat(schedule("service-app-stop").map("target"))
                .isEqualTo(target(
                        SCALING,
                        "{\"MaxCapacity\":0,\"MinCapacity\":0,\"ResourceId\":\"service/shop-test/shop-test-app\","
                                + "\"ScalableDimension\":\"ecs:service:DesiredCount\",\"ServiceNamespace\":\"ecs\"}"));
        assertThat(schedule("service-app-start").map("target"))
                .isEqualTo(target(
                        SCALING,
                        "{\"MaxCapacity\":4,\"MinCapacity\":1,\"ResourceId\":\"service/shop-test/shop-test-app\","
                                + "\"ScalableDimension\":\"ecs:service:DesiredCount\",\"ServiceNamespace\":\"ecs\"}"));
    }

    @Test
    void databasesRunAQuarterOfAnHourLongerOnEitherSide() {
        assertThat(schedule("database-db-start").text("scheduleExpression")).isEqualTo("cron(45 7 ? * MON-FRI *)");
        assertThat(schedule("database-db-start").map("target"))
                .isEqualTo(target(
                        "arn:aws:scheduler:::aws-sdk:rds:startDBInstance",
                        "{\"DbInstanceIdentifier\":\"shop-test-db\"}"));
        assertThat(schedule("database-db-stop").text("scheduleExpression")).isEqualTo("cron(15 18 ? * MON-FRI *)");
        assertThat(schedule("database-db-stop").text("target.arn"))
                .isEqualTo("arn:aws:scheduler:::aws-sdk:rds:stopDBInstance");
    }

    @Test
    void auroraIsStoppedAsAClusterUnlessItPausesByItself() {
        assertThat(schedule("database-lake-stop").map("target"))
                .isEqualTo(target(
                        "arn:aws:scheduler:::aws-sdk:rds:stopDBCluster",
                        "{\"DbClusterIdentifier\":\"shop-test-lake\"}"));
        assertThat(names(week)).noneMatch(name -> name.contains("pond"));
    }

    @Test
    void databasesMayRunOn() {
        var services = record(SETTINGS.replace("timezone", "databases: false, timezone"), Ids.KNOWN);

        assertThat(names(services))
                .containsExactlyInAnyOrder(
                        "week-service-app-stop",
                        "week-service-app-start",
                        "week-service-worker-stop",
                        "week-service-worker-start");
    }

    @Test
    void itsRoleMayDoThisAndNothingElse() {
        var policy = week.named("aws:iam/rolePolicy:RolePolicy", "week-role-policy");

        assertThat(JsonParser.parseString(policy.text("policy")))
                .isEqualTo(
                        JsonParser.parseString(
                                """
                                {"Version": "2012-10-17", "Statement": [
                                  {"Effect": "Allow", "Action": ["ecs:DescribeServices", "ecs:UpdateService"],
                                   "Resource": ["arn:aws:ecs:us-east-1:123456789012:service/shop-test/shop-test-app"]},
                                  {"Effect": "Allow", "Action": ["application-autoscaling:RegisterScalableTarget"],
                                   "Resource": ["arn:aws:application-autoscaling:us-east-1:123456789012:scalable-target/*"],
                                   "Condition": {"StringEquals": {"application-autoscaling:service-namespace": "ecs"}}},
                                  {"Effect": "Allow", "Action": ["ecs:UpdateService"],
                                   "Resource": ["arn:aws:ecs:us-east-1:123456789012:service/shop-test/shop-test-worker"]},
                                  {"Effect": "Allow", "Action": ["rds:StartDBInstance", "rds:StopDBInstance"],
                                   "Resource": ["arn:aws:rds:us-east-1:123456789012:db:shop-test-db"]},
                                  {"Effect": "Allow", "Action": ["rds:StartDBCluster", "rds:StopDBCluster"],
                                   "Resource": ["arn:aws:rds:us-east-1:123456789012:cluster:shop-test-lake"]}
                                ]}
                                """));
        assertThat(schedule("service-app-stop").dependencies()).contains(policy.urn());
    }

    @Test
    void aPreviewKnowsAllButTheRole() {
        var preview = record(SETTINGS, Ids.UNKNOWN).named(SCHEDULE, "week-service-app-stop");

        assertThat(preview.get("target.roleArn")).isEqualTo(Unknown.UNKNOWN);
        assertThat(preview.text("target.arn")).isEqualTo(SCALING);
        assertThat(preview.text("scheduleExpression")).isEqualTo("cron(0 18 ? * MON-FRI *)");
    }

    private Recorded schedule(String suffix) {
        return week.named(SCHEDULE, "week-" + suffix);
    }

    private Map<String, Object> target(String action, String input) {
        return Map.of(
                "arn",
                action,
                "roleArn",
                week.named("aws:iam/role:Role", "week-role-role").text("arn"),
                "input",
                input,
                "retryPolicy",
                Map.of("maximumRetryAttempts", 5L, "maximumEventAgeInSeconds", 900L));
    }

    private static List<String> names(Recording recording) {
        return recording.ofType(SCHEDULE).stream().map(Recorded::name).toList();
    }

    private static Recording record(String settings, Ids ids) {
        return Topologies.of(settings, ids, (stack, plan, context) -> build(stack, plan));
    }

    private static void build(StackContext stack, Plan plan) {
        var services = List.of(
                service("app", Optional.of(new ScalableRange(1, 4)), 1), service("worker", Optional.empty(), 2));
        var databases = List.of(
                database("db", "db:shop-test-db", plan),
                database("lake", "cluster:shop-test-lake", plan),
                database("pond", "cluster:shop-test-pond", plan));
        new WorkingWeek("week", plan.settings().officeHours().orElseThrow(), services, databases, stack);
    }

    private static WeekService service(String name, Optional<ScalableRange> range, int tasks) {
        return new WeekService(name, Output.of(CLUSTER), Output.of("shop-test-" + name), range, tasks);
    }

    private static WeekDatabase database(String name, String arn, Plan plan) {
        return new WeekDatabase(
                name, plan.settings().databases().get(name), Output.of("shop-test-" + name), Output.of(RDS + arn));
    }
}
