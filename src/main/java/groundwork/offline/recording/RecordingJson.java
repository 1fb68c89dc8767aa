package groundwork.offline.recording;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import groundwork.settings.problems.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A recording as JSON: always the same text for the same program, and never a secret in it. */
public final class RecordingJson {
    private static final Gson JSON = new GsonBuilder()
            .disableHtmlEscaping()
            .serializeNulls()
            .setPrettyPrinting()
            .create();

    private RecordingJson() {}

    public static String of(Recording recording) {
        return of(recording, JsonNull.INSTANCE);
    }

    /** {@code policy} is what the policy pack says of it. */
    public static String of(Recording recording, JsonElement policy) {
        var refusals = recording.refusals().stream()
                .map(refusal -> problem(refusal.where(), refusal.message()))
                .toList();
        return document(recording, refusals, policy);
    }

    /** What is left to say of a stack whose settings have problems: nothing was registered. */
    public static String ofProblems(String project, String stack, List<Problem> problems) {
        var nothing = new Recording(project, stack, List.of(), Map.of(), List.of(), List.of(), List.of());
        return document(
                nothing,
                problems.stream()
                        .map(problem -> problem(problem.path(), problem.message()))
                        .toList(),
                JsonNull.INSTANCE);
    }

    private static String document(Recording recording, List<Map<String, String>> problems, JsonElement policy) {
        var document = new LinkedHashMap<String, Object>();
        document.put("project", recording.project());
        document.put("stack", recording.stack());
        document.put(
                "resources",
                recording.resources().stream()
                        .map(resource -> PlainResource.of(resource, Object::toString))
                        .toList());
        document.put("outputs", PlainResource.value(recording.outputs(), Object::toString));
        document.put("problems", problems);
        document.put("warnings", recording.warnings());
        document.put("notes", recording.notes());
        document.put("policy", policy);
        return JSON.toJson(document);
    }

    private static Map<String, String> problem(String path, String message) {
        var problem = new LinkedHashMap<String, String>();
        problem.put("path", path);
        problem.put("message", message);
        return problem;
    }
}
