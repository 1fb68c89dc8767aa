package groundwork.plugin;

import com.google.gson.JsonParser;
import groundwork.simulated.Place;
import groundwork.values.Secret;
import java.util.Map;
import java.util.TreeMap;

/** Where a provider works, as its configuration says. */
final class Configured {
    private Configured() {}

    static Place place(Map<String, Object> config) {
        var tags = new TreeMap<String, String>();
        if (Secret.unwrap(config.get("defaultTags")) instanceof String json) {
            var own = JsonParser.parseString(json).getAsJsonObject().getAsJsonObject("tags");
            own.entrySet().forEach(tag -> tags.put(tag.getKey(), tag.getValue().getAsString()));
        }
        return new Place(Place.SAMPLE_ACCOUNT, (String) config.getOrDefault("region", Place.DEFAULT_REGION), tags);
    }
}
