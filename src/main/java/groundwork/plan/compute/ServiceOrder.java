package groundwork.plan.compute;

import groundwork.settings.service.ServiceSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts services after those that they call. */
final class ServiceOrder {
    private final Map<String, ServiceSettings> services;
    private final List<String> ordered = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    ServiceOrder(Map<String, ServiceSettings> services) {
        this.services = new TreeMap<>(services);
        this.services.keySet().forEach(this::visit);
    }

    List<String> names() {
        return List.copyOf(ordered);
    }

    private void visit(String name) {
        if (seen.add(name)) {
            services.get(name).links().stream()
                    .map(link -> link.to())
                    .filter(services::containsKey)
                    .sorted()
                    .forEach(this::visit);
            ordered.add(name);
        }
    }
}
