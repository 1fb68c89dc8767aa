package groundwork.offline;

import static java.util.Comparator.comparing;

import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Urns;
import groundwork.simulated.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** What has been registered so far, by URN, whichever thread registers it. */
public final class Ledger {
    private final Map<String, Recorded> entries = new ConcurrentHashMap<>();
    private final Map<String, SortedMap<String, Object>> registeredOutputs = new ConcurrentHashMap<>();
    private final Queue<Finding> clashes = new ConcurrentLinkedQueue<>();

    private final AtomicInteger count = new AtomicInteger();
    private final IntConsumer progress;

    Ledger(IntConsumer progress) {
        this.progress = progress;
    }

    void add(Recorded resource) {
        progress.accept(count.incrementAndGet());
        if (entries.putIfAbsent(resource.urn(), resource) != null) {
            clashes.add(
                    new Finding(
                            "unique-urn",
                            resource.urn(),
                            resource.type(),
                            resource.name(),
                            "",
                            "another resource of this type, parent and name is registered already; give one of them another name"));
        }
    }

    void putOutputs(String urn, SortedMap<String, Object> outputs) {
        registeredOutputs.put(urn, outputs);
    }

    Optional<Recorded> find(String urn) {
        return Optional.ofNullable(entries.get(urn));
    }

    /** In the order of their URNs. */
    public List<Recorded> resources() {
        return entries.values().stream()
                .map(this::settled)
                .sorted(comparing(Recorded::urn))
                .toList();
    }

    public SortedMap<String, Object> stackOutputs() {
        return entries.values().stream()
                .filter(resource -> resource.type().equals(Urns.STACK_TYPE))
                .map(resource -> registeredOutputs.get(resource.urn()))
                .findFirst()
                .orElseGet(TreeMap::new);
    }

    public List<Finding> clashes() {
        return clashes.stream().sorted().toList();
    }

    private Recorded settled(Recorded resource) {
        var outputs = registeredOutputs.get(resource.urn());
        return outputs == null ? resource : resource.with(resource.id(), outputs);
    }
}
