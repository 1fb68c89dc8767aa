package groundwork.sleep;

import static groundwork.aws.ResourceTypes.IAM_ROLE_POLICY;
import static groundwork.aws.ResourceTypes.LAMBDA_FUNCTION;
import static groundwork.aws.ResourceTypes.LB_LISTENER_RULE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import groundwork.Stacks;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SleepingEnvironmentTest {
    private static final Recording SHOP = shop("{}").record();

    @Test
    void theWakersRulesComeBeforeEveryServicesAndLeadNowhereWhileAwake() {
        var requests = SHOP.named(LB_LISTENER_RULE, "sleep-way-requests-1");

        assertThat(SHOP.refusals()).isEmpty();
        assertThat(requests.number("priority")).isEqualTo(2);
        assertThat(requests.list("conditions"))
                .isEqualTo(List.of(Map.of("hostHeader", Map.of("values", List.of("awake.invalid")))));
        assertThat(requests.ignoreChanges()).containsExactly("conditions");
        assertThat(SHOP.named(LB_LISTENER_RULE, "sleep-way-upgrades-1").text("actions[0].fixedResponse.statusCode"))
                .isEqualTo("503");
        assertThat(SHOP.ofType(LB_LISTENER_RULE).stream()
                        .filter(rule -> !rule.name().startsWith("sleep-way"))
                        .map(rule -> (int) rule.number("priority")))
                .allMatch(priority -> priority > 100);
    }

    @Test
    void whatSleepingChangesIsNotForAnUpdateToChange() {
        assertThat(SHOP.named("aws:ecs/service:Service", "app-service").ignoreChanges())
                .containsExactly("desiredCount");
        assertThat(SHOP.named("aws:appautoscaling/target:Target", "app-scaling-target")
                        .ignoreChanges())
                .containsExactly("minCapacity", "maxCapacity");
        assertThat(SHOP.named("aws:ecs/service:Service", "guard-service").ignoreChanges())
                .isEmpty();
    }

    @Test
    void theDocumentSaysWhatSleepsInWhichOrder() {
        var document = document(SHOP);

        assertThat(document.getAsJsonArray("waves"))
                .hasToString(
                        """
                [[{"id":"shop-test-db","kind":"instance","name":"db"}],\
                [{"cluster":"shop-test","kind":"service","name":"app","range":{"max":3,"min":1},"service":"shop-test-app","targets":[["%s"]]},\
                {"cluster":"shop-test","count":1,"kind":"service","name":"worker","service":"shop-test-worker"}]]"""
                                .formatted(SHOP.named("aws:lb/targetGroup:TargetGroup", "app-app-group-80")
                                        .outputs()
                                        .get("arn")));
        assertThat(document.getAsJsonArray("queues").get(0).getAsJsonObject().get("needs"))
                .hasToString("[\"db\",\"worker\"]");
        assertThat(document.getAsJsonArray("way")).hasSize(2);
        assertThat(document.get("after").getAsInt()).isEqualTo(900);
        assertThat(document.get("usual").getAsInt()).isEqualTo(410);
        assertThat(document.has("hours")).isFalse();
    }

    @Test
    void theFunctionThatThePublicReachesOnlyLeavesAWishAndCallsTheConductor() {
        assertThat(actions(SHOP.named(IAM_ROLE_POLICY, "sleep-waker-role-policy")))
                .containsExactly(
                        "dynamodb:GetItem",
                        "dynamodb:UpdateItem",
                        "lambda:InvokeFunction",
                        "logs:CreateLogStream",
                        "logs:PutLogEvents");
    }

    @Test
    void theArchiveHoldsWhatTheHandlersImport() {
        assertThat(SHOP.named(LAMBDA_FUNCTION, "sleep-conductor-function").get("code"))
                .asString()
                .contains("conductor.mjs", "waker.mjs", "decide.mjs", "page.mjs");
    }

    @Test
    void probesAlwaysGetTheWakersAnswer() {
        var recording =
                shop("{ probes: { paths: [/up], userAgents: [UptimeRobot] } }").record();

        assertThat(recording.named(LB_LISTENER_RULE, "sleep-way-probe-agents").list("conditions"))
                .isEqualTo(List.of(Map.of(
                        "httpHeader", Map.of("httpHeaderName", "User-Agent", "values", List.of("*UptimeRobot*")))));
        assertThat(recording.named(LB_LISTENER_RULE, "sleep-way-probe-paths").ignoreChanges())
                .isEmpty();
    }

    @Test
    void nothingLeadsToAWakerWhereNothingIsAsked() {
        var recording = Stacks.of("staging")
                .with("sleep", "{}")
                .with("services", "{ worker: {} }")
                .record();

        assertThat(recording.ofType(LAMBDA_FUNCTION))
                .extracting(Recorded::name)
                .containsExactly("sleep-conductor-function");
        assertThat(recording.ofType(LB_LISTENER_RULE)).isEmpty();
    }

    @Test
    void theDashboardShowsWhenItSleepsAndHowLongWakingTakes() {
        assertThat(watched()
                        .named("aws:cloudwatch/dashboard:Dashboard", "dashboard-dashboard")
                        .text("dashboardBody"))
                .contains("Sleeping and waking", "[\"shop/test\",\"SleepPhase\"", "[\"shop/test\",\"WakingSeconds\"");
    }

    @Test
    void aConductorThatFailsIsTold() {
        var alarm = watched().named("aws:cloudwatch/metricAlarm:MetricAlarm", "alarms-sleep-errors");

        assertThat(alarm.text("metricName")).isEqualTo("Errors");
        assertThat(alarm.get("dimensions")).isEqualTo(Map.of("FunctionName", "shop-test-conductor"));
        assertThat(alarm.text("treatMissingData")).isEqualTo("notBreaching");
    }

    @Test
    void aWakingThatFailsReachesSomebodyWithoutAlarms() {
        var recording = shop("{}")
                .with("observability", "{ alarms: { email: [ops@example.com] } }")
                .record();
        var topic = recording.named("aws:sns/topic:Topic", "alerts-topic");

        assertThat(recording.refusals()).isEmpty();
        assertThat(recording.ofType("aws:cloudwatch/metricAlarm:MetricAlarm")).isEmpty();
        assertThat(recording.ofType("aws:sns/topicSubscription:TopicSubscription"))
                .extracting(it -> it.text("endpoint"))
                .containsExactly("ops@example.com");
        assertThat(document(recording).get("topic").getAsString())
                .isEqualTo(topic.outputs().get("arn"));
        assertThat(document(SHOP).has("topic")).isFalse();
    }

    private static Recording watched() {
        return shop("{}")
                .with("observability", "{ dashboard: true, alarms: { enabled: true, email: [ops@example.com] } }")
                .record();
    }

    private static Stacks shop(String sleep) {
        return Stacks.of("staging")
                .with("domain", "{ name: shop.example.com, zone: Z0123456789ABCDEFGHIJ }")
                .with("sleep", sleep)
                .with("databases", "{ db: {} }")
                .with("queues", "{ jobs: {} }")
                .with(
                        "services",
                        """
                        { app: { port: 80, routes: [/*], links: [db, jobs], tasks: { min: 1, max: 3, cpu: 50% } },
                          worker: { links: [db, { to: jobs, access: consume }] }, guard: { sleep: false } }""");
    }

    private static JsonObject document(Recording recording) {
        var item = JsonParser.parseString(recording
                .named("aws:dynamodb/tableItem:TableItem", "sleep-table-config")
                .text("item"));
        return JsonParser.parseString(
                        item.getAsJsonObject().getAsJsonObject("body").get("S").getAsString())
                .getAsJsonObject();
    }

    private static List<String> actions(Recorded policy) {
        return JsonParser.parseString(policy.text("policy"))
                .getAsJsonObject()
                .getAsJsonArray("Statement")
                .asList()
                .stream()
                .flatMap(statement -> statement.getAsJsonObject().getAsJsonArray("Action").asList().stream())
                .map(action -> action.getAsString())
                .toList();
    }
}
