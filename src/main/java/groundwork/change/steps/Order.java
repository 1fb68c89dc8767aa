package groundwork.change.steps;

import static java.util.stream.Collectors.toMap;

import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Urns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Resources in an order in which the engine may create them: each after all that it depends on, otherwise by URN. */
final class Order {
    private final Map<String, Recorded> all;
    private final Set<String> placed = new HashSet<>();
    private final List<Recorded> order = new ArrayList<>();

    private Order(Collection<Recorded> resources) {
        all = resources.stream().collect(toMap(Recorded::urn, resource -> resource, (one, other) -> one, TreeMap::new));
    }

    static List<Recorded> of(Collection<Recorded> resources) {
        var order = new Order(resources);
        order.all.values().forEach(order::place);
        return List.copyOf(order.order);
    }

    private void place(Recorded resource) {
        if (placed.add(resource.urn())) {
            dependencies(resource).stream()
                    .filter(all::containsKey)
                    .map(all::get)
                    .forEach(this::place);
            order.add(resource);
        }
    }

    private static Set<String> dependencies(Recorded resource) {
        var dependencies = new TreeSet<>(resource.dependencies());
        dependencies.add(resource.parent());
        dependencies.add(Urns.ofProvider(resource.provider()));
        resource.propertyDependencies().values().forEach(dependencies::addAll);
        return dependencies;
    }
}
