package groundwork.change.causes;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import groundwork.settings.problems.Problems;
import groundwork.settings.source.ConfigTree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The settings in which two versions of a stack's configuration differ: each as deep in the file as it can be told. */
public record ChangedSettings(List<ChangedSetting> all) {
    private static final int MOST = 8;
    private static final int ENTRY = 2;

    public ChangedSettings {
        all = List.copyOf(all);
    }

    public static ChangedSettings between(Map<String, String> before, Map<String, String> after) {
        var changed = new ArrayList<ChangedSetting>();
        collect(tree(before), tree(after), List.of(), changed);
        return new ChangedSettings(changed.size() <= MOST ? changed : byEntry(changed));
    }

    /** Whole entries such as {@code services.app}, where there are too many to look at each. */
    private static List<ChangedSetting> byEntry(List<ChangedSetting> changed) {
        Set<List<Object>> entries = new LinkedHashSet<>();
        changed.forEach(setting -> entries.add(
                setting.path().subList(0, Math.min(ENTRY, setting.path().size()))));
        return entries.stream().map(ChangedSetting::new).toList();
    }

    private static void collect(
            JsonElement before, JsonElement after, List<Object> path, List<ChangedSetting> changed) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before instanceof JsonObject one && after instanceof JsonObject other) {
            var keys = new TreeSet<>(one.keySet());
            keys.addAll(other.keySet());
            keys.forEach(key -> collect(one.get(key), other.get(key), with(path, key), changed));
        } else if (before instanceof JsonArray one && after instanceof JsonArray other && one.size() == other.size()) {
            for (int index = 0; index < one.size(); index++) {
                collect(one.get(index), other.get(index), with(path, index), changed);
            }
        } else {
            changed.add(new ChangedSetting(path));
        }
    }

    private static List<Object> with(List<Object> path, Object step) {
        var longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    /** Settings as a tree, and what other namespaces have beside them. */
    static JsonObject tree(Map<String, String> values) {
        var tree = ConfigTree.of(values, new Problems());
        values.forEach((key, value) -> {
            if (!key.startsWith(ConfigTree.NAMESPACE)) {
                tree.add(key, new JsonPrimitive(value));
            }
        });
        return tree;
    }

    /** The reverse of {@link #tree}. */
    static Map<String, String> values(JsonObject tree) {
        var values = new TreeMap<String, String>();
        tree.entrySet().forEach(entry -> {
            var key = entry.getKey().contains(":") ? entry.getKey() : ConfigTree.NAMESPACE + entry.getKey();
            var value = entry.getValue();
            values.put(
                    key,
                    value instanceof JsonNull
                            ? ""
                            : value instanceof JsonPrimitive text ? text.getAsString() : value.toString());
        });
        return values;
    }
}
