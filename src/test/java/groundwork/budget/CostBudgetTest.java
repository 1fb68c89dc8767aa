package groundwork.budget;

import static groundwork.aws.ResourceTypes.BUDGETS_BUDGET;
import static groundwork.aws.ResourceTypes.COSTEXPLORER_ANOMALY_MONITOR;
import static groundwork.aws.ResourceTypes.COSTEXPLORER_ANOMALY_SUBSCRIPTION;
import static groundwork.settings.StackText.problems;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import groundwork.Rows;
import groundwork.Topologies;
import groundwork.base.StackContext;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recording;
import groundwork.plan.Plan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CostBudgetTest {

    @ParameterizedTest
    @EnumSource(Ids.class)
    void budgetIsOfThisStackAndToldOfAtEachShareAndWhenItIsForecast(Ids ids) {
        var budget = run("{ monthly: 100, email: [money@example.com] }", ids).named(BUDGETS_BUDGET, "budget-monthly");

        assertThat(budget.inputs())
                .containsEntry("name", "shop-test")
                .containsEntry("budgetType", "COST")
                .containsEntry("timeUnit", "MONTHLY")
                .containsEntry("limitAmount", "100")
                .containsEntry("limitUnit", "USD")
                .containsEntry(
                        "costFilters",
                        List.of(Map.of(
                                "name",
                                "TagKeyValue",
                                "values",
                                List.of("user:system$shop", "user:environment$test"))));
        assertThat(budget.list("notifications"))
                .containsExactly(
                        notification("ACTUAL", 80),
                        notification("ACTUAL", 100),
                        notification("ACTUAL", 120),
                        notification("FORECASTED", 100));
    }

    @ParameterizedTest
    @EnumSource(Ids.class)
    void anomaliesOfTheSystemAreToldOnceADay(Ids ids) {
        var recording = run("{ anomalies: {}, email: [money@example.com] }", ids);

        assertThat(recording.ofType(BUDGETS_BUDGET)).isEmpty();
        assertThat(recording
                        .named(COSTEXPLORER_ANOMALY_MONITOR, "budget-monitor")
                        .inputs())
                .containsEntry("name", "shop-test")
                .containsEntry("monitorType", "CUSTOM")
                .containsEntry(
                        "monitorSpecification",
                        "{\"And\":null,\"CostCategories\":null,\"Dimensions\":null,\"Not\":null,\"Or\":null,"
                                + "\"Tags\":{\"Key\":\"system\",\"MatchOptions\":null,\"Values\":[\"shop\"]}}");
        assertThat(recording
                        .named(COSTEXPLORER_ANOMALY_SUBSCRIPTION, "budget-subscription")
                        .inputs())
                .containsEntry("frequency", "DAILY")
                .containsEntry("subscribers", List.of(Map.of("type", "EMAIL", "address", "money@example.com")))
                .containsEntry(
                        "thresholdExpression",
                        Map.of(
                                "dimension",
                                Map.of(
                                        "key",
                                        "ANOMALY_TOTAL_IMPACT_ABSOLUTE",
                                        "matchOptions",
                                        List.of("GREATER_THAN_OR_EQUAL"),
                                        "values",
                                        List.of("20"))));
    }

    @Test
    void subscriptionIsToTheMonitor() {
        var recording = run("{ anomalies: {}, email: [money@example.com] }", Ids.KNOWN);

        assertThat(recording
                        .named(COSTEXPLORER_ANOMALY_SUBSCRIPTION, "budget-subscription")
                        .list("monitorArnLists"))
                .containsExactly(recording
                        .named(COSTEXPLORER_ANOMALY_MONITOR, "budget-monitor")
                        .text("arn"));
    }

    @Test
    void thoseWhomAlarmsTellAreToldUnlessOthersAreNamed() {
        var alarms = "groundwork:observability: { alarms: { email: [ops@example.com] } }\n";
        var recording = Topologies.of(alarms + "groundwork:budget: { monthly: 100 }", CostBudgetTest::build);

        assertThat(recording.named(BUDGETS_BUDGET, "budget-monthly").list("notifications[0].subscriberEmailAddresses"))
                .containsExactly("ops@example.com");
    }

    @Rows(
            """
            { monthly: 100 }                                     | budget.email: has no recipient; add one here or in observability.alarms.email
            { email: [a@b.c] }                                  | budget: does nothing; set monthly, anomalies or both
            { email: [a@b.c], monthly: 0 }                       | budget.monthly: "0" is out of range: write a number, from 1 to 10000000, for example 100
            { email: [a@b.c], monthly: { amount: 1, alerts: [0%] } } | budget.monthly.alerts[0]: "0%": write a part of a budget from 1% to 1000%
            { email: [a@b.c], monthly: { amount: 1, alerts: [half] } } | budget.monthly.alerts[0]: "half": write a part of a budget such as 80% or 120%
            { email: [a@b.c], monthly: { amount: 1, alerts: [80%, 80%] } } | budget.monthly.alerts[1]: is listed twice; remove it
            """)
    void whatCannotBeIsTold(String cost, String problem) {
        assertThat(problems("groundwork:budget: " + cost)).containsExactly(problem);
    }

    private static Map<String, Object> notification(String type, long threshold) {
        return Map.of(
                "notificationType",
                type,
                "comparisonOperator",
                "GREATER_THAN",
                "threshold",
                threshold,
                "thresholdType",
                "PERCENTAGE",
                "subscriberEmailAddresses",
                List.of("money@example.com"));
    }

    private static Recording run(String cost, Ids ids) {
        var recording = Topologies.of("groundwork:budget: " + cost, ids, CostBudgetTest::build);
        assertThat(recording.refusals()).isEmpty();
        return recording;
    }

    private static void build(StackContext stack, Plan plan, Context context) {
        var settings = plan.settings();
        var budget = settings.budget().orElseThrow();
        new CostBudget("budget", budget, budget.recipients(settings.observability()), stack);
    }
}
