package groundwork.compute.scaling;

import static groundwork.aws.ResourceTypes.APPAUTOSCALING_POLICY;
import static groundwork.aws.ResourceTypes.CLOUDWATCH_METRIC_ALARM;

import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import groundwork.values.Secret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What AWS makes of the recorded alarms, step scaling policies and scalable target, minute by minute: alarms slide over
 * their periods and act each minute while they are breached; steps are chosen by the distance to the threshold; a
 * cooldown holds back what is smaller after growth, and everything but growth after a decrease.
 */
final class RecordedScaling {
    private static final String STEPS = "stepScalingPolicyConfiguration";

    private final Recorded target;
    private final List<Recorded> policies;
    private final List<Recorded> alarms;
    private final Map<String, List<Double>> metrics = new HashMap<>();
    private int desired;
    private int minute;
    private int coolUntil;

    RecordedScaling(Recording recording, String service) {
        target = recording.named("aws:appautoscaling/target:Target", service + "-scaling-target");
        policies = recording.ofType(APPAUTOSCALING_POLICY).stream()
                .filter(policy -> policy.text("resourceId").equals(target.text("resourceId")))
                .toList();
        var arns = policies.stream().map(policy -> policy.text("arn")).toList();
        alarms = recording.ofType(CLOUDWATCH_METRIC_ALARM).stream()
                .filter(alarm -> alarm.list("alarmActions").stream().anyMatch(arns::contains))
                .toList();
        desired = (int)
                recording.named("aws:ecs/service:Service", service + "-service").number("desiredCount");
    }

    int desired() {
        return desired;
    }

    /** A minute's value of a metric that SQS reports of a queue; absent where it reports none. */
    void report(String queue, String metric, OptionalDouble value) {
        var series = metrics.computeIfAbsent(queue + " " + metric, any -> new ArrayList<>());
        while (series.size() < minute) {
            series.add(null);
        }
        series.add(value.isPresent() ? value.getAsDouble() : null);
    }

    /** The end of the minute: every alarm is evaluated once, and the target is scaled by those that are breached. */
    void evaluate() {
        minute++;
        for (var alarm : alarms) {
            value(alarm).ifPresent(value -> {
                if (isBreached(alarm, value)) {
                    alarm.list("alarmActions").forEach(action -> act((String) action, alarm, value));
                }
            });
        }
    }

    private boolean isBreached(Recorded alarm, double value) {
        if (alarm.number("evaluationPeriods") != 1) {
            throw new AssertionError(alarm.name() + " looks at several periods");
        }
        double threshold = threshold(alarm);
        return switch (alarm.text("comparisonOperator")) {
            case "GreaterThanOrEqualToThreshold" -> value >= threshold;
            case "GreaterThanThreshold" -> value > threshold;
            case "LessThanThreshold" -> value < threshold;
            case "LessThanOrEqualToThreshold" -> value <= threshold;
            default -> throw new AssertionError(alarm.text("comparisonOperator"));
        };
    }

    private static double threshold(Recorded alarm) {
        return ((Number) Secret.unwrap(alarm.get("threshold"))).doubleValue();
    }

    private void act(String action, Recorded alarm, double value) {
        var policy = policies.stream()
                .filter(each -> each.text("arn").equals(action))
                .findFirst()
                .orElseThrow();
        step(policy, value - threshold(alarm)).ifPresent(amount -> scale(policy, amount));
    }

    private void scale(Recorded policy, int amount) {
        int wanted = policy.text(STEPS + ".adjustmentType").equals("ExactCapacity") ? amount : desired + amount;
        int least = (int) target.number("minCapacity");
        int most = (int) target.number("maxCapacity");
        int next = Math.min(Math.max(wanted, least), most);
        if (next == desired || next < desired && minute < coolUntil) {
            return;
        }
        desired = next;
        coolUntil = minute + (int) policy.number(STEPS + ".cooldown") / 60;
    }

    /** Below the threshold the upper bound belongs to the step, from it on the lower one. */
    private static OptionalInt step(Recorded policy, double distance) {
        return policy.list(STEPS + ".stepAdjustments").stream()
                .map(step -> (Map<?, ?>) step)
                .filter(step -> {
                    double from = bound(step.get("metricIntervalLowerBound"), Double.NEGATIVE_INFINITY);
                    double to = bound(step.get("metricIntervalUpperBound"), Double.POSITIVE_INFINITY);
                    return distance >= 0 ? distance >= from && distance < to : distance > from && distance <= to;
                })
                .mapToInt(step -> ((Number) step.get("scalingAdjustment")).intValue())
                .findFirst();
    }

    private static double bound(Object bound, double absent) {
        return Optional.ofNullable(bound)
                .map(text -> Double.parseDouble(text.toString()))
                .orElse(absent);
    }

    private Optional<Double> value(Recorded alarm) {
        var values = new HashMap<String, Optional<Double>>();
        Optional<Double> result = Optional.empty();
        for (var query : alarm.list("metricQueries")) {
            var entry = (Map<?, ?>) query;
            var value = entry.containsKey("metric")
                    ? maximum((Map<?, ?>) entry.get("metric"))
                    : expression(entry.get("expression").toString(), values);
            values.put(entry.get("id").toString(), value);
            if (Boolean.TRUE.equals(entry.get("returnData"))) {
                result = value;
            }
        }
        return result;
    }

    private Optional<Double> maximum(Map<?, ?> metric) {
        if (!metric.get("stat").equals("Maximum") || !metric.get("namespace").equals("AWS/SQS")) {
            throw new AssertionError("only maxima of queues are replayed here: " + metric);
        }
        var queue = ((Map<?, ?>) metric.get("dimensions")).get("QueueName");
        var series = metrics.getOrDefault(queue + " " + metric.get("metricName"), List.of());
        int minutes = ((Number) metric.get("period")).intValue() / 60;
        Optional<Double> most = Optional.empty();
        for (var value : series.subList(Math.max(0, series.size() - minutes), series.size())) {
            if (value != null && value > most.orElse(-1.0)) {
                most = Optional.of(value);
            }
        }
        return most;
    }

    /** Sums, and the larger of two. */
    private static Optional<Double> expression(String text, Map<String, Optional<Double>> values) {
        boolean isMost = text.startsWith("MAX([");
        var ids = isMost ? text.substring(5, text.length() - 2).split(", ") : text.split(" \\+ ");
        return Stream.of(ids)
                .map(values::get)
                .reduce((one, other) -> one.flatMap(a -> other.map(b -> isMost ? Math.max(a, b) : a + b)))
                .orElseThrow();
    }
}
