package groundwork.plan.watch.alarms;

import static java.util.Objects.requireNonNull;

import groundwork.plan.watch.Dimension;
import groundwork.plan.watch.Metric;
import groundwork.plan.watch.Signal;
import groundwork.settings.observe.AlarmRule;
import java.util.Optional;

/**
 * One alarm; its advice says what to do first.
 *
 * @param unit what the threshold is a multiple of, where only the built resource knows it
 */
public record AlarmSpec(String suffix, Signal signal, Trigger trigger, String advice, Optional<Dimension> unit) {
    public AlarmSpec {
        requireNonNull(suffix, "suffix is null");
        requireNonNull(signal, "signal is null");
        requireNonNull(trigger, "trigger is null");
        requireNonNull(advice, "advice is null");
        requireNonNull(unit, "unit is null");
    }

    static AlarmSpec of(String suffix, Signal signal, Trigger trigger, String advice) {
        return new AlarmSpec(suffix, signal, trigger, advice, Optional.empty());
    }

    /** With the statistic that the rule asks for. */
    static AlarmSpec of(String suffix, Metric metric, AlarmRule<?> rule, Trigger trigger, String advice) {
        return of(suffix, Signal.of(metric), rule, trigger, advice);
    }

    static AlarmSpec of(String suffix, Signal signal, AlarmRule<?> rule, Trigger trigger, String advice) {
        return of(suffix, signal.as(rule.statistic().orElseThrow().label()), trigger, advice);
    }

    AlarmSpec times(Dimension known) {
        return new AlarmSpec(suffix, signal, trigger, advice, Optional.of(known));
    }
}
