package groundwork.budget;

import com.google.gson.GsonBuilder;
import com.pulumi.aws.budgets.Budget;
import com.pulumi.aws.budgets.BudgetArgs;
import com.pulumi.aws.budgets.inputs.BudgetCostFilterArgs;
import com.pulumi.aws.budgets.inputs.BudgetNotificationArgs;
import com.pulumi.aws.costexplorer.AnomalyMonitor;
import com.pulumi.aws.costexplorer.AnomalyMonitorArgs;
import com.pulumi.aws.costexplorer.AnomalySubscription;
import com.pulumi.aws.costexplorer.AnomalySubscriptionArgs;
import com.pulumi.aws.costexplorer.inputs.AnomalySubscriptionSubscriberArgs;
import com.pulumi.aws.costexplorer.inputs.AnomalySubscriptionThresholdExpressionArgs;
import com.pulumi.aws.costexplorer.inputs.AnomalySubscriptionThresholdExpressionDimensionArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.StackContext;
import groundwork.plan.names.NameRule;
import groundwork.settings.budget.BudgetSettings;
import groundwork.settings.budget.BudgetSettings.AnomalySettings;
import groundwork.settings.budget.BudgetSettings.MonthlyBudget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;

/** A budget for the month and an eye on unusual days; whoever is named hears of both by e-mail. */
public final class CostBudget extends Component {
    private static final double WHOLE = 100;

    private final List<String> recipients;

    public CostBudget(String name, BudgetSettings settings, List<String> recipients, StackContext stack) {
        super("budget:CostBudget", name, stack);
        this.recipients = List.copyOf(recipients);
        var arns = new TreeMap<String, Output<?>>();
        settings.monthly()
                .ifPresent(monthly -> arns.put("monthly", createBudget(monthly).arn()));
        settings.anomalies()
                .ifPresent(anomalies -> arns.put(
                        "anomalies",
                        createSubscription(anomalies, createMonitor()).arn()));
        outputs(arns);
    }

    private Budget createBudget(MonthlyBudget settings) {
        var names = stack().names();
        return new Budget(
                child("monthly"),
                BudgetArgs.builder()
                        .name(names.of(NameRule.BUDGET))
                        .budgetType("COST")
                        .timeUnit("MONTHLY")
                        .limitAmount(settings.amount().toPlainString())
                        .limitUnit("USD")
                        .costFilters(BudgetCostFilterArgs.builder()
                                .name("TagKeyValue")
                                .values("user:system$" + names.system(), "user:environment$" + names.stack())
                                .build())
                        .notifications(notifications(settings))
                        .build(),
                insideGlobalRegion());
    }

    private List<BudgetNotificationArgs> notifications(MonthlyBudget settings) {
        var notifications = new ArrayList<BudgetNotificationArgs>();
        settings.alerts().forEach(share -> notifications.add(notification("ACTUAL", share.value())));
        notifications.add(notification("FORECASTED", WHOLE));
        return notifications;
    }

    private BudgetNotificationArgs notification(String type, double percent) {
        return BudgetNotificationArgs.builder()
                .notificationType(type)
                .comparisonOperator("GREATER_THAN")
                .threshold(percent)
                .thresholdType("PERCENTAGE")
                .subscriberEmailAddresses(recipients)
                .build();
    }

    /** By tag, since an account can have only one monitor of all its services. */
    private AnomalyMonitor createMonitor() {
        return new AnomalyMonitor(
                child("monitor"),
                AnomalyMonitorArgs.builder()
                        .name(stack().names().of(NameRule.BUDGET))
                        .monitorType("CUSTOM")
                        .monitorSpecification(specification())
                        .build(),
                insideGlobalRegion());
    }

    private AnomalySubscription createSubscription(AnomalySettings settings, AnomalyMonitor monitor) {
        var threshold = AnomalySubscriptionThresholdExpressionDimensionArgs.builder()
                .key("ANOMALY_TOTAL_IMPACT_ABSOLUTE")
                .matchOptions("GREATER_THAN_OR_EQUAL")
                .values(settings.threshold().toPlainString())
                .build();
        return new AnomalySubscription(
                child("subscription"),
                AnomalySubscriptionArgs.builder()
                        .name(stack().names().of(NameRule.BUDGET))
                        .frequency("DAILY")
                        .monitorArnLists(monitor.arn().applyValue(List::of))
                        .subscribers(
                                recipients.stream().map(CostBudget::subscriber).toList())
                        .thresholdExpression(AnomalySubscriptionThresholdExpressionArgs.builder()
                                .dimension(threshold)
                                .build())
                        .build(),
                insideGlobalRegion());
    }

    private static AnomalySubscriptionSubscriberArgs subscriber(String address) {
        return AnomalySubscriptionSubscriberArgs.builder()
                .type("EMAIL")
                .address(address)
                .build();
    }

    /** AWS answers with every key, and the monitor is replaced when the text differs: so those without a value are named too. */
    private String specification() {
        var tag = new LinkedHashMap<String, Object>();
        tag.put("Key", "system");
        tag.put("MatchOptions", null);
        tag.put("Values", List.of(stack().names().system()));
        var whole = new LinkedHashMap<String, Object>();
        for (var key : List.of("And", "CostCategories", "Dimensions", "Not", "Or")) {
            whole.put(key, null);
        }
        whole.put("Tags", tag);
        return new GsonBuilder().serializeNulls().create().toJson(whole);
    }
}
