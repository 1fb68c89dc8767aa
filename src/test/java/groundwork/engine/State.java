package groundwork.engine;

import static java.util.stream.Collectors.toMap;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the engine remembers of a stack: its resources, and operations that were cut short. */
record State(List<Held> resources, boolean settled) {
    private static final String SIGNATURE = "4dabf18193072939515e22adb298388d";

    /** A resource as the state holds it, with its secrets opened. */
    record Held(
            String urn,
            String type,
            String id,
            String parent,
            boolean custom,
            boolean protect,
            SortedMap<String, Object> inputs,
            SortedMap<String, Object> outputs,
            SortedSet<String> dependencies,
            SortedMap<String, SortedSet<String>> propertyDependencies) {
        Held withoutEnginesId() {
            return type.startsWith("pulumi:providers:")
                    ? new Held(
                            urn, type, "", parent, custom, protect, inputs, outputs, dependencies, propertyDependencies)
                    : this;
        }
    }

    static State parse(String json) {
        var deployment = JsonParser.parseString(json).getAsJsonObject().getAsJsonObject("deployment");
        var resources = new ArrayList<Held>();
        array(deployment, "resources").forEach(resource -> resources.add(held(resource.getAsJsonObject())));
        return new State(
                List.copyOf(resources), array(deployment, "pending_operations").isEmpty());
    }

    /** What differs from another state, apart from ids that the engine itself makes up. */
    List<String> differences(State other) {
        var differences = new ArrayList<String>();
        var mine = byUrn();
        var others = other.byUrn();
        var urns = new TreeSet<>(mine.keySet());
        urns.addAll(others.keySet());
        for (String urn : urns) {
            if (!Objects.equals(mine.get(urn), others.get(urn))) {
                differences.add(urn + "\n  is    " + mine.get(urn) + "\n  not   " + others.get(urn));
            }
        }
        return differences;
    }

    List<Held> ofPackage(String name) {
        return resources.stream()
                .filter(held -> held.custom() && held.type().startsWith(name + ":"))
                .toList();
    }

    private Map<String, Held> byUrn() {
        return resources.stream().collect(toMap(Held::urn, Held::withoutEnginesId, (one, other) -> one));
    }

    private static Held held(JsonObject resource) {
        var propertyDependencies = new TreeMap<String, SortedSet<String>>();
        object(resource, "propertyDependencies").entrySet().forEach(property -> {
            if (property.getValue() instanceof JsonArray urns && !urns.isEmpty()) {
                propertyDependencies.put(property.getKey(), texts(urns));
            }
        });
        return new Held(
                text(resource, "urn"),
                text(resource, "type"),
                text(resource, "id"),
                text(resource, "parent"),
                flag(resource, "custom"),
                flag(resource, "protect"),
                values(object(resource, "inputs")),
                values(object(resource, "outputs")),
                texts(array(resource, "dependencies")),
                propertyDependencies);
    }

    private static Object value(JsonElement element) {
        if (element instanceof JsonArray list) {
            var values = new ArrayList<>();
            list.forEach(item -> values.add(value(item)));
            return values;
        }
        if (element instanceof JsonObject object) {
            return object.has(SIGNATURE) && object.has("plaintext")
                    ? value(JsonParser.parseString(object.get("plaintext").getAsString()))
                    : values(object);
        }
        if (element.isJsonNull()) {
            return "";
        }
        var primitive = element.getAsJsonPrimitive();
        if (primitive.isBoolean()) {
            return primitive.getAsBoolean();
        }
        return primitive.isNumber() ? (Object) primitive.getAsDouble() : primitive.getAsString();
    }

    private static SortedMap<String, Object> values(JsonObject object) {
        var values = new TreeMap<String, Object>();
        object.entrySet().forEach(field -> values.put(field.getKey(), value(field.getValue())));
        return values;
    }

    private static SortedSet<String> texts(JsonArray array) {
        var texts = new TreeSet<String>();
        array.forEach(text -> texts.add(text.getAsString()));
        return texts;
    }

    private static JsonArray array(JsonObject owner, String key) {
        return owner.get(key) instanceof JsonArray array ? array : new JsonArray();
    }

    private static JsonObject object(JsonObject owner, String key) {
        return owner.get(key) instanceof JsonObject object ? object : new JsonObject();
    }

    private static String text(JsonObject owner, String key) {
        return owner.has(key) && owner.get(key).isJsonPrimitive()
                ? owner.get(key).getAsString()
                : "";
    }

    private static boolean flag(JsonObject owner, String key) {
        return owner.has(key) && owner.get(key).getAsBoolean();
    }
}
