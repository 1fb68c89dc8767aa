package groundwork.plan.watch.graphs;

import groundwork.plan.watch.Metric;
import groundwork.plan.watch.Subject;
import groundwork.plan.watch.graphs.Widget.Graph;
import groundwork.plan.watch.graphs.Widget.Line;
import java.util.List;

/** The CDN, and fronts on Amplify Hosting. */
final class FrontGraphs {
    private FrontGraphs() {}

    static List<Graph> ofCdn() {
        return List.of(
                new Graph("Requests", List.of(cdn("Requests", Metric.SUM, "requests"))),
                new Graph(
                        "Errors (%)",
                        List.of(
                                cdn("4xxErrorRate", Metric.AVERAGE, "4xx"),
                                cdn("5xxErrorRate", Metric.AVERAGE, "5xx"))),
                new Graph("Transfer", List.of(cdn("BytesDownloaded", Metric.SUM, "to viewers"))));
    }

    static List<Graph> ofApp(String name) {
        return List.of(
                new Graph("Requests", List.of(app(name, "Requests", Metric.SUM, "requests"))),
                new Graph(
                        "Errors",
                        List.of(app(name, "4xxErrors", Metric.SUM, "4xx"), app(name, "5xxErrors", Metric.SUM, "5xx"))),
                new Graph("Latency", List.of(app(name, "Latency", Metric.AVERAGE, "average"))),
                new Graph("Transfer", List.of(app(name, "BytesDownloaded", Metric.SUM, "to viewers"))));
    }

    private static Line cdn(String metric, String statistic, String label) {
        return Line.of(Subject.CDN, Metric.cdn(metric).as(statistic), label);
    }

    private static Line app(String name, String metric, String statistic, String label) {
        return Line.of(Subject.app(name), Metric.app(metric).as(statistic), label);
    }
}
