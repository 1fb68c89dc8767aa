package groundwork.observe.dashboard;

import static groundwork.aws.ResourceTypes.CLOUDWATCH_DASHBOARD;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recording;
import groundwork.values.Unknown;
import groundwork.watch.Watching;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class DashboardTest {

    private final Recording shop = Watching.record(Watching.SHOP, Ids.KNOWN);
    private final List<JsonObject> widgets = widgets(shop);

    @Test
    void isNamedAfterTheStack() {
        assertThat(shop.named(CLOUDWATCH_DASHBOARD, "dashboard-dashboard").text("dashboardName"))
                .isEqualTo("shop-test");
    }

    @Test
    void beginsWithEveryAlarm() {
        var alarms = shop.ofType("aws:cloudwatch/metricAlarm:MetricAlarm").stream()
                .map(alarm -> alarm.text("arn"))
                .toList();
        var first = widgets.get(0);

        assertThat(first.get("type").getAsString()).isEqualTo("alarm");
        assertThat(texts(first.getAsJsonObject("properties").getAsJsonArray("alarms")))
                .containsExactlyInAnyOrderElementsOf(alarms);
    }

    @Test
    void everyWidgetHasItsPlaceAndEveryGraphItsRegion() {
        assertThat(widgets).allSatisfy(widget -> assertThat(widget.keySet())
                .containsExactlyInAnyOrder("type", "x", "y", "width", "height", "properties"));
        assertThat(widgets)
                .filteredOn(widget -> widget.get("type").getAsString().equals("metric"))
                .allSatisfy(widget -> assertThat(widget.getAsJsonObject("properties")
                                .get("region")
                                .getAsString())
                        .isEqualTo("us-east-1"));
    }

    @Test
    void aGraphIsWrittenAsCloudWatchReadsIt() {
        assertThat(widgets)
                .contains(json("{'x': 0, 'y': 20, 'width': 6, 'height': 6, 'type': 'metric', 'properties': {"
                        + "'title': 'Tasks', 'region': 'us-east-1', 'view': 'timeSeries', 'stacked': false, 'period': 60,"
                        + "'metrics': ["
                        + "['ECS/ContainerInsights', 'DesiredTaskCount', 'ClusterName', 'shop-test', 'ServiceName', 'shop-test-app',"
                        + " {'stat': 'Average', 'label': 'desired'}],"
                        + "['ECS/ContainerInsights', 'RunningTaskCount', 'ClusterName', 'shop-test', 'ServiceName', 'shop-test-app',"
                        + " {'stat': 'Average', 'label': 'running'}]]}}"));
    }

    @Test
    void whatAServiceReportsItselfIsFoundByItsName() {
        var graph = widgets.stream()
                .map(widget -> widget.getAsJsonObject("properties"))
                .filter(properties -> properties.has("title")
                        && properties.get("title").getAsString().equals("QueueSize"))
                .findFirst()
                .orElseThrow();

        assertThat(graph.get("metrics"))
                .isEqualTo(JsonParser.parseString(
                        "[['shop/test', 'QueueSize', 'Service', 'worker', {'stat': 'Average', 'label': 'average'}],"
                                + "['shop/test', 'QueueSize', 'Service', 'worker',"
                                + " {'stat': 'Sum', 'label': 'sum', 'yAxis': 'right'}]]"));
    }

    @Test
    void aPreviewWaitsForTheAlarms() {
        var preview = Watching.record(Watching.SHOP, Ids.UNKNOWN);

        assertThat(preview.named(CLOUDWATCH_DASHBOARD, "dashboard-dashboard").get("dashboardBody"))
                .isEqualTo(Unknown.UNKNOWN);
    }

    @Test
    void thereMayBeNone() {
        var without = Watching.record(Watching.SHOP + "groundwork:observability: { dashboard: false }\n", Ids.KNOWN);

        assertThat(without.ofType(CLOUDWATCH_DASHBOARD)).isEmpty();
    }

    private static List<JsonObject> widgets(Recording recording) {
        var body = recording.named(CLOUDWATCH_DASHBOARD, "dashboard-dashboard").text("dashboardBody");
        return elements(JsonParser.parseString(body).getAsJsonObject().getAsJsonArray("widgets")).stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    private static List<String> texts(JsonArray array) {
        return elements(array).stream().map(JsonElement::getAsString).toList();
    }

    private static List<JsonElement> elements(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
