package groundwork.links;

import com.pulumi.core.Output;
import groundwork.settings.LinkKind;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Everything that can be linked to, by name; and, by kind, what the stack exports of it. */
public final class Catalog {
    private final Map<String, LinkKind> kinds;
    private final Map<String, LinkTarget> targets = new TreeMap<>();
    private final SortedMap<LinkKind, SortedMap<String, LinkTarget>> byKind = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, SortedMap<String, Output<String>>>> endpoints = new TreeMap<>();

    /** {@code kinds} are those of all names that will be added. */
    public Catalog(Map<String, LinkKind> kinds) {
        this.kinds = Map.copyOf(kinds);
    }

    public <T extends LinkTarget> T add(String name, T target) {
        var kind = kinds.get(name);
        targets.put(name, target);
        byKind.computeIfAbsent(kind, any -> new TreeMap<>()).put(name, target);
        addEndpoint(kind.block(), name, target.endpoint());
        return target;
    }

    /** Adds to what is known already: a service has its addresses before it has its name. */
    public void addEndpoint(String kind, String name, Map<String, Output<String>> endpoint) {
        if (!endpoint.isEmpty()) {
            endpoints
                    .computeIfAbsent(kind, any -> new TreeMap<>())
                    .computeIfAbsent(name, any -> new TreeMap<>())
                    .putAll(endpoint);
        }
    }

    /** All targets of one class, by name. */
    public <T> SortedMap<String, T> all(Class<T> type) {
        var found = new TreeMap<String, T>();
        targets.forEach((name, target) -> {
            if (type.isInstance(target)) {
                found.put(name, type.cast(target));
            }
        });
        return found;
    }

    /** The same, by kind and then by name. */
    public <T> List<T> inOrder(Class<T> type) {
        return byKind.values().stream()
                .flatMap(targets -> targets.values().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    public LinkTarget target(String name) {
        var target = targets.get(name);
        if (target == null) {
            throw new IllegalStateException("nothing to link to is called " + name);
        }
        return target;
    }

    /** A target that the settings' rules have made sure is of this class. */
    public <T extends LinkTarget> T target(String name, Class<T> type) {
        return type.cast(target(name));
    }

    public SortedMap<String, SortedMap<String, SortedMap<String, Output<String>>>> endpoints() {
        return Collections.unmodifiableSortedMap(endpoints);
    }
}
