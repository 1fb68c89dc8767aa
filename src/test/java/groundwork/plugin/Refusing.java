package groundwork.plugin;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import groundwork.simulated.Existing;
import groundwork.simulated.Finding;
import groundwork.simulated.Place;
import groundwork.simulated.Wanted;
import groundwork.simulated.World;
import groundwork.simulated.changes.Changes;
import groundwork.simulated.checks.Rules;
import io.grpc.Status;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Stream;
import pulumirpc.Provider.CheckFailure;

/** Refuses what the embedded preview refuses, by the same rules, judged beside what stands already. */
record Refusing(Cloud cloud) {
    /** About the order of things, which a provider is never told. */
    private static final String WAITING = "target-group-has-listener";

    /** {@code before} are its inputs so far; under an alias it has another URN than what AWS has of it. */
    List<CheckFailure> failures(Wanted wanted, SortedMap<String, Object> before) {
        var asked = existing(wanted);
        var itself = cloud.find(
                new Thing(wanted.urn(), wanted.type(), "", wanted.place().region(), before, before));
        var others = cloud.things().stream()
                .filter(thing -> !thing.urn().equals(wanted.urn()))
                .filter(thing -> itself.filter(thing::equals).isEmpty())
                .map(Refusing::existing);
        var world = new World(Stream.concat(Stream.of(asked), others).collect(toList()));
        return Rules.judge(asked, world).stream()
                .filter(finding -> !finding.rule().equals(WAITING))
                .map(Refusing::failure)
                .toList();
    }

    void creation(Wanted wanted) {
        refuse(Changes.refusedCreation(existing(wanted), deleted()));
    }

    /** Before is what the engine knows, which lacks nothing that AWS has. */
    void update(Wanted before, Wanted wanted) {
        refuse(Changes.refusedUpdate(existing(before), existing(wanted), world(cloud.things())));
    }

    void deletion(Thing known) {
        cloud.find(known).ifPresent(thing -> {
            var others = cloud.things().stream()
                    .filter(other -> !other.equals(thing))
                    .toList();
            refuse(Changes.refusedDeletion(existing(thing), world(others), deleted()));
        });
    }

    private List<Existing> deleted() {
        return cloud.deleted().stream().map(Refusing::existing).toList();
    }

    private static World world(List<Thing> things) {
        return new World(things.stream().map(Refusing::existing).toList());
    }

    private static void refuse(SortedSet<Finding> findings) {
        if (!findings.isEmpty()) {
            var said = findings.stream()
                    .map(finding -> finding + " (" + finding.rule() + ")")
                    .collect(joining("; "));
            throw Status.FAILED_PRECONDITION.withDescription(said).asRuntimeException();
        }
    }

    private static Existing existing(Wanted wanted) {
        return existing(wanted.urn(), wanted.name(), "", wanted.inputs(), Map.of(), wanted.place());
    }

    private static Existing existing(Thing thing) {
        return existing(
                thing.urn(), name(thing.urn()), thing.id(), thing.inputs(), thing.outputs(), Place.in(thing.region()));
    }

    private static String name(String urn) {
        return urn.substring(urn.lastIndexOf(':') + 1);
    }

    private static Existing existing(
            String urn, String name, String id, Map<String, Object> inputs, Map<String, Object> outputs, Place place) {
        return new Existing(urn, PluginProvider.type(urn), name, "", id, inputs, outputs, Set.of(), place, false);
    }

    private static CheckFailure failure(Finding finding) {
        return CheckFailure.newBuilder()
                .setProperty(finding.path())
                .setReason(finding.message() + " (" + finding.rule() + ")")
                .build();
    }
}
