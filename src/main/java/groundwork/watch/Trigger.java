package groundwork.watch;

import static java.util.Objects.requireNonNull;

import groundwork.settings.observe.AlarmRule;
import java.time.Duration;

/** When a signal is bad: on which side of a threshold, and in how many of the last periods. */
public record Trigger(
        Comparison comparison, double threshold, Duration period, int periods, int dataPoints, Silence silence) {
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    public enum Comparison {
        ABOVE,
        BELOW
    }

    /** What it means when nothing is reported: what rests has nothing to say. */
    public enum Silence {
        GOOD,
        BAD
    }

    public Trigger {
        requireNonNull(comparison, "comparison is null");
        requireNonNull(period, "period is null");
        requireNonNull(silence, "silence is null");
    }

    public static Trigger above(double threshold, AlarmRule<?> rule) {
        return of(Comparison.ABOVE, threshold, rule);
    }

    public static Trigger below(double threshold, AlarmRule<?> rule) {
        return of(Comparison.BELOW, threshold, rule);
    }

    private static Trigger of(Comparison comparison, double threshold, AlarmRule<?> rule) {
        int periods = rule.periods().orElseThrow();
        int dataPoints = rule.dataPoints().orElse(periods);
        return new Trigger(comparison, threshold, rule.period().orElseThrow(), periods, dataPoints, Silence.GOOD);
    }

    public Trigger orSilence() {
        return new Trigger(comparison, threshold, period, periods, dataPoints, Silence.BAD);
    }

    /** For a level that stays bad. */
    public String lasting() {
        return dataPoints < periods ? someOf() : "for " + text(period.multipliedBy(periods));
    }

    /** For a count that begins again with each period. */
    public String counted() {
        var within = "within " + text(period);
        if (periods == 1) {
            return within;
        }
        return within + ", " + (dataPoints < periods ? someOf() : periods + " times in a row");
    }

    private String someOf() {
        return "in %d of %d periods of %s".formatted(dataPoints, periods, text(period));
    }

    private static String text(Duration time) {
        if (time.compareTo(TWO_HOURS) >= 0 && time.toMinutes() % 60 == 0) {
            return time.toHours() + " hours";
        }
        return time.toMinutes() == 1 ? "1 minute" : time.toMinutes() + " minutes";
    }
}
