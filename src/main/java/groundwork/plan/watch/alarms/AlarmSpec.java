package groundwork.plan.watch.alarms;

import static java.util.Objects.requireNonNull;

import groundwork.plan.watch.Metric;
import groundwork.plan.watch.Signal;

/** One alarm; its advice says what to do first. */
public record AlarmSpec(String suffix, Signal signal, Trigger trigger, String advice) {
    public AlarmSpec {
        requireNonNull(suffix, "suffix is null");
        requireNonNull(signal, "signal is null");
        requireNonNull(trigger, "trigger is null");
        requireNonNull(advice, "advice is null");
    }

    static AlarmSpec of(String suffix, Metric metric, Trigger trigger, String advice) {
        return new AlarmSpec(suffix, Signal.of(metric), trigger, advice);
    }
}
