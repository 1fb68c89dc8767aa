package groundwork.compute.apprunner;

import groundwork.watch.Alarm;
import groundwork.watch.Graph;
import groundwork.watch.Metric;
import groundwork.watch.ServiceWatch;
import groundwork.watch.Source;
import groundwork.watch.Subject;
import groundwork.watch.Watched;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Services on App Runner that fail, are slow or too busy. */
record RunnerWatch(ServiceWatch service) {
    private static final String ERRORS = "5xxStatusResponses";
    private static final String LATENCY = "RequestLatency";
    private static final String CPU_ADVICE = "First see on the dashboard whether requests rose with it: "
            + "if so, lower its tasks.concurrency or raise tasks.max; if not, deploy the image before the last.";

    Watched plan() {
        var alarms = List.of(
                errors(),
                service.slow(metrics().metric(LATENCY), Duration::toMillis),
                service.cpu(CPU_ADVICE),
                service.memory("instances"));
        return new Watched(List.of(new Subject("service", service.name(), alarms)), service.name(), graphs());
    }

    private Source metrics() {
        return service.metrics();
    }

    private List<Graph> graphs() {
        var graphs = new ArrayList<>(List.of(
                Graph.of("Requests", metrics().sum("Requests", "requests")),
                new Graph(
                        "Response time",
                        Metric.PERCENTILES.stream()
                                .map(percentile ->
                                        metrics().metric(LATENCY).as(percentile).line(percentile))
                                .toList()),
                Graph.of(
                        "Errors",
                        metrics().sum("4xxStatusResponses", "4xx"),
                        metrics().sum(ERRORS, "5xx")),
                Graph.of(
                        "Instances",
                        metrics().metric("ActiveInstances").maximum().line("active"))));
        graphs.addAll(service.load());
        graphs.addAll(service.reported());
        return graphs;
    }

    private Alarm errors() {
        var rule = service.rules().alarms().serverErrors();
        return Alarm.above(
                "errors",
                metrics().metric(ERRORS),
                rule,
                "More than {threshold} responses of %s with a 5xx status {counted}. First read its application log in App Runner; deploy the image before it if a deployment came just before."
                        .formatted(service.name()));
    }
}
