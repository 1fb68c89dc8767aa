package groundwork.plan.watch.graphs;

import groundwork.plan.watch.Metric;
import groundwork.plan.watch.Subject;
import groundwork.plan.watch.graphs.Widget.Graph;
import groundwork.plan.watch.graphs.Widget.Line;
import java.util.List;

/** Requests, answers and instances of a service on App Runner. */
final class RunnerGraphs {
    private RunnerGraphs() {}

    static List<Graph> of(String service) {
        var subject = Subject.service(service);
        return List.of(
                new Graph("Requests", List.of(line(subject, "Requests", Metric.SUM, "requests"))),
                new Graph(
                        "Response time",
                        Metric.PERCENTILES.stream()
                                .map(percentile -> line(subject, "RequestLatency", percentile, percentile))
                                .toList()),
                new Graph(
                        "Errors",
                        List.of(
                                line(subject, "4xxStatusResponses", Metric.SUM, "4xx"),
                                line(subject, "5xxStatusResponses", Metric.SUM, "5xx"))),
                new Graph("Instances", List.of(line(subject, "ActiveInstances", Metric.MAXIMUM, "active"))),
                use("CPU", subject, "CPUUtilization"),
                use("Memory", subject, "MemoryUtilization"));
    }

    private static Graph use(String title, Subject subject, String name) {
        return new Graph(
                title,
                List.of(
                        line(subject, name, Metric.AVERAGE, "average"),
                        line(subject, name, Metric.MAXIMUM, "maximum")));
    }

    private static Line line(Subject subject, String name, String statistic, String label) {
        return Line.of(subject, Metric.runner(name).as(statistic), label);
    }
}
