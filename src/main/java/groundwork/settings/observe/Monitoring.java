package groundwork.settings.observe;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import groundwork.files.TextResource;
import groundwork.settings.text.YamlTree;
import java.util.List;

/** What {@code monitoring} adds to a stack file, as if it had been written there; what is written wins. */
public final class Monitoring {
    private static final String FOLDER = "monitoring/";
    private static final String MONITORING = "monitoring";
    private static final String PROMETHEUS = "prometheus";
    private static final String GRAFANA = "grafana";
    private static final String SERVICES = "services";
    private static final String FILES = "files";

    /** Stands in the files for the name of the stack's ECS cluster. */
    private static final String CLUSTER = "{cluster}";

    private Monitoring() {}

    /** Gives the paths of what was added. The tree may be as wrong as people write it; others tell of that. */
    public static List<String> addTo(JsonObject tree, String serviceDomain, String cluster) {
        if (!(tree.get(MONITORING) instanceof JsonObject wanted)) {
            return List.of();
        }
        var services = YamlTree.parse(TextResource.read(FOLDER + "services.yaml"), "services.yaml")
                .getAsJsonObject();
        var additions = new Additions();
        boolean prometheus = isOn(wanted, PROMETHEUS);
        boolean grafana = isOn(wanted, GRAFANA);
        if (prometheus) {
            var jobs = ScrapeJobs.of(tree, serviceDomain);
            additions.merge(withTexts(services.getAsJsonObject(PROMETHEUS), jobs.text(), cluster), tree);
            additions.merge(linking(jobs), tree);
        }
        if (prometheus && grafana) {
            additions.merge(withTexts(services.getAsJsonObject("both"), "", cluster), tree);
        }
        if (grafana) {
            additions.merge(withTexts(services.getAsJsonObject(GRAFANA), "", cluster), tree);
        }
        return additions.paths();
    }

    private static boolean isOn(JsonObject wanted, String key) {
        return !(wanted.get(key) instanceof JsonPrimitive value
                && value.getAsString().equals("false"));
    }

    private static JsonObject linking(ScrapeJobs jobs) {
        var links = new JsonArray();
        for (var service : jobs.services()) {
            var link = new JsonObject();
            link.addProperty("to", service);
            link.addProperty("access", "scrape");
            links.add(link);
        }
        return under(SERVICES, under(PROMETHEUS, under("links", links)));
    }

    /** Names of files give way to what is in them. */
    private static JsonObject withTexts(JsonObject part, String jobs, String cluster) {
        for (var service : part.getAsJsonObject(SERVICES).entrySet()) {
            var files = service.getValue().getAsJsonObject().getAsJsonObject(FILES);
            for (var path : List.copyOf(files.keySet())) {
                var name = files.get(path).getAsString();
                var text = TextResource.read(FOLDER + name).replace(CLUSTER, cluster);
                files.addProperty(path, name.equals("prometheus.yml") ? text + jobs : text);
            }
        }
        return part;
    }

    private static JsonObject under(String key, JsonElement value) {
        var object = new JsonObject();
        object.add(key, value);
        return object;
    }
}
