package groundwork.cost;

import static groundwork.settings.StackText.problems;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import groundwork.Topologies;
import groundwork.base.Site;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recording;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CostWatchTest {
    private static final String BUDGET = "aws:budgets/budget:Budget";
    private static final String MONITOR = "aws:costexplorer/anomalyMonitor:AnomalyMonitor";
    private static final String SUBSCRIPTION = "aws:costexplorer/anomalySubscription:AnomalySubscription";

    @ParameterizedTest
    @EnumSource(Ids.class)
    void budgetIsOfThisStackAndToldOfAtEachShareAndWhenItIsForecast(Ids ids) {
        var budget = run("{ budget: 100, email: [money@example.com] }", ids).named(BUDGET, "cost-budget");

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

        assertThat(recording.ofType(BUDGET)).isEmpty();
        assertThat(recording.named(MONITOR, "cost-monitor").inputs())
                .containsEntry("name", "shop-test")
                .containsEntry("monitorType", "CUSTOM")
                .containsEntry(
                        "monitorSpecification",
                        "{\"And\":null,\"CostCategories\":null,\"Dimensions\":null,\"Not\":null,\"Or\":null,"
                                + "\"Tags\":{\"Key\":\"system\",\"MatchOptions\":null,\"Values\":[\"shop\"]}}");
        assertThat(recording.named(SUBSCRIPTION, "cost-subscription").inputs())
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

        assertThat(recording.named(SUBSCRIPTION, "cost-subscription").list("monitorArnLists"))
                .containsExactly(recording.named(MONITOR, "cost-monitor").text("arn"));
    }

    @Test
    void thoseWhomAlarmsTellAreToldUnlessOthersAreNamed() {
        var alarms = "groundwork:observability: { alarms: { email: [ops@example.com] } }\n";
        var recording = Topologies.of(alarms + "groundwork:cost: { budget: 100 }", CostWatchTest::build);

        assertThat(recording.named(BUDGET, "cost-budget").list("notifications[0].subscriberEmailAddresses"))
                .containsExactly("ops@example.com");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            { budget: 100 }                                     | cost.email: nobody would be told; name somebody here or in observability.alarms.email
            { email: [a@b.c] }                                  | cost: watches nothing; give budget, anomalies or both
            { email: [a@b.c], budget: 0 }                       | cost.budget: "0" is out of range: write a number, from 1 to 10000000, for example 100
            { email: [a@b.c], budget: { amount: 1, alerts: [0%] } } | cost.budget.alerts[0]: "0%": write a part of a budget from 1% to 1000%
            { email: [a@b.c], budget: { amount: 1, alerts: [half] } } | cost.budget.alerts[0]: "half": write a part of a budget such as 80% or 120%
            { email: [a@b.c], budget: { amount: 1, alerts: [80%, 80%] } } | cost.budget.alerts: [80%, 80%]: each can be given only once
            """)
    void whatCannotBeIsTold(String cost, String problem) {
        assertThat(problems("groundwork:cost: " + cost)).containsExactly(problem);
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
        var recording = Topologies.of("groundwork:cost: " + cost, ids, CostWatchTest::build);
        assertThat(recording.refusals()).isEmpty();
        return recording;
    }

    private static void build(Site site, Context context) {
        new CostWatch("cost", site.settings().cost().orElseThrow(), site);
    }
}
