package groundwork.observe;

import groundwork.plan.names.Names;
import groundwork.watch.Alarm;
import groundwork.watch.Source;
import groundwork.watch.Subject;
import groundwork.watch.Trigger;
import groundwork.watch.WatchRules;
import groundwork.watch.Watched;
import java.util.List;

/** Tasks that stopped by themselves: ECS has no metric of them, so the stack counts its own. */
public final class StoppedTasks {
    static final String METRIC = "StoppedTasks";

    private StoppedTasks() {}

    public static Watched of(WatchRules rules) {
        var rule = rules.alarms().stoppedTasks();
        var trigger = Trigger.above(rule.limit(), rule);
        var alarm = Alarm.of(
                "stopped",
                Source.of(rules.names().metrics()).metric(METRIC),
                rule,
                trigger,
                "Tasks stopped by themselves, more than %d %s. First read why in the log group %s."
                        .formatted(rule.limit(), trigger.counted(), logGroup(rules.names())));
        return Watched.of(Subject.only("cluster", List.of(alarm)), "");
    }

    /** EventBridge writes only below this path. */
    static String logGroup(Names names) {
        return "/aws/events" + names.path("stopped-tasks");
    }
}
