package groundwork.plan.watch;

import groundwork.plan.names.Names;

/** Tasks that stopped by themselves: ECS has no metric of them, so the stack counts its own. */
public final class StoppedTasks {
    public static final String METRIC = "StoppedTasks";

    private StoppedTasks() {}

    public static Metric metric(Names names) {
        return Metric.of(names.metrics(), METRIC).as(Metric.SUM);
    }

    /** EventBridge writes only below this path. */
    public static String logGroup(Names names) {
        return "/aws/events" + names.path("stopped-tasks");
    }
}
