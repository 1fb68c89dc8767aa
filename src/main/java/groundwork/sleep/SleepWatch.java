package groundwork.sleep;

import com.pulumi.core.Output;
import groundwork.watch.Alarm;
import groundwork.watch.Graph;
import groundwork.watch.Metric;
import groundwork.watch.Signal;
import groundwork.watch.Source;
import groundwork.watch.Subject;
import groundwork.watch.Trigger;
import groundwork.watch.WatchRules;
import groundwork.watch.Watchable;
import groundwork.watch.Watched;
import java.time.Duration;
import java.util.List;

/** When the environment sleeps and how long waking takes, and whether the conductor does its work. */
public final class SleepWatch implements Watchable {
    private static final int FAILURES = 3;
    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final int PERIODS = 3;

    @Override
    public List<Watched> watched(WatchRules rules) {
        var own = Source.of(rules.names().metrics());
        return List.of(Watched.of(
                Subject.only("sleep", List.of(conductorFails(rules))),
                "Sleeping and waking",
                Graph.of(
                        "Phase",
                        own.metric("SleepPhase").maximum().line("0 asleep, 1 falling asleep, 2 waking, 3 awake")),
                Graph.of(
                        "Waking",
                        own.metric("WakingSeconds").maximum().line("seconds"),
                        own.metric("SleepFailures").sum().line("failed").onTheRight())));
    }

    /** While it fails, nothing falls asleep and nothing wakes. */
    private static Alarm conductorFails(WatchRules rules) {
        Metric errors = Source.of("AWS/Lambda")
                .with("FunctionName", Output.of(SleepFunction.name(rules.names(), SleepFunction.CONDUCTOR)))
                .metric("Errors")
                .sum();
        return Alarm.of(
                "errors",
                Signal.of(errors),
                new Trigger(Trigger.Comparison.ABOVE, FAILURES, PERIOD, PERIODS, PERIODS, Trigger.Silence.GOOD),
                "The conductor fails, so the environment neither falls asleep nor wakes. Read its log.");
    }
}
