package groundwork.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import groundwork.offline.Ids;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GraphsTest {
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
    private static final String FRONTS =
            """
            groundwork:environment: production
            groundwork:cdn: {}
            groundwork:apps: { front: { source: https://github.com/a/b, branches: { main: production } } }
            groundwork:databases: { db: { replicas: 2 } }
            """;

    @Test
    void goesFromTheEntranceToWhatServicesRestOn() {
        assertThat(sections(SHOP))
                .containsExactly("Entrance", "app", "worker", "db", "lake", "cache", "jobs", "NAT gateways");
        assertThat(sections(FRONTS)).startsWith("CDN", "front", "db");
    }

    @Test
    void aWebServiceShowsRequestsAnswersAndTasks() {
        assertThat(graphs("app", SHOP).keySet())
                .containsExactly("Targets", "Requests", "Response time", "Errors", "Tasks", "CPU", "Memory", "Network");
        assertThat(graphs("app", SHOP).get("Targets"))
                .containsExactly(
                        "HealthyHostCount Maximum: app healthy",
                        "UnHealthyHostCount Maximum: app unhealthy",
                        "HealthyHostCount Maximum: app-sticky healthy",
                        "UnHealthyHostCount Maximum: app-sticky unhealthy");
        assertThat(graphs("app", SHOP).get("Requests"))
                .containsExactly("RequestCount Sum: app requests", "RequestCount Sum: app-sticky requests");
        assertThat(graphs("app", SHOP).get("Response time"))
                .startsWith(
                        "TargetResponseTime p50: app p50",
                        "TargetResponseTime p90: app p90",
                        "TargetResponseTime p95: app p95",
                        "TargetResponseTime p99: app p99");
        assertThat(graphs("app", SHOP).get("Errors"))
                .startsWith("HTTPCode_Target_4XX_Count Sum: app 4xx", "HTTPCode_Target_5XX_Count Sum: app 5xx");
        assertThat(graphs("app", SHOP).get("Network"))
                .containsExactly("NetworkRxBytes Average: received", "NetworkTxBytes Average: sent");
        assertThat(graphs("app", SHOP).get("Tasks"))
                .containsExactly("DesiredTaskCount Average: desired", "RunningTaskCount Average: running");
        assertThat(graphs("app", SHOP).get("CPU"))
                .containsExactly("CPUUtilization Average: average", "CPUUtilization Maximum: maximum");
        assertThat(graphs("app", SHOP).get("Memory"))
                .containsExactly("MemoryUtilization Average: average", "MemoryUtilization Maximum: maximum");
    }

    @Test
    void aWorkerShowsWhatItReportsItself() {
        assertThat(graphs("worker", SHOP).keySet())
                .containsExactly("Tasks", "CPU", "Memory", "Network", "QueueSize", "ProcessingTime", "FailedJobs");
        assertThat(graphs("worker", SHOP).get("QueueSize"))
                .containsExactly("QueueSize Average: average", "QueueSize Sum: sum");
    }

    @Test
    void aServiceOnAppRunnerShowsRequestsAndInstances() {
        var runner =
                """
                groundwork:environment: production
                groundwork:services:
                  web: { platform: app-runner, image: "web:1.0.0", port: 80, routes: [/*], metrics: [Carts] }
                """;

        assertThat(graphs("web", runner).keySet())
                .containsExactly("Requests", "Response time", "Errors", "Instances", "CPU", "Memory", "Carts");
        assertThat(graphs("web", runner).get("Instances")).containsExactly("ActiveInstances Maximum: active");
        assertThat(graphs("web", runner).get("Carts")).containsExactly("Carts Average: average", "Carts Sum: sum");
    }

    @Test
    void withoutContainerInsightsRunningTasksAreCountedByTheirReports() {
        var plain = SHOP + "groundwork:observability: { insights: false }\n";

        assertThat(graphs("worker", plain).get("Tasks")).containsExactly("CPUUtilization SampleCount: running");
        assertThat(graphs("worker", plain)).doesNotContainKey("Network");
    }

    @Test
    void dataIsShownByItsOwnMetrics() {
        assertThat(graphs("db", SHOP).keySet())
                .containsExactly("Connections", "CPU", "Freeable memory", "Latency", "Free storage");
        assertThat(graphs("lake", SHOP).get("Replica lag")).containsExactly("AuroraReplicaLagMaximum Average: slowest");
        assertThat(graphs("lake", SHOP).get("Latency"))
                .containsExactly("ReadLatency Average: read", "WriteLatency Average: write");
        assertThat(graphs("cache", SHOP).keySet()).containsExactly("CPU", "Memory", "Evictions", "Hit rate");
        assertThat(graphs("cache", SHOP).get("Hit rate"))
                .containsExactly("CacheHitRate Average: node 1", "CacheHitRate Average: node 2");
        assertThat(graphs("jobs", SHOP).keySet()).containsExactly("Messages", "Oldest message", "Dead letters");
    }

    @Test
    void frontsShowRequestsErrorsAndTransfer() {
        assertThat(graphs("CDN", FRONTS).keySet()).containsExactly("Requests", "Errors (%)", "Transfer");
        assertThat(graphs("front", FRONTS).keySet()).containsExactly("Requests", "Errors", "Latency", "Transfer");
        assertThat(graphs("db", FRONTS).get("Replica lag"))
                .containsExactly("ReplicaLag Average: replica 1", "ReplicaLag Average: replica 2");
    }

    @Test
    void natGatewaysShowWhatLeavesThroughEachOfThem() {
        var two = SHOP + "groundwork:network: { zones: 2, nat: per-zone }\n";

        assertThat(graphs("NAT gateways", two))
                .isEqualTo(Map.of(
                        "Sent",
                        List.of("BytesOutToDestination Sum: gateway 1", "BytesOutToDestination Sum: gateway 2"),
                        "Received",
                        List.of("BytesInFromDestination Sum: gateway 1", "BytesInFromDestination Sum: gateway 2"),
                        "Connections without a free port",
                        List.of("ErrorPortAllocation Sum: gateway 1", "ErrorPortAllocation Sum: gateway 2"),
                        "Dropped packets",
                        List.of("PacketsDropCount Sum: gateway 1", "PacketsDropCount Sum: gateway 2")));
    }

    @Test
    void gatewaysThatAreNotOursAreNotShown() {
        assertThat(sections(SHOP + "groundwork:network: { nat: none }\n")).doesNotContain("NAT gateways");
        assertThat(sections(SHOP + "groundwork:network: { builder: awsx }\n")).doesNotContain("NAT gateways");
    }

    private static List<String> sections(String settings) {
        return List.copyOf(dashboard(settings).keySet());
    }

    private static Map<String, List<String>> graphs(String section, String settings) {
        return dashboard(settings).get(section);
    }

    /** By section and title: each line as {@code metric statistic: label}. */
    private static Map<String, Map<String, List<String>>> dashboard(String settings) {
        var body = Watching.record(settings, Ids.KNOWN)
                .named("aws:cloudwatch/dashboard:Dashboard", "dashboard-dashboard")
                .text("dashboardBody");
        var sections = new LinkedHashMap<String, Map<String, List<String>>>();
        Map<String, List<String>> section = new LinkedHashMap<>();
        for (var widget : JsonParser.parseString(body).getAsJsonObject().getAsJsonArray("widgets")) {
            var properties = widget.getAsJsonObject().getAsJsonObject("properties");
            if (properties.has("markdown")) {
                section = new LinkedHashMap<>();
                sections.put(properties.get("markdown").getAsString().replace("## ", ""), section);
            } else if (properties.has("metrics")) {
                section.put(properties.get("title").getAsString(), lines(properties.getAsJsonArray("metrics")));
            }
        }
        return sections;
    }

    private static List<String> lines(JsonArray metrics) {
        var lines = new ArrayList<String>();
        for (JsonElement metric : metrics) {
            var parts = metric.getAsJsonArray();
            JsonObject options = parts.get(parts.size() - 1).getAsJsonObject();
            lines.add("%s %s: %s"
                    .formatted(
                            parts.get(1).getAsString(),
                            options.get("stat").getAsString(),
                            options.get("label").getAsString()));
        }
        return lines;
    }
}
