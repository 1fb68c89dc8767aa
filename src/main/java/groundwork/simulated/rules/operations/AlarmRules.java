package groundwork.simulated.rules.operations;

import static groundwork.aws.ResourceTypes.CLOUDWATCH_DASHBOARD;
import static groundwork.aws.ResourceTypes.CLOUDWATCH_METRIC_ALARM;

import groundwork.simulated.Existing;
import groundwork.simulated.rules.Json;
import groundwork.simulated.rules.Refusals;
import groundwork.simulated.rules.Rule;
import java.util.List;
import java.util.TreeSet;

/** What CloudWatch takes. */
public final class AlarmRules {
    private static final int MOST_METRICS = 10;
    private static final long LONGEST = 604_800;

    public static final List<Rule> ALL = List.of(
            Rule.of("alarm-periods", AlarmRules::periods, CLOUDWATCH_METRIC_ALARM),
            Rule.of("alarm-metric", AlarmRules::metric, CLOUDWATCH_METRIC_ALARM),
            Rule.of("alarm-queries", AlarmRules::queries, CLOUDWATCH_METRIC_ALARM),
            Rule.of("alarm-statistic", AlarmRules::statistic, CLOUDWATCH_METRIC_ALARM),
            Rule.of("dashboard-body", AlarmRules::body, CLOUDWATCH_DASHBOARD));

    private AlarmRules() {}

    private static void periods(Existing alarm, Refusals refusals) {
        alarm.number("evaluationPeriods")
                .ifPresent(count -> refusals.unless(
                        count >= 1, "evaluationPeriods", "is %d; an alarm looks at one period or more", count));
        long periods = alarm.number("evaluationPeriods").orElse(1L);
        refusals.within("datapointsToAlarm", 1, periods);
        alarm.number("period").ifPresent(seconds -> {
            refusals.unless(
                    seconds == 10 || seconds == 20 || seconds == 30 || seconds > 0 && seconds % 60 == 0,
                    "period",
                    "is %d; AWS takes 10, 20, 30 or a multiple of 60",
                    seconds);
            refusals.unless(
                    seconds * periods <= LONGEST,
                    "evaluationPeriods",
                    "look back %d s; an alarm looks back seven days at most",
                    seconds * periods);
        });
    }

    private static void metric(Existing alarm, Refusals refusals) {
        boolean one = alarm.has("metricName");
        boolean several = alarm.has("metricQueries");
        refusals.unless(one != several, "metricName", "and metricQueries: exactly one of them is needed");
        if (one) {
            refusals.unless(alarm.has("namespace"), "namespace", "is required with a metricName");
            refusals.unless(alarm.has("period"), "period", "is required with a metricName");
        }
        refusals.unless(
                alarm.has("threshold") != alarm.has("thresholdMetricId"),
                "threshold",
                "and thresholdMetricId: exactly one of them is needed");
    }

    private static void queries(Existing alarm, Refusals refusals) {
        int count = alarm.list("metricQueries").size();
        var ids = new TreeSet<String>();
        int metrics = 0;
        int results = 0;
        for (int i = 0; i < count; i++) {
            var at = "metricQueries[%d]".formatted(i);
            metrics += alarm.has(at + ".metric") ? 1 : 0;
            results += alarm.flag(at + ".returnData") ? 1 : 0;
            refusals.unless(
                    alarm.has(at + ".metric") != alarm.has(at + ".expression"),
                    at,
                    "needs exactly one of metric and expression");
            alarm.text(at + ".id").ifPresent(id -> {
                refusals.unless(
                        id.matches("[a-z]\\w{0,254}"),
                        at + ".id",
                        "\"%s\" does not start with a lower-case letter",
                        id);
                refusals.unless(ids.add(id), at + ".id", "\"%s\" is the id of another query", id);
            });
        }
        refusals.unless(metrics <= MOST_METRICS, "metricQueries", "have %d metrics; an alarm takes 10", metrics);
        refusals.unless(
                count == 0 || results == 1, "metricQueries", "return %d results; an alarm needs exactly one", results);
    }

    private static void statistic(Existing alarm, Refusals refusals) {
        boolean plain = alarm.has("statistic");
        boolean extended = alarm.has("extendedStatistic");
        if (alarm.has("metricName")) {
            refusals.unless(plain != extended, "statistic", "and extendedStatistic: exactly one of them is needed");
        }
        refusals.matches(
                "extendedStatistic",
                "(?:p|tm|wm|tc|ts)\\d{1,2}(?:\\.\\d{1,10})?|p100|IQM|(?:PR|TM|WM|TC|TS)\\(.*\\)",
                "\"%s\" does not look like p95");
    }

    private static void body(Existing dashboard, Refusals refusals) {
        dashboard.text("dashboardBody").ifPresent(text -> {
            var widgets = Json.parse(text)
                    .filter(element ->
                            element.isJsonObject() && element.getAsJsonObject().has("widgets"));
            refusals.unless(widgets.isPresent(), "dashboardBody", "is not a JSON object with widgets");
            widgets.ifPresent(body -> {
                int count = Json.objects(body.getAsJsonObject(), "widgets").size();
                refusals.unless(count <= 500, "dashboardBody", "has %d widgets; AWS takes 500", count);
            });
        });
    }
}
