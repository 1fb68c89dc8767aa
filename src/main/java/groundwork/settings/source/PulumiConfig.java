package groundwork.settings.source;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.pulumi.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The configuration of a program that the Pulumi engine runs. The SDK can't list its keys; the language host passes them on. */
public final class PulumiConfig {
    private static final String ALL = "PULUMI_CONFIG";
    private static final String SECRET_KEYS = "PULUMI_CONFIG_SECRET_KEYS";

    private PulumiConfig() {}

    public static Configuration of(Context context) {
        return of(context.projectName(), context.stackName(), System.getenv());
    }

    static Configuration of(String project, String stack, Map<String, String> environment) {
        return new Configuration(
                project,
                stack,
                new TreeMap<>(values(Optional.ofNullable(environment.get(ALL)))),
                keys(Optional.ofNullable(environment.get(SECRET_KEYS))),
                List.of());
    }

    private static Map<String, String> values(Optional<String> json) {
        return json.map(text -> JsonParser.parseString(text).getAsJsonObject().entrySet().stream()
                        .collect(toMap(
                                Map.Entry::getKey, entry -> entry.getValue().getAsString())))
                .orElse(Map.of());
    }

    private static Set<String> keys(Optional<String> json) {
        return json.map(text -> JsonParser.parseString(text).getAsJsonArray().asList().stream()
                        .map(JsonElement::getAsString)
                        .collect(toUnmodifiableSet()))
                .orElse(Set.of());
    }
}
