package groundwork.watch;

import static java.util.Objects.requireNonNull;

import com.pulumi.core.Output;
import groundwork.settings.observe.AlarmRule;
import java.util.Optional;

/**
 * One alarm; its advice says what to do first.
 *
 * @param unit what the threshold is a multiple of, where only the built resource knows it
 * @param turnsBack whether it ends an experiment and rolls a deployment back
 */
public record Alarm(
        String suffix,
        Signal signal,
        Trigger trigger,
        String advice,
        Optional<Output<Integer>> unit,
        boolean turnsBack) {
    public Alarm {
        requireNonNull(suffix, "suffix is null");
        requireNonNull(signal, "signal is null");
        requireNonNull(trigger, "trigger is null");
        requireNonNull(advice, "advice is null");
        requireNonNull(unit, "unit is null");
    }

    public static Alarm of(String suffix, Signal signal, Trigger trigger, String advice) {
        return new Alarm(suffix, signal, trigger, advice, Optional.empty(), false);
    }

    /** With the statistic that the rule asks for. */
    public static Alarm of(String suffix, Metric metric, AlarmRule<?> rule, Trigger trigger, String advice) {
        return of(suffix, Signal.of(metric), rule, trigger, advice);
    }

    public static Alarm of(String suffix, Signal signal, AlarmRule<?> rule, Trigger trigger, String advice) {
        return of(suffix, signal.as(rule.statistic().orElseThrow().label()), trigger, advice);
    }

    /** Above the rule's own threshold; the advice may name {threshold}, and how long by {lasting} or {counted}. */
    public static Alarm above(String suffix, Metric metric, AlarmRule<?> rule, String advice) {
        return above(suffix, Signal.of(metric), rule, advice);
    }

    public static Alarm above(String suffix, Signal signal, AlarmRule<?> rule, String advice) {
        var trigger = Trigger.above(rule.figure(), rule);
        return of(
                suffix,
                signal,
                rule,
                trigger,
                advice.replace("{threshold}", rule.limit().toString())
                        .replace("{lasting}", trigger.lasting())
                        .replace("{counted}", trigger.counted()));
    }

    public Alarm times(Output<Integer> known) {
        return new Alarm(suffix, signal, trigger, advice, Optional.of(known), turnsBack);
    }

    public Alarm thatTurnsBack() {
        return new Alarm(suffix, signal, trigger, advice, unit, true);
    }
}
