package groundwork.simulated;

import groundwork.values.Secret;
import groundwork.values.Unknown;
import java.util.Map;
import java.util.TreeMap;

/** All tags a resource ends up with: the provider's, and its own on top. */
public final class Tags {
    private Tags() {}

    public static Object of(Place place, Object own) {
        if (Secret.unwrap(own) == Unknown.UNKNOWN) {
            return own;
        }
        var all = new TreeMap<String, Object>(place.tags());
        if (Secret.unwrap(own) instanceof Map<?, ?> tags) {
            tags.forEach((key, value) -> all.put((String) key, value));
        }
        return all;
    }
}
