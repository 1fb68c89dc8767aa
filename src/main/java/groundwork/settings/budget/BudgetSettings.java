package groundwork.settings.budget;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.marks.Short;
import groundwork.settings.observe.ObservabilitySettings;
import groundwork.settings.problems.Problems;
import groundwork.settings.units.BudgetShare;
import groundwork.settings.units.EmailAddress;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What the stack may cost, and who hears of it when it costs more. */
public record BudgetSettings(
        @Setting(value = "E-mail recipients; those of the alarms by default", example = "[finance@example.com]")
                @Matching(value = EmailAddress.FORM, says = EmailAddress.SAYS)
                List<String> email,
        @Setting("Monthly budget") Optional<MonthlyBudget> monthly,
        @Setting("Cost anomaly detection, over all stacks of the system") Optional<AnomalySettings> anomalies)
        implements Checked {
    private static final int MOST_PEOPLE = 10;
    private static final int MOST_ALERTS = 9;

    @Short("amount")
    public record MonthlyBudget(
            @Setting(value = "US dollars a month", example = "100") @Between(min = "1", max = "10000000")
                    BigDecimal amount,
            @Setting(
                            value = "Alert when this share of it is spent; a forecast above 100% always alerts",
                            example = "[80%, 100%, 120%]")
                    List<BudgetShare> alerts)
            implements Checked {

        @Override
        public void check(Problems problems) {
            var at = problems.at("alerts");
            at.unless(alerts.size() <= MOST_ALERTS, "%d alerts: a budget has at most %d", alerts.size(), MOST_ALERTS);
        }
    }

    @Short("threshold")
    public record AnomalySettings(
            @Setting(value = "US dollars above the expected cost", example = "20") @Between(min = "1", max = "10000000")
                    BigDecimal threshold) {}

    public List<String> recipients(ObservabilitySettings observability) {
        return email.isEmpty() ? observability.alarms().email() : email;
    }

    @Override
    public void check(Problems problems) {
        problems.at("email")
                .unless(
                        email.size() <= MOST_PEOPLE,
                        "%d recipients: AWS Budgets takes at most %d; use a mailing list",
                        email.size(),
                        MOST_PEOPLE);
        problems.unless(monthly.isPresent() || anomalies.isPresent(), "does nothing; set monthly, anomalies or both");
    }
}
