package groundwork.change.steps;

import static java.util.Collections.disjoint;

import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Urns;
import groundwork.simulated.kinds.Difference;
import groundwork.values.Unknown;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What has to be replaced with a resource that is deleted before its replacement exists. */
final class Dependents {
    private Dependents() {}

    /** By dependent, in the order of creation, the properties that replace it; what is registered already does not depend. */
    static Map<Recorded, List<String>> of(Recorded root, State before, Set<String> registered) {
        var replaced = new HashSet<>(Set.of(root.urn()));
        var dependents = new LinkedHashMap<Recorded, List<String>>();
        for (var resource : before.inOrder()) {
            if (resource.custom()
                    && !registered.contains(resource.urn())
                    && !resource.urn().equals(root.urn())) {
                var replacing = replacing(resource, replaced);
                if (!replacing.isEmpty()) {
                    replaced.add(resource.urn());
                    dependents.put(resource, replacing);
                }
            }
        }
        return dependents;
    }

    private static List<String> replacing(Recorded resource, Set<String> replaced) {
        if (replaced.contains(Urns.ofProvider(resource.provider()))) {
            return List.of("provider");
        }
        var inputs = new TreeMap<>(resource.inputs());
        resource.propertyDependencies().forEach((property, on) -> {
            if (!disjoint(on, replaced)) {
                inputs.put(property, Unknown.UNKNOWN);
            }
        });
        return inputs.equals(resource.inputs())
                ? List.of()
                : Replacing.of(
                        Difference.of(
                                resource.inputs(),
                                resource.outputs(),
                                resource.withInputs(inputs).wanted()),
                        resource);
    }
}
