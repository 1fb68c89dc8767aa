package groundwork.offline.recording;

import groundwork.values.Asset;
import groundwork.values.Reference;
import groundwork.values.Secret;
import groundwork.values.Unknown;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A recorded resource as plain data for JSON; whoever reads it says what becomes of secrets, unknown values and references. */
public final class PlainResource {
    private PlainResource() {}

    public static Map<String, Object> of(Recorded resource, UnaryOperator<Object> special) {
        var plain = new LinkedHashMap<String, Object>();
        plain.put("urn", resource.urn());
        plain.put("type", resource.type());
        plain.put("name", resource.name());
        plain.put("parent", resource.parent());
        plain.put("custom", resource.custom());
        plain.put("provider", Urns.ofProvider(resource.provider()));
        resource.id().ifPresent(id -> plain.put("id", id));
        plain.put("inputs", value(resource.inputs(), special));
        plain.put("outputs", value(resource.outputs(), special));
        plain.put("dependencies", resource.dependencies());
        plain.put("propertyDependencies", resource.propertyDependencies());
        plain.put("protect", resource.protect());
        plain.put("ignoreChanges", resource.ignoreChanges());
        return plain;
    }

    static Object value(Object value, UnaryOperator<Object> special) {
        if (value instanceof Secret || value instanceof Unknown || value instanceof Reference) {
            var plain = special.apply(value);
            return plain instanceof String ? plain : value(plain, special);
        }
        if (value instanceof Asset asset) {
            return value(asset.described(), special);
        }
        if (value instanceof Map<?, ?> map) {
            SortedMap<String, Object> sorted = new TreeMap<>();
            map.forEach((key, inner) -> sorted.put((String) key, value(inner, special)));
            return sorted;
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(inner -> value(inner, special)).toList();
        }
        return value;
    }
}
