package groundwork.report;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import groundwork.values.Secret;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The variables of a service's main container: plain values as they are, secrets by the name of where they are kept; so are
 * plain parameters, which are fetched in the same way.
 */
public record ServiceEnvironment(
        SortedMap<String, String> variables, SortedMap<String, String> secrets, Set<String> parameters) {
    private static final String SERVICE = "groundwork:compute:Service";
    private static final String PARAMETER = "aws:ssm/parameter:Parameter";
    private static final String TASK = "aws:ecs/taskDefinition:TaskDefinition";

    public static ServiceEnvironment of(Recording recording, String service) {
        var names = recording.ofType(SERVICE).stream().map(Recorded::name).toList();
        if (!names.contains(service)) {
            throw new IllegalArgumentException(
                    "no service is called %s; there are %s".formatted(service, String.join(", ", names)));
        }
        var container = mainContainer(recording.named(TASK, service + "-task"), service);
        var variables = new TreeMap<String, String>();
        pairs(container, "environment").forEach(pair -> variables.put(text(pair, "name"), text(pair, "value")));
        var stores = storeNames(recording);
        var parameters = parameters(recording);
        var secrets = new TreeMap<String, String>();
        var plain = new TreeSet<String>();
        for (var pair : pairs(container, "secrets")) {
            var store = store(stores, text(pair, "valueFrom"));
            secrets.put(text(pair, "name"), store);
            if (parameters.contains(store)) {
                plain.add(text(pair, "name"));
            }
        }
        return new ServiceEnvironment(variables, secrets, plain);
    }

    public List<String> lines() {
        var lines = new TreeMap<String, String>();
        variables.forEach((name, value) -> lines.put(name, name + "=" + value));
        secrets.forEach((name, store) ->
                lines.put(name, name + (parameters.contains(name) ? "=[parameter] " : "=[secret] ") + store));
        return List.copyOf(lines.values());
    }

    private static JsonObject mainContainer(Recorded task, String service) {
        return elements(JsonParser.parseString(task.text("containerDefinitions"))
                        .getAsJsonArray())
                .filter(container -> text(container, "name").equals(service))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> storeNames(Recording recording) {
        var names = new TreeMap<String, String>();
        recording.resources().stream()
                .filter(resource -> resource.outputs().containsKey("arn")
                        && resource.outputs().containsKey("name"))
                .forEach(resource ->
                        names.put(Secret.unwrap(resource.outputs().get("arn")).toString(), resource.text("name")));
        return names;
    }

    private static Set<String> parameters(Recording recording) {
        return recording.ofType(PARAMETER).stream()
                .filter(parameter -> parameter.text("type").equals("String"))
                .map(parameter -> parameter.text("name"))
                .collect(toUnmodifiableSet());
    }

    private static String store(Map<String, String> names, String valueFrom) {
        var key = valueFrom.endsWith("::") ? valueFrom.replaceAll("^.*:([^:]+)::$", "$1") : "";
        var arn = key.isEmpty() ? valueFrom : valueFrom.substring(0, valueFrom.length() - key.length() - 3);
        return names.getOrDefault(arn, arn) + (key.isEmpty() ? "" : " " + key);
    }

    private static Iterable<JsonObject> pairs(JsonObject container, String key) {
        return elements(container.getAsJsonArray(key)).toList();
    }

    private static Stream<JsonObject> elements(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonElement::getAsJsonObject);
    }

    private static String text(JsonObject object, String key) {
        return object.get(key).getAsString();
    }
}
