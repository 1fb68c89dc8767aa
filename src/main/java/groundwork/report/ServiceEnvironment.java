package groundwork.report;

import static groundwork.aws.ResourceTypes.SSM_PARAMETER;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.google.gson.GsonBuilder;
import groundwork.offline.recording.Recording;
import groundwork.settings.problems.Credentials;
import groundwork.settings.problems.Problem;
import groundwork.settings.problems.Problems;
import groundwork.settings.units.Sensitive;
import groundwork.values.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The variables of a service's main container: plain values as they are, secrets by the name of where they are kept; so are
 * plain parameters, which are fetched in the same way.
 */
public record ServiceEnvironment(
        SortedMap<String, String> variables, SortedMap<String, String> secrets, Set<String> parameters) {
    /** Of a parameter that the stack does not make itself; what follows is its name. */
    private static final Pattern PARAMETER_ARN = Pattern.compile("^arn:[^:]+:ssm:[^:]+:\\d+:parameter(?=/)");

    public static ServiceEnvironment of(Recording recording, String service) {
        var given = StartedWith.of(recording, service);
        var stores = storeNames(recording);
        var parameters = parameters(recording);
        var secrets = new TreeMap<String, String>();
        var plain = new TreeSet<String>();
        given.references().forEach((name, reference) -> {
            var store = store(stores, reference);
            secrets.put(name, store);
            if (parameters.contains(store)) {
                plain.add(name);
            }
        });
        var variables = new TreeMap<>(given.variables());
        variables.replaceAll((name, value) -> isWarnedOf(recording, service, name) ? Sensitive.MASK : value);
        return new ServiceEnvironment(variables, secrets, plain);
    }

    private static boolean isWarnedOf(Recording recording, String service, String variable) {
        var path = Problems.join("services." + service + ".environment", variable);
        return recording.warnings().contains(new Problem(path, Credentials.WARNING).toString());
    }

    public List<String> lines() {
        var lines = new TreeMap<String, String>();
        variables.forEach((name, value) -> lines.put(name, name + "=" + value));
        secrets.forEach((name, store) ->
                lines.put(name, name + (parameters.contains(name) ? "=[parameter] " : "=[secret] ") + store));
        return List.copyOf(lines.values());
    }

    public String json() {
        var shown = new LinkedHashMap<String, Map<String, String>>();
        shown.put("variables", variables);
        var stores = new TreeMap<>(secrets);
        stores.keySet().removeAll(parameters);
        shown.put("secrets", stores);
        var plain = new TreeMap<>(secrets);
        plain.keySet().retainAll(parameters);
        shown.put("parameters", plain);
        return new GsonBuilder()
                .disableHtmlEscaping()
                .setPrettyPrinting()
                .create()
                .toJson(shown);
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
        return recording.ofType(SSM_PARAMETER).stream()
                .filter(parameter -> parameter.text("type").equals("String"))
                .map(parameter -> parameter.text("name"))
                .collect(toUnmodifiableSet());
    }

    private static String store(Map<String, String> names, String valueFrom) {
        var key = valueFrom.endsWith("::") ? valueFrom.replaceAll("^.*:([^:]+)::$", "$1") : "";
        var arn = key.isEmpty() ? valueFrom : valueFrom.substring(0, valueFrom.length() - key.length() - 3);
        return names.getOrDefault(arn, PARAMETER_ARN.matcher(arn).replaceFirst("")) + (key.isEmpty() ? "" : " " + key);
    }
}
