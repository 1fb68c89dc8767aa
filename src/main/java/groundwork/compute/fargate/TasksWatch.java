package groundwork.compute.fargate;

import groundwork.edge.TargetsWatch;
import groundwork.watch.Alarm;
import groundwork.watch.Graph;
import groundwork.watch.Metric;
import groundwork.watch.ServiceWatch;
import groundwork.watch.Signal;
import groundwork.watch.Source;
import groundwork.watch.Subject;
import groundwork.watch.WatchRules;
import groundwork.watch.Watched;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Services on Fargate that are too busy, or have too few tasks.
 *
 * @param insights what Container Insights keeps of it, which costs extra
 */
record TasksWatch(ServiceWatch service, Source insights, List<TargetsWatch> targets) {
    private static final String CPU_ADVICE = "First see on the dashboard whether requests or messages rose with it: "
            + "if so, raise its tasks.max; if not, roll back the last deployment.";

    Watched plan() {
        var subjects = new ArrayList<Subject>();
        subjects.add(new Subject("service", service.name(), alarms()));
        targets.forEach(group -> subjects.addAll(group.subjects(rules())));
        return new Watched(subjects, service.name(), graphs());
    }

    private WatchRules rules() {
        return service.rules();
    }

    private List<Alarm> alarms() {
        var alarms = new ArrayList<Alarm>();
        alarms.add(service.cpu(CPU_ADVICE));
        alarms.add(service.memory("tasks"));
        if (rules().insights()) {
            alarms.add(tooFew());
        }
        return alarms;
    }

    private List<Graph> graphs() {
        var graphs = new ArrayList<>(TargetsWatch.graphs(targets));
        graphs.add(tasks());
        graphs.addAll(service.load());
        if (rules().insights()) {
            graphs.add(network());
        }
        graphs.addAll(service.reported());
        return graphs;
    }

    /** Without Container Insights, as many tasks run as report their CPU in a minute. */
    private Graph tasks() {
        if (rules().insights()) {
            return Graph.of("Tasks", desired().line("desired"), running().line("running"));
        }
        var reports = service.metrics().metric("CPUUtilization").as(Metric.SAMPLES);
        return Graph.of("Tasks", reports.line("running"));
    }

    /** In bytes a second. */
    private Graph network() {
        return Graph.of(
                "Network",
                insights.metric("NetworkRxBytes").line("received"),
                insights.metric("NetworkTxBytes").line("sent"));
    }

    private Metric desired() {
        return insights.metric("DesiredTaskCount");
    }

    private Metric running() {
        return insights.metric("RunningTaskCount");
    }

    private Alarm tooFew() {
        var rule = rules().alarms()
                .missingTasks()
                .overriddenBy(service.settings().alarms().missingTasks());
        return Alarm.above(
                "short",
                Signal.of("desired - running", Map.of("desired", desired(), "running", running())),
                rule,
                "Fewer tasks of %s run than are wanted, {lasting}. First read the service's events in ECS: where Spot capacity is short, raise its spot.base; where tasks fail, read %s."
                        .formatted(service.name(), rules().logs(service.name())));
    }
}
