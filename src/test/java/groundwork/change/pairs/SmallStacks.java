package groundwork.change.pairs;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import groundwork.settings.LinkKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/**
 * Stacks to start from: each service of a stack file with what it links to. Of the small ones most are so small that many can be
 * tried.
 */
final class SmallStacks {
    private static final String SERVICES = "services";
    private static final String SMALLEST = ", smallest";
    private static final String SMALL = ", small";
    private static final String ALL_ELSE = ", with all else";
    private static final int LINKS = 2;

    private final BaseStacks stacks;
    private final Map<String, JsonObject> made = new ConcurrentHashMap<>();

    SmallStacks(BaseStacks stacks) {
        this.stacks = stacks;
    }

    /** {@code Pulumi.prod.yaml: app, small}. */
    Arbitrary<String> names() {
        return Arbitraries.frequencyOf(
                Tuple.of(12, Arbitraries.of(names(SMALLEST))),
                Tuple.of(3, Arbitraries.of(names(SMALL))),
                Tuple.of(1, Arbitraries.of(names(ALL_ELSE))));
    }

    JsonObject config(String name) {
        return made.computeIfAbsent(name, this::reduced).deepCopy();
    }

    private List<String> names(String size) {
        return stacks.names().stream()
                .flatMap(file ->
                        entries(stacks.config(file), SERVICES).stream().map(service -> file + ": " + service + size))
                .toList();
    }

    private JsonObject reduced(String name) {
        var file = name.substring(0, name.indexOf(": "));
        var service = name.substring(name.indexOf(": ") + 2, name.indexOf(", "));
        var config = stacks.config(file);
        for (var other : entries(config, SERVICES)) {
            if (!other.equals(service)) {
                config = valid(new Edit.Removed(SERVICES, other), config);
            }
        }
        if (name.endsWith(SMALLEST)) {
            config = withFewLinks(service, config);
        }
        config = withoutUnused(config);
        return name.endsWith(ALL_ELSE) ? config : withoutAllElse(config, name.endsWith(SMALLEST));
    }

    private static JsonObject withFewLinks(String service, JsonObject config) {
        var links =
                ((JsonObject) config.getAsJsonObject(Edit.NAMESPACE + SERVICES).get(service)).get("links");
        if (links instanceof JsonArray all && all.size() > LINKS) {
            var few = new JsonArray();
            all.asList().subList(0, LINKS).forEach(few::add);
            return valid(
                    new Edit.Value(List.of(Edit.NAMESPACE + SERVICES, service, "links"), Optional.of(few)), config);
        }
        return config;
    }

    private static JsonObject withoutUnused(JsonObject config) {
        var fewer = config;
        for (var kind : LinkKind.all()) {
            for (var entry : entries(config, kind.block())) {
                if (!kind.equals(LinkKind.SERVICES) && !isNamedElsewhere(entry, fewer)) {
                    fewer = valid(new Edit.Removed(kind.block(), entry), fewer);
                }
            }
        }
        return fewer;
    }

    private static boolean isNamedElsewhere(String entry, JsonObject config) {
        var quoted = "\"" + entry + "\"";
        return config.toString().replace(quoted + ":", "").contains(quoted);
    }

    private static JsonObject withoutAllElse(JsonObject config, boolean smallest) {
        var fewer = config;
        for (var block : List.copyOf(config.keySet())) {
            if (block.startsWith(Edit.NAMESPACE) && (smallest || !block.endsWith(":environment")) && !isNamed(block)) {
                fewer = valid(new Edit.Value(List.of(block), Optional.empty()), fewer);
            }
        }
        return smallest ? valid(environment("preview"), fewer) : fewer;
    }

    private static Edit environment(String kind) {
        return new Edit.Value(List.of(Edit.NAMESPACE + "environment"), Optional.of(new JsonPrimitive(kind)));
    }

    private static JsonObject valid(Edit edit, JsonObject config) {
        var edited = edit.applied(config);
        return Versions.of(edited).isPresent() ? edited : config;
    }

    private static boolean isNamed(String block) {
        return LinkKind.all().stream().anyMatch(kind -> block.equals(Edit.NAMESPACE + kind.block()))
                || block.equals(Edit.NAMESPACE + "owner");
    }

    private static List<String> entries(JsonObject config, String kind) {
        return config.get(Edit.NAMESPACE + kind) instanceof JsonObject entries
                ? List.copyOf(entries.keySet())
                : List.of();
    }
}
