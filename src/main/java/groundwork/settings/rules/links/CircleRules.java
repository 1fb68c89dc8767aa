package groundwork.settings.rules.links;

import groundwork.settings.NetworkSettings.Discovery;
import groundwork.settings.links.LinkSettings;
import groundwork.settings.rules.Draft;
import groundwork.settings.service.ServiceSettings;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** On Service Connect a task calls only what was there when it began, which in a circle not all can be. */
public final class CircleRules {
    private final Draft draft;
    private final Map<String, ServiceSettings> services;

    public CircleRules(Draft draft) {
        this.draft = draft;
        services = draft.settings().servicesInNetwork();
    }

    public void check() {
        if (draft.settings().network().discovery() == Discovery.CONNECT) {
            var circle = services.keySet().stream().filter(this::callsItself).toList();
            draft.warnAt("network", "discovery")
                    .unless(
                            circle.isEmpty(),
                            "%s form a cycle, and a Service Connect client sees only services created before it; "
                                    + "deploy them again after the first update, or choose dns",
                            String.join(", ", circle));
        }
    }

    private boolean callsItself(String name) {
        var seen = new HashSet<String>();
        var ahead = new ArrayDeque<>(called(name));
        while (!ahead.isEmpty()) {
            var next = ahead.pop();
            if (next.equals(name)) {
                return true;
            }
            if (seen.add(next)) {
                ahead.addAll(called(next));
            }
        }
        return false;
    }

    private List<String> called(String name) {
        return services.get(name).links().stream()
                .map(LinkSettings::to)
                .filter(services::containsKey)
                .toList();
    }
}
