package groundwork.change.steps;

import static java.util.stream.Collectors.toMap;

import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import groundwork.simulated.answers.SimulatedAws;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the engine remembers of a stack: each resource with its inputs as the provider completed them, by URN. What is
 * only read is not the stack's.
 */
public record State(SortedMap<String, Recorded> resources) {
    public static final State NOTHING = new State(new TreeMap<>());

    public State {
        resources = Collections.unmodifiableSortedMap(new TreeMap<>(resources));
    }

    /** After a first deployment; {@code recording} has ids. */
    public static State of(Recording recording) {
        return of(recording.resources().stream()
                .filter(resource -> !resource.options().adopted())
                .map(resource -> resource.custom() ? named(resource) : resource)
                .toList());
    }

    static State of(Collection<Recorded> resources) {
        return new State(resources.stream()
                .collect(toMap(Recorded::urn, resource -> resource, (one, other) -> one, TreeMap::new)));
    }

    public Optional<Recorded> find(String urn) {
        return Optional.ofNullable(resources.get(urn));
    }

    /** Each after all that it depends on. */
    public List<Recorded> inOrder() {
        return Order.of(resources.values());
    }

    private static Recorded named(Recorded resource) {
        return resource.withInputs(SimulatedAws.named(resource.wanted()).inputs());
    }
}
