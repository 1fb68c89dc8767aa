package groundwork.report.change;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import groundwork.change.Change;
import groundwork.change.Comparison;
import groundwork.change.hazards.Hazard;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A comparison as JSON: property names only, so that no value of a resource is in it. */
public final class DiffJson {
    private static final Gson JSON =
            new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

    private DiffJson() {}

    public static String of(Comparison comparison) {
        var document = new LinkedHashMap<String, Object>();
        document.put("created", changes(comparison.created()));
        document.put("updated", changes(comparison.updated()));
        document.put("replaced", changes(comparison.replaced()));
        document.put("deleted", changes(comparison.deleted()));
        document.put(
                "hazards", comparison.hazards().stream().map(DiffJson::hazard).toList());
        return JSON.toJson(document);
    }

    private static List<Map<String, Object>> changes(List<Change> changes) {
        return changes.stream().map(DiffJson::change).toList();
    }

    private static Map<String, Object> change(Change change) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("urn", change.urn());
        shown.put("type", change.type());
        shown.put("name", change.name());
        shown.put("properties", change.properties());
        shown.put("setting", change.setting());
        return shown;
    }

    private static Map<String, String> hazard(Hazard hazard) {
        var shown = new LinkedHashMap<String, String>();
        shown.put("kind", hazard.kind().toString());
        shown.put("resource", hazard.resource());
        shown.put("setting", hazard.setting());
        shown.put("message", hazard.message());
        shown.put("remedy", hazard.remedy());
        return shown;
    }
}
