package groundwork.watch;

import groundwork.offline.recording.Recorded;
import groundwork.watch.Trigger.Comparison;
import groundwork.watch.Trigger.Silence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An alarm as it was registered; each metric as {@code namespace name statistic [dimensions]}. */
record RecordedAlarm(Trigger trigger, List<String> metrics, Optional<String> expression, String advice) {
    private static final String QUERIES = "metricQueries";

    static RecordedAlarm of(Recorded alarm) {
        boolean isOne = alarm.has("metricName");
        var path = isOne ? "" : QUERIES + "[0].metric.";
        var trigger = new Trigger(
                comparison(alarm.text("comparisonOperator")),
                ((Number) alarm.get("threshold")).doubleValue(),
                Duration.ofSeconds(alarm.number(path + "period")),
                (int) alarm.number("evaluationPeriods"),
                (int) alarm.number(alarm.has("datapointsToAlarm") ? "datapointsToAlarm" : "evaluationPeriods"),
                silence(alarm.text("treatMissingData")));
        var metrics = isOne
                ? List.of(metric(
                        alarm.inputs(), "metricName", alarm.has("statistic") ? "statistic" : "extendedStatistic"))
                : alarm.list(QUERIES).stream()
                        .map(query -> (Map<?, ?>) query)
                        .filter(query -> query.containsKey("metric"))
                        .map(query ->
                                query.get("id") + ": " + metric((Map<?, ?>) query.get("metric"), "metricName", "stat"))
                        .toList();
        var expression = isOne
                ? Optional.<String>empty()
                : Optional.of(alarm.text(QUERIES + "[%d].expression".formatted(metrics.size())));
        return new RecordedAlarm(trigger, metrics, expression, alarm.text("alarmDescription"));
    }

    private static String metric(Map<?, ?> metric, String name, String statistic) {
        var dimensions = metric.containsKey("dimensions") ? (Map<?, ?>) metric.get("dimensions") : Map.of();
        return "%s %s %s %s"
                .formatted(
                        metric.get("namespace"),
                        metric.get(name),
                        metric.get(statistic),
                        new TreeMap<>(dimensions).keySet());
    }

    private static Comparison comparison(String operator) {
        return switch (operator) {
            case "GreaterThanThreshold" -> Comparison.ABOVE;
            case "LessThanThreshold" -> Comparison.BELOW;
            default -> throw new AssertionError(operator);
        };
    }

    private static Silence silence(String missingData) {
        return switch (missingData) {
            case "notBreaching" -> Silence.GOOD;
            case "breaching" -> Silence.BAD;
            default -> throw new AssertionError(missingData);
        };
    }
}
