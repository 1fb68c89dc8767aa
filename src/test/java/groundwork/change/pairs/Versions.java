package groundwork.change.pairs;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import groundwork.change.versions.Version;
import groundwork.settings.problems.SettingsException;
import groundwork.settings.source.Configuration;
import java.util.Optional;
import java.util.TreeMap;

/** Stack files as trees, read as the program reads them. */
final class Versions {
    private Versions() {}

    /** Nothing where the settings have problems. */
    static Optional<Version> of(JsonObject config) {
        var values = new TreeMap<String, String>();
        config.entrySet().forEach(entry -> values.put(entry.getKey(), handedOver(entry.getValue())));
        try {
            return Optional.of(Version.read(Configuration.of("groundwork", "test", values)));
        } catch (SettingsException invalid) {
            return Optional.empty();
        }
    }

    private static String handedOver(JsonElement value) {
        if (value instanceof JsonNull) {
            return "";
        }
        return value instanceof JsonPrimitive text ? text.getAsString() : value.toString();
    }
}
