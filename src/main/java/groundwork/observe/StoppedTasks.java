package groundwork.observe;

import groundwork.plan.names.Names;
import groundwork.watch.Alarm;
import groundwork.watch.Source;
import groundwork.watch.Subject;
import groundwork.watch.WatchRules;
import groundwork.watch.Watched;
import java.util.List;

/** Tasks that stopped by themselves: ECS has no metric of them, so the stack counts its own. */
public final class StoppedTasks {
    static final String METRIC = "StoppedTasks";

    private StoppedTasks() {}

    public static Watched of(WatchRules rules) {
        var rule = rules.alarms().stoppedTasks();
        var alarm = Alarm.above(
                "stopped",
                Source.of(rules.names().metrics()).metric(METRIC),
                rule,
                "Tasks stopped by themselves, more than {threshold} {counted}. First read why in the log group %s."
                        .formatted(logGroup(rules.names())));
        return Watched.of(Subject.only("cluster", List.of(alarm)), "");
    }

    /** EventBridge writes only below this path. */
    static String logGroup(Names names) {
        return "/aws/events" + names.path("stopped-tasks");
    }
}
