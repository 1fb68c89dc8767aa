package groundwork.settings.source;

import static java.util.stream.Collectors.toMap;

import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.pulumi.Context;
import groundwork.settings.Region;
import groundwork.settings.StackSettings;
import groundwork.settings.reader.Block;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The configuration of a running program. Its keys can't be listed through the SDK, but the language host passes them on. */
public final class PulumiConfig {
    private static final String ALL = "PULUMI_CONFIG";
    private static final String SECRET_KEYS = "PULUMI_CONFIG_SECRET_KEYS";

    private PulumiConfig() {}

    public static Map<String, String> of(Context ctx) {
        var config = new HashMap<>(passedOn(Optional.ofNullable(System.getenv(ALL))));
        var ours = ctx.config("groundwork");
        for (var name : Block.of(StackSettings.class).names()) {
            ours.get(name).ifPresent(text -> config.put(ConfigTree.NAMESPACE + name, text));
        }
        ctx.config("aws").get("region").ifPresent(region -> config.put(Region.KEY, region));
        return config;
    }

    /** The engine hands values over opened, and says of which keys some were encrypted. */
    public static boolean isEncrypted(String key) {
        return Optional.ofNullable(System.getenv(SECRET_KEYS))
                .map(JsonParser::parseString)
                .filter(keys -> keys.getAsJsonArray().contains(new JsonPrimitive(ConfigTree.NAMESPACE + key)))
                .isPresent();
    }

    static Map<String, String> passedOn(Optional<String> json) {
        return json.map(text -> JsonParser.parseString(text).getAsJsonObject().entrySet().stream()
                        .collect(toMap(
                                Map.Entry::getKey, entry -> entry.getValue().getAsString())))
                .orElse(Map.of());
    }
}
