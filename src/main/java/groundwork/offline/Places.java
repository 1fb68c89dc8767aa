package groundwork.offline;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import groundwork.offline.recording.Urns;
import groundwork.simulated.Place;
import groundwork.values.Path;
import groundwork.values.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Where each provider of a program works; resources without one use the stack's configuration. */
final class Places {
    private static final String PROVIDER = "pulumi:providers:aws";

    private final Place usual;
    private final Map<String, Place> byProvider = new ConcurrentHashMap<>();

    Places(Map<String, String> config) {
        usual = place(
                Optional.ofNullable(config.get("aws:region")).orElse(Place.DEFAULT_REGION),
                config.get("aws:defaultTags"));
    }

    void register(String urn, String type, Map<String, Object> inputs) {
        if (type.equals(PROVIDER)) {
            String region = Path.parse("region")
                    .in(inputs)
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .orElse(usual.region());
            byProvider.put(urn, place(region, Secret.unwrap(inputs.get("defaultTags"))));
        }
    }

    Place of(String providerReference) {
        return byProvider.getOrDefault(Urns.ofProvider(providerReference), usual);
    }

    private static Place place(String region, Object defaultTags) {
        var tags = new TreeMap<String, String>();
        if (defaultTags instanceof String json) {
            JsonElement own = JsonParser.parseString(json).getAsJsonObject().get("tags");
            if (own != null && own.isJsonObject()) {
                own.getAsJsonObject()
                        .entrySet()
                        .forEach(tag -> tags.put(tag.getKey(), tag.getValue().getAsString()));
            }
        }
        return new Place(Place.SAMPLE_ACCOUNT, region, tags);
    }
}
