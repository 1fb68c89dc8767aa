package groundwork.plan.watch.graphs;

import groundwork.plan.edge.RoutePlan;
import groundwork.plan.edge.TargetGroupPlan;
import groundwork.plan.names.Names;
import groundwork.plan.watch.Dimension;
import groundwork.plan.watch.Metric;
import groundwork.plan.watch.Subject;
import groundwork.plan.watch.graphs.Widget.Graph;
import groundwork.plan.watch.graphs.Widget.Line;
import groundwork.settings.StackSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Requests and answers, tasks, and whatever services report themselves. */
final class ServiceGraphs {
    private final Names names;
    private final StackSettings settings;
    private final RoutePlan routes;

    ServiceGraphs(Names names, StackSettings settings, RoutePlan routes) {
        this.names = names;
        this.settings = settings;
        this.routes = routes;
    }

    boolean haveAnEntrance() {
        return !routes.targetGroups().isEmpty();
    }

    List<Graph> ofEntrance() {
        return List.of(
                new Graph("Requests", List.of(entrance("RequestCount", Metric.SUM, "requests"))),
                new Graph(
                        "Response time",
                        Metric.PERCENTILES.stream()
                                .map(percentile -> entrance("TargetResponseTime", percentile, percentile))
                                .toList()),
                new Graph(
                        "Errors",
                        List.of(
                                entrance("HTTPCode_Target_4XX_Count", Metric.SUM, "4xx of services"),
                                entrance("HTTPCode_Target_5XX_Count", Metric.SUM, "5xx of services"),
                                entrance("HTTPCode_ELB_5XX_Count", Metric.SUM, "5xx of the load balancer"))),
                new Graph(
                        "Connections",
                        List.of(
                                entrance("ActiveConnectionCount", Metric.SUM, "active"),
                                entrance("RejectedConnectionCount", Metric.SUM, "rejected"))));
    }

    List<Graph> of(String service) {
        var asked = settings.services().get(service);
        var graphs = new ArrayList<>(asked.isOnAppRunner() ? RunnerGraphs.of(service) : ofTasks(service));
        asked.metrics().forEach(metric -> graphs.add(own(service, metric)));
        return graphs;
    }

    private List<Graph> ofTasks(String service) {
        var graphs = new ArrayList<Graph>();
        var groups = routes.of(service);
        if (!groups.isEmpty()) {
            graphs.addAll(ofTargets(groups));
        }
        graphs.add(tasks(service));
        graphs.add(use("CPU", service, "CPUUtilization"));
        graphs.add(use("Memory", service, "MemoryUtilization"));
        if (settings.observability().insights()) {
            graphs.add(network(service));
        }
        return graphs;
    }

    private static List<Graph> ofTargets(List<TargetGroupPlan> groups) {
        return List.of(
                new Graph(
                        "Targets",
                        lines(
                                groups,
                                group -> Stream.of(
                                        line(group, "HealthyHostCount", Metric.MAXIMUM, "healthy"),
                                        line(group, "UnHealthyHostCount", Metric.MAXIMUM, "unhealthy")))),
                new Graph(
                        "Requests",
                        lines(groups, group -> Stream.of(line(group, "RequestCount", Metric.SUM, "requests")))),
                new Graph("Response time", lines(groups, group -> Metric.PERCENTILES.stream()
                        .map(percentile -> line(group, "TargetResponseTime", percentile, percentile)))),
                new Graph(
                        "Errors",
                        lines(
                                groups,
                                group -> Stream.of(
                                        line(group, "HTTPCode_Target_4XX_Count", Metric.SUM, "4xx"),
                                        line(group, "HTTPCode_Target_5XX_Count", Metric.SUM, "5xx")))));
    }

    /** Without Container Insights, as many tasks run as report their CPU in a minute. */
    private Graph tasks(String service) {
        var subject = Subject.service(service);
        if (settings.observability().insights()) {
            return new Graph(
                    "Tasks",
                    List.of(
                            Line.of(subject, Metric.insights("DesiredTaskCount"), "desired"),
                            Line.of(subject, Metric.insights("RunningTaskCount"), "running")));
        }
        return new Graph(
                "Tasks",
                List.of(Line.of(subject, Metric.service("CPUUtilization").as(Metric.SAMPLES), "running")));
    }

    /** In bytes a second. */
    private static Graph network(String service) {
        var subject = Subject.service(service);
        return new Graph(
                "Network",
                List.of(
                        Line.of(subject, Metric.insights("NetworkRxBytes"), "received"),
                        Line.of(subject, Metric.insights("NetworkTxBytes"), "sent")));
    }

    private static Graph use(String title, String service, String name) {
        var subject = Subject.service(service);
        return new Graph(
                title,
                List.of(
                        Line.of(subject, Metric.service(name), "average"),
                        Line.of(subject, Metric.service(name).as(Metric.MAXIMUM), "maximum")));
    }

    /** A level is read by its average, a count by its sum; which of them it is only the service knows. */
    private Graph own(String service, String name) {
        var subject = Subject.service(service);
        var metric = Metric.of(names.metrics(), name, Dimension.APPLICATION);
        return new Graph(
                name,
                List.of(
                        Line.of(subject, metric, "average"),
                        Line.of(subject, metric.as(Metric.SUM), "sum").onTheRight()));
    }

    private static Line entrance(String name, String statistic, String label) {
        return Line.of(Subject.ENTRANCE, Metric.entrance(name).as(statistic), label);
    }

    private static List<Line> lines(List<TargetGroupPlan> groups, Function<TargetGroupPlan, Stream<Line>> lines) {
        return groups.stream().flatMap(lines).toList();
    }

    private static Line line(TargetGroupPlan group, String name, String statistic, String label) {
        return Line.of(
                Subject.targets(group.suffix()), Metric.targets(name).as(statistic), group.suffix() + " " + label);
    }
}
