package groundwork.simulated;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** All resources there are, and the ways rules look them up. */
public final class World {
    private final Map<String, Existing> byUrn;
    private final Map<String, List<Existing>> byType;
    private final Map<String, Map<String, Existing>> byIdentity = new HashMap<>();
    private final Map<String, Map<Object, List<Existing>>> groups = new HashMap<>();

    public World(Collection<Existing> resources) {
        byUrn = resources.stream()
                .collect(toMap(Existing::urn, resource -> resource, (first, second) -> first, TreeMap::new));
        byType = byUrn.values().stream().collect(groupingBy(Existing::type, TreeMap::new, toList()));
        for (var resource : resources) {
            var identities = byIdentity.computeIfAbsent(resource.type(), type -> new HashMap<>());
            identities.putIfAbsent(resource.id(), resource);
            if (resource.outputs().get("arn") instanceof String arn) {
                identities.putIfAbsent(arn, resource);
            }
        }
    }

    public Collection<Existing> all() {
        return byUrn.values();
    }

    public Set<String> types() {
        return byType.keySet();
    }

    public List<Existing> ofType(String type) {
        return byType.getOrDefault(type, List.of());
    }

    /** The resource of a type that an id or ARN names, when this program makes it. */
    public Optional<Existing> identified(String type, Object idOrArn) {
        return Optional.ofNullable(byIdentity.getOrDefault(type, Map.of()).get(idOrArn));
    }

    /** The resources of a type that have this very value for an input. */
    public List<Existing> sharing(String type, String property, Object value) {
        return groups.computeIfAbsent(type + " " + property, key -> ofType(type).stream()
                        .filter(resource -> resource.value(property).isPresent())
                        .collect(groupingBy(resource -> resource.value(property).orElseThrow())))
                .getOrDefault(value, List.of());
    }

    /** Whether a resource waits, however indirectly, for one that satisfies the condition. */
    public boolean waitsFor(Existing resource, Predicate<Existing> condition) {
        var seen = new HashSet<String>();
        var ahead = new ArrayDeque<>(before(resource));
        while (!ahead.isEmpty()) {
            String urn = ahead.pop();
            var next = byUrn.get(urn);
            if (next == null || !seen.add(urn)) {
                continue;
            }
            if (condition.test(next)) {
                return true;
            }
            ahead.addAll(before(next));
        }
        return false;
    }

    private static Set<String> before(Existing resource) {
        var before = new HashSet<>(resource.dependencies());
        if (!resource.parent().isEmpty()) {
            before.add(resource.parent());
        }
        return before;
    }
}
