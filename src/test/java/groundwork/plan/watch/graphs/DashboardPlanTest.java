package groundwork.plan.watch.graphs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import groundwork.plan.edge.RoutePlan;
import groundwork.plan.names.Names;
import groundwork.plan.watch.Dimension;
import groundwork.plan.watch.Metric;
import groundwork.plan.watch.Subject;
import groundwork.plan.watch.alarms.AlarmPlan;
import groundwork.plan.watch.graphs.Widget.AlarmStates;
import groundwork.plan.watch.graphs.Widget.Graph;
import groundwork.plan.watch.graphs.Widget.Heading;
import groundwork.plan.watch.graphs.Widget.Line;
import groundwork.settings.StackText;
import groundwork.settings.service.ServiceSettings.Platform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DashboardPlanTest {
    private static final String SHOP =
            """
            groundwork:environment: production
            groundwork:services:
              app: { image: "app:1.0.0", port: 80, routes: [ { path: /* }, { path: /ws/*, sticky: 1d } ] }
              worker: { image: "worker:1.0.0", metrics: [QueueSize, ProcessingTime, FailedJobs] }
            groundwork:databases: { db: {}, lake: { engine: aurora-postgres } }
            groundwork:caches: { cache: { replicas: 1 } }
            groundwork:queues: { jobs: {} }
            """;

    private final List<Placed> widgets = widgets(SHOP);

    @Example
    void saysHowMuchFindsNoRoom() {
        var services = IntStream.range(0, 400).mapToObj("s%d: {}"::formatted).collect(joining(", ", "{ ", " }"));

        var widgets = widgets("groundwork:environment: production\ngroundwork:services: " + services);

        assertThat(widgets).hasSize(500);
        assertThat(widgets.get(499).widget())
                .asInstanceOf(type(Heading.class))
                .extracting(Heading::text)
                .asString()
                .matches("\\d+ more find no room on a dashboard");
    }

    @Example
    void goesFromAlarmsToWhatServicesRestOn() {
        assertThat(widgets.get(0).widget()).isEqualTo(new AlarmStates(0, 28));
        assertThat(widgets)
                .extracting(Placed::widget)
                .filteredOn(Heading.class::isInstance)
                .extracting(heading -> ((Heading) heading).text())
                .containsExactly("Entrance", "app", "worker", "db", "lake", "cache", "jobs", "NAT gateways");
    }

    @Example
    void aWebServiceShowsRequestsAnswersAndTasks() {
        assertThat(section("app"))
                .extracting(Graph::title)
                .containsExactly("Targets", "Requests", "Response time", "Errors", "Tasks", "CPU", "Memory", "Network");
        assertThat(graph("app", "Targets").lines())
                .extracting(Line::subject, line -> line.metric().name(), Line::label)
                .containsExactly(
                        tuple(Subject.targets("app"), "HealthyHostCount", "app healthy"),
                        tuple(Subject.targets("app"), "UnHealthyHostCount", "app unhealthy"),
                        tuple(Subject.targets("app-sticky-1d"), "HealthyHostCount", "app-sticky-1d healthy"),
                        tuple(Subject.targets("app-sticky-1d"), "UnHealthyHostCount", "app-sticky-1d unhealthy"));
        assertThat(figures("app", "Requests")).startsWith("RequestCount Sum");
        assertThat(figures("app", "Response time"))
                .startsWith(
                        "TargetResponseTime p50",
                        "TargetResponseTime p90",
                        "TargetResponseTime p95",
                        "TargetResponseTime p99");
        assertThat(figures("app", "Network")).containsExactly("NetworkRxBytes Average", "NetworkTxBytes Average");
        assertThat(figures("app", "Errors"))
                .startsWith("HTTPCode_Target_4XX_Count Sum", "HTTPCode_Target_5XX_Count Sum");
        assertThat(figures("app", "Tasks")).containsExactly("DesiredTaskCount Average", "RunningTaskCount Average");
        assertThat(figures("app", "CPU")).containsExactly("CPUUtilization Average", "CPUUtilization Maximum");
        assertThat(figures("app", "Memory")).containsExactly("MemoryUtilization Average", "MemoryUtilization Maximum");
    }

    @Example
    void aWorkerShowsWhatItReportsItself() {
        assertThat(section("worker"))
                .extracting(Graph::title)
                .containsExactly("Tasks", "CPU", "Memory", "Network", "QueueSize", "ProcessingTime", "FailedJobs");
        var metric = new Metric("shop/prod", "QueueSize", List.of(Dimension.APPLICATION), "Average");
        assertThat(graph("worker", "QueueSize").lines())
                .containsExactly(
                        new Line(Subject.service("worker"), metric, "average", false),
                        new Line(Subject.service("worker"), metric.as("Sum"), "sum", true));
    }

    @Example
    void withoutContainerInsightsRunningTasksAreCountedByTheirReports() {
        var plain = widgets(SHOP + "groundwork:observability: { insights: false }\n");

        assertThat(plain)
                .extracting(Placed::widget)
                .contains(new Graph(
                        "Tasks",
                        List.of(Line.of(
                                Subject.service("worker"),
                                Metric.service("CPUUtilization").as("SampleCount"),
                                "running"))));
    }

    @Example
    void dataIsShownByItsOwnFigures() {
        assertThat(section("db"))
                .extracting(Graph::title)
                .containsExactly("Connections", "CPU", "Freeable memory", "Latency", "Free storage");
        assertThat(figures("lake", "Replica lag")).containsExactly("AuroraReplicaLagMaximum Average");
        assertThat(figures("lake", "Latency")).containsExactly("ReadLatency Average", "WriteLatency Average");
        assertThat(graph("lake", "Latency").lines().get(0).metric().dimensions())
                .containsExactly(Dimension.DATABASE_CLUSTER);
        assertThat(section("cache")).extracting(Graph::title).containsExactly("CPU", "Memory", "Evictions", "Hit rate");
        assertThat(graph("cache", "Hit rate").lines())
                .extracting(Line::subject)
                .containsExactly(Subject.cache("cache", 1), Subject.cache("cache", 2));
        assertThat(section("jobs"))
                .extracting(Graph::title)
                .containsExactly("Messages", "Oldest message", "Dead letters");
    }

    @Example
    void frontsShowRequestsErrorsAndTransfer() {
        var fronts = widgets(
                """
                groundwork:environment: production
                groundwork:cdn: {}
                groundwork:apps: { front: { source: https://github.com/a/b, branches: { main: production } } }
                groundwork:databases: { db: { replicas: 2 } }
                """);

        assertThat(section("CDN", fronts))
                .extracting(Graph::title)
                .containsExactly("Requests", "Errors (%)", "Transfer");
        assertThat(section("front", fronts))
                .extracting(Graph::title)
                .containsExactly("Requests", "Errors", "Latency", "Transfer");
        assertThat(section("db", fronts).get(5).lines())
                .extracting(Line::subject)
                .containsExactly(Subject.replica("db", 1), Subject.replica("db", 2));
    }

    @Example
    void natGatewaysShowWhatLeavesThroughEachOfThem() {
        var one = widgets(SHOP + "groundwork:network: { zones: 2, nat: per-zone }\n");

        assertThat(section("NAT gateways", one))
                .extracting(Graph::title)
                .containsExactly("Sent", "Received", "Connections without a free port");
        assertThat(section("NAT gateways", one))
                .flatExtracting(Graph::lines)
                .extracting(Line::subject, line -> line.metric().name(), Line::label)
                .containsExactly(
                        tuple(Subject.natGateway(1), "BytesOutToDestination", "gateway 1"),
                        tuple(Subject.natGateway(2), "BytesOutToDestination", "gateway 2"),
                        tuple(Subject.natGateway(1), "BytesInFromDestination", "gateway 1"),
                        tuple(Subject.natGateway(2), "BytesInFromDestination", "gateway 2"),
                        tuple(Subject.natGateway(1), "ErrorPortAllocation", "gateway 1"),
                        tuple(Subject.natGateway(2), "ErrorPortAllocation", "gateway 2"));
    }

    @Example
    void gatewaysThatAreNotOursAreNotShown() {
        assertThat(section("NAT gateways", widgets(SHOP + "groundwork:network: { nat: none }\n")))
                .isEmpty();
        assertThat(section("NAT gateways", widgets(SHOP + "groundwork:network: { builder: awsx }\n")))
                .isEmpty();
    }

    @Example
    void withoutAlarmsItShowsNone() {
        assertThat(widgets(SHOP + "groundwork:observability: { alarms: { enabled: false } }\n"))
                .extracting(Placed::widget)
                .noneMatch(AlarmStates.class::isInstance);
    }

    @Example
    void nothingOverlaps() {
        assertThat(overlaps(widgets)).isFalse();
    }

    @Example
    void anEmptyStackHasAnEmptyDashboard() {
        assertThat(widgets("groundwork:environment: production\n")).isEmpty();
    }

    @Property(tries = 200)
    void nothingOverlapsHoweverManyThereAre(@ForAll @Size(max = 60) List<@IntRange(max = 2) Integer> kinds) {
        var some = kinds.stream()
                .map(kind -> kind == 0 ? new Heading("") : kind == 1 ? new Graph("", List.of()) : new AlarmStates(0, 1))
                .toList();

        var placed = Placed.inRows(List.copyOf(some));

        assertThat(placed).extracting(Placed::widget).isEqualTo(some);
        assertThat(overlaps(placed)).isFalse();
        assertThat(placed).allMatch(widget -> widget.x() + widget.widget().width() <= 24);
    }

    private static boolean overlaps(List<Placed> placed) {
        var taken = new HashSet<List<Integer>>();
        return placed.stream().anyMatch(one -> IntStream.range(0, one.widget().width())
                .boxed()
                .flatMap(right -> IntStream.range(0, one.widget().height())
                        .mapToObj(down -> Arrays.asList(one.x() + right, one.y() + down)))
                .anyMatch(cell -> !taken.add(cell)));
    }

    private List<String> figures(String section, String title) {
        return graph(section, title).lines().stream()
                .map(line -> line.metric().name() + " " + line.metric().statistic())
                .toList();
    }

    private Graph graph(String section, String title) {
        return section(section).stream()
                .filter(graph -> graph.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private List<Graph> section(String name) {
        return section(name, widgets);
    }

    private static List<Graph> section(String name, List<Placed> widgets) {
        var section = new ArrayList<Graph>();
        boolean inside = false;
        for (var placed : widgets) {
            if (placed.widget() instanceof Heading heading) {
                inside = heading.text().equals(name);
            } else if (inside && placed.widget() instanceof Graph graph) {
                section.add(graph);
            }
        }
        return section;
    }

    private static List<Placed> widgets(String settings) {
        var read = StackText.settings(settings);
        var names = new Names("shop", "prod");
        var routes = RoutePlan.of(read.servicesOn(Platform.FARGATE));
        return DashboardPlan.of(names, read, routes, AlarmPlan.of(names, read, routes))
                .widgets();
    }
}
