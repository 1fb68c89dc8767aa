package groundwork.offline.recording;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import groundwork.settings.problems.Problem;
import groundwork.values.Asset;
import groundwork.values.Reference;
import groundwork.values.Secret;
import groundwork.values.Unknown;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A recording as JSON: always the same text for the same program, and never a secret in it. */
public final class RecordingJson {
    private static final Gson JSON =
            new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

    private RecordingJson() {}

    public static String of(Recording recording) {
        var refusals = recording.refusals().stream()
                .map(refusal -> problem(refusal.where(), refusal.message()))
                .toList();
        return document(recording, refusals);
    }

    /** What is left to say of a stack whose settings have problems: nothing was registered. */
    public static String ofProblems(String project, String stack, List<Problem> problems) {
        var nothing = new Recording(project, stack, List.of(), Map.of(), List.of(), List.of(), List.of());
        return document(
                nothing,
                problems.stream()
                        .map(problem -> problem(problem.path(), problem.message()))
                        .toList());
    }

    private static String document(Recording recording, List<Map<String, String>> problems) {
        var document = new LinkedHashMap<String, Object>();
        document.put("project", recording.project());
        document.put("stack", recording.stack());
        document.put(
                "resources",
                recording.resources().stream().map(RecordingJson::resource).toList());
        document.put("outputs", shown(recording.outputs()));
        document.put("problems", problems);
        document.put("warnings", recording.warnings());
        document.put("notes", recording.notes());
        return JSON.toJson(document);
    }

    private static Map<String, Object> resource(Recorded resource) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("urn", resource.urn());
        shown.put("type", resource.type());
        shown.put("name", resource.name());
        shown.put("parent", resource.parent());
        shown.put("custom", resource.custom());
        resource.id().ifPresent(id -> shown.put("id", id));
        shown.put("inputs", shown(resource.inputs()));
        shown.put("outputs", shown(resource.outputs()));
        shown.put("dependencies", resource.dependencies());
        shown.put("propertyDependencies", resource.propertyDependencies());
        shown.put("protect", resource.protect());
        shown.put("ignoreChanges", resource.ignoreChanges());
        return shown;
    }

    private static Map<String, String> problem(String path, String message) {
        var problem = new LinkedHashMap<String, String>();
        problem.put("path", path);
        problem.put("message", message);
        return problem;
    }

    private static Object shown(Object value) {
        if (value instanceof Secret || value instanceof Unknown || value instanceof Reference) {
            return value.toString();
        }
        if (value instanceof Asset asset) {
            return shown(asset.described());
        }
        if (value instanceof Map<?, ?> map) {
            SortedMap<String, Object> sorted = new TreeMap<>();
            map.forEach((key, inner) -> sorted.put((String) key, shown(inner)));
            return sorted;
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(RecordingJson::shown).toList();
        }
        return value;
    }
}
