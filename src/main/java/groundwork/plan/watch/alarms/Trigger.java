package groundwork.plan.watch.alarms;

import java.time.Duration;

/** When a signal is bad: on which side of a threshold, and in how many periods in a row. */
public record Trigger(Comparison comparison, double threshold, Duration period, int periods, Silence silence) {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    public enum Comparison {
        ABOVE("GreaterThanThreshold"),
        BELOW("LessThanThreshold");

        private final String label;

        Comparison(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What it means when nothing is reported: what rests has nothing to say. */
    public enum Silence {
        GOOD("notBreaching"),
        BAD("breaching");

        private final String label;

        Silence(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public static Trigger above(double threshold) {
        return new Trigger(Comparison.ABOVE, threshold, MINUTE, 1, Silence.GOOD);
    }

    public static Trigger below(double threshold) {
        return new Trigger(Comparison.BELOW, threshold, MINUTE, 1, Silence.GOOD);
    }

    /** Minute after minute. */
    public Trigger forMinutes(int minutes) {
        return new Trigger(comparison, threshold, MINUTE, minutes, silence);
    }

    /** Taken together over this time. */
    public Trigger within(Duration time) {
        return new Trigger(comparison, threshold, time, 1, silence);
    }

    public Trigger orSilence() {
        return new Trigger(comparison, threshold, period, periods, Silence.BAD);
    }
}
