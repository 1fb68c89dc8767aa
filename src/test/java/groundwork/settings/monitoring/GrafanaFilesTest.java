package groundwork.settings.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import groundwork.plan.names.NameRule;
import groundwork.plan.names.Names;
import groundwork.settings.StackText;
import groundwork.settings.text.YamlTree;
import groundwork.settings.units.FileText;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Grafana finds in its task fits together. */
class GrafanaFilesTest {
    private static final String PROVISIONING = "/config/provisioning/";
    private static final String DASHBOARDS = "/config/dashboards/";
    private static final int WIDTH = 24;

    private final Map<String, FileText> files = StackText.settings("groundwork:monitoring: {}")
            .services()
            .get("grafana")
            .files();

    @Test
    void bothSourcesAreProvisioned() {
        assertThat(sources()).containsExactlyInAnyOrder("cloudwatch", "prometheus");
        assertThat(files.get(PROVISIONING + "datasources/prometheus.yaml").text())
                .contains("url: $PROMETHEUS_URL");
    }

    @Test
    void dashboardsAreWhereTheProviderLooks() {
        assertThat(files.get(PROVISIONING + "dashboards/dashboards.yaml").text())
                .contains("path: " + DASHBOARDS.substring(0, DASHBOARDS.length() - 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"services", "aws"})
    void everyPanelAsksAProvisionedSource(String name) {
        for (var panel : panels(name)) {
            assertThat(source(panel)).isIn(sources());
            assertThat(objects(panel.getAsJsonArray("targets")))
                    .isNotEmpty()
                    .allSatisfy(target -> assertThat(source(target)).isEqualTo(source(panel)))
                    .allSatisfy(target -> assertThat(target.has("expr") || target.has("metricName"))
                            .isTrue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"services", "aws"})
    void panelsAreToldApartAndDoNotOverlap(String name) {
        var ids = new HashSet<Integer>();
        var taken = new HashSet<List<Integer>>();
        for (var panel : panels(name)) {
            assertThat(ids.add(panel.get("id").getAsInt())).isTrue();
            var place = panel.getAsJsonObject("gridPos");
            int x = place.get("x").getAsInt();
            int y = place.get("y").getAsInt();
            int right = x + place.get("w").getAsInt();
            assertThat(right).isLessThanOrEqualTo(WIDTH);
            for (int column = x; column < right; column++) {
                for (int row = y; row < y + place.get("h").getAsInt(); row++) {
                    assertThat(taken.add(List.of(column, row)))
                            .as(panel.get("title").getAsString())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void dashboardOfServicesShowsWhatServicesAreAskedToMeasure() {
        assertThat(panels("services"))
                .extracting(panel -> panel.get("title").getAsString())
                .startsWith(
                        "Requests by endpoint",
                        "Response time",
                        "Errors by status",
                        "Active sessions",
                        "Duration of database queries",
                        "Requests by service");
    }

    @Test
    void itShowsNodeJsAndNginxByTheMetricsOfTheirUsualExporters() {
        assertThat(figures("Heap of Node.js"))
                .containsExactly("nodejs_heap_size_used_bytes", "nodejs_heap_size_total_bytes");
        assertThat(figures("Garbage collection of Node.js")).containsExactly("nodejs_gc_duration_seconds_sum");
        assertThat(figures("Event loop lag of Node.js"))
                .containsExactly("nodejs_eventloop_lag_seconds", "nodejs_eventloop_lag_p99_seconds");
        assertThat(figures("Connections of nginx"))
                .containsExactly("nginx_connections_active", "nginx_connections_waiting");
        assertThat(figures("Requests of nginx")).containsExactly("nginx_http_requests_total");
        assertThat(figures("nginx answers its exporter")).containsExactly("nginx_up");
    }

    @Test
    void countersOfNginxAndPausesAreShownByTheSecond() {
        assertThat(expressions("Requests of nginx"))
                .containsExactly("sum by (job) (rate(nginx_http_requests_total{job=~\"$service\"}[5m]))");
        assertThat(expressions("Garbage collection of Node.js"))
                .containsExactly(
                        "sum by (job, instance, kind) (rate(nodejs_gc_duration_seconds_sum{job=~\"$service\"}[5m]))");
    }

    @Test
    void dashboardOfAwsShowsTheServicesOfThisStackOnly() {
        var clusters = panels("aws").stream()
                .flatMap(panel -> objects(panel.getAsJsonArray("targets")))
                .map(target -> target.getAsJsonObject("dimensions"))
                .filter(dimensions -> dimensions.has("ClusterName"))
                .map(dimensions -> dimensions.get("ClusterName").getAsString());
        assertThat(clusters).containsExactly(cluster(), cluster(), cluster());
    }

    /** As the cluster is named when it is created. */
    private static String cluster() {
        return new Names("shop", "test").of(NameRule.CLUSTER);
    }

    @Test
    void noFileKeepsAPlaceholder() {
        assertThat(files.values()).noneMatch(file -> file.text().contains("{cluster}"));
    }

    @Test
    void everyAlertLooksAtAFigureAndAThresholdOfIt() {
        var alerts = yaml(PROVISIONING + "alerting/alerts.yaml");
        var rules = objects(alerts.getAsJsonArray("groups"))
                .flatMap(group -> objects(group.getAsJsonArray("rules")))
                .toList();
        assertThat(rules).hasSize(3).allSatisfy(rule -> {
            var data = objects(rule.getAsJsonArray("data")).toList();
            assertThat(data)
                    .extracting(query -> query.get("refId").getAsString())
                    .containsExactly("figure", rule.get("condition").getAsString());
            assertThat(data.get(0).get("datasourceUid").getAsString()).isEqualTo("prometheus");
            assertThat(data.get(1).getAsJsonObject("model").get("expression").getAsString())
                    .isEqualTo("figure");
        });
    }

    private List<String> sources() {
        return Stream.of("cloudwatch", "prometheus")
                .map(name -> yaml(PROVISIONING + "datasources/" + name + ".yaml"))
                .flatMap(file -> objects(file.getAsJsonArray("datasources")))
                .map(source -> source.get("uid").getAsString())
                .toList();
    }

    private List<JsonObject> panels(String dashboard) {
        var file = files.get(DASHBOARDS + dashboard + ".json").text();
        return objects(JsonParser.parseString(file).getAsJsonObject().getAsJsonArray("panels"))
                .toList();
    }

    private List<String> expressions(String title) {
        return panels("services").stream()
                .filter(panel -> panel.get("title").getAsString().equals(title))
                .flatMap(panel -> objects(panel.getAsJsonArray("targets")))
                .map(target -> target.get("expr").getAsString())
                .toList();
    }

    private List<String> figures(String title) {
        return expressions(title).stream()
                .map(expression -> expression.replaceAll(".*?\\b((?:nodejs|nginx)_\\w+)\\{.*", "$1"))
                .toList();
    }

    private JsonObject yaml(String path) {
        return YamlTree.parse(files.get(path).text(), path).getAsJsonObject();
    }

    private static String source(JsonObject part) {
        return part.getAsJsonObject("datasource").get("uid").getAsString();
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonElement::getAsJsonObject);
    }
}
