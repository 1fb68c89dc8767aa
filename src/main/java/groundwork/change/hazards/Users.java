package groundwork.change.hazards;

import groundwork.change.steps.Step;
import groundwork.change.steps.Steps;
import groundwork.offline.recording.Recorded;
import groundwork.settings.LinkKind;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which services depend on a resource, however indirectly. */
final class Users {
    private final Map<String, Recorded> all = new HashMap<>();
    private final Map<String, Set<String>> users = new HashMap<>();

    private Users(Steps steps) {
        steps.all().stream().map(Step::resource).forEach(resource -> all.put(resource.urn(), resource));
        all.values().forEach(resource -> {
            resource.dependencies().forEach(used -> use(used, resource));
            resource.propertyDependencies().values().forEach(on -> on.forEach(used -> use(used, resource)));
        });
    }

    static Users of(Steps steps) {
        return new Users(steps);
    }

    SortedSet<String> services(String urn) {
        var services = new TreeSet<String>();
        var seen = new HashSet<String>();
        var ahead = new ArrayDeque<>(Set.of(urn));
        while (!ahead.isEmpty()) {
            var next = ahead.pop();
            if (seen.add(next)) {
                addService(next, services);
                ahead.addAll(users.getOrDefault(next, Set.of()));
            }
        }
        return services;
    }

    private void use(String used, Recorded user) {
        users.computeIfAbsent(used, any -> new HashSet<>()).add(user.urn());
    }

    private void addService(String urn, Set<String> services) {
        for (var part = all.get(urn); part != null; part = all.get(part.parent())) {
            if (Entry.of(part)
                    .filter(entry -> entry.kind().equals(LinkKind.SERVICES))
                    .isPresent()) {
                services.add(part.name());
            }
        }
    }
}
