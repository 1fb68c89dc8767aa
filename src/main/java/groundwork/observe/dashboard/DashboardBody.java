package groundwork.observe.dashboard;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import groundwork.aws.GlobalRegion;
import groundwork.observe.dashboard.Widget.AlarmStates;
import groundwork.observe.dashboard.Widget.Chart;
import groundwork.observe.dashboard.Widget.Heading;
import groundwork.watch.Graph;
import groundwork.watch.Source.Dimension;
import java.util.List;

/** A dashboard as CloudWatch wants it written. */
record DashboardBody(String region, List<String> alarmArns, List<Dimension> dimensions, List<String> values) {
    private static final int PERIOD_SECONDS = 60;

    String of(DashboardPlan plan) {
        var widgets = new JsonArray();
        plan.widgets().forEach(placed -> widgets.add(widget(placed)));
        var body = new JsonObject();
        body.add("widgets", widgets);
        return body.toString();
    }

    private JsonObject widget(Placed placed) {
        var widget = new JsonObject();
        widget.addProperty("x", placed.x());
        widget.addProperty("y", placed.y());
        widget.addProperty("width", placed.widget().width());
        widget.addProperty("height", placed.widget().height());
        if (placed.widget() instanceof Heading heading) {
            fill(widget, "text", heading(heading));
        } else if (placed.widget() instanceof AlarmStates states) {
            fill(widget, "alarm", states(states));
        } else if (placed.widget() instanceof Chart chart) {
            fill(widget, "metric", graph(chart.graph()));
        }
        return widget;
    }

    private static void fill(JsonObject widget, String type, JsonObject properties) {
        widget.addProperty("type", type);
        widget.add("properties", properties);
    }

    private static JsonObject heading(Heading heading) {
        var properties = new JsonObject();
        properties.addProperty("markdown", "## " + heading.text());
        return properties;
    }

    private JsonObject states(AlarmStates states) {
        var alarms = new JsonArray();
        alarmArns.subList(states.from(), states.to()).forEach(alarms::add);
        var properties = new JsonObject();
        properties.addProperty("title", "Alarms");
        properties.add("alarms", alarms);
        return properties;
    }

    private JsonObject graph(Graph graph) {
        var metrics = new JsonArray();
        graph.lines().forEach(line -> metrics.add(metric(line)));
        var properties = new JsonObject();
        properties.addProperty("title", graph.title());
        properties.addProperty("region", graph.isGlobal() ? GlobalRegion.NAME : region);
        properties.addProperty("view", "timeSeries");
        properties.addProperty("stacked", false);
        properties.addProperty("period", PERIOD_SECONDS);
        properties.add("metrics", metrics);
        return properties;
    }

    private JsonArray metric(Graph.Line line) {
        var metric = new JsonArray();
        metric.add(line.metric().source().namespace());
        metric.add(line.metric().name());
        for (var dimension : line.metric().source().dimensions()) {
            metric.add(dimension.name());
            metric.add(values.get(dimensions.indexOf(dimension)));
        }
        var options = new JsonObject();
        options.addProperty("stat", line.metric().statistic());
        options.addProperty("label", line.label());
        if (line.onSecondAxis()) {
            options.addProperty("yAxis", "right");
        }
        metric.add(options);
        return metric;
    }
}
