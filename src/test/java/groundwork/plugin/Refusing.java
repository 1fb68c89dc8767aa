package groundwork.plugin;

import static java.util.stream.Collectors.toList;

import groundwork.simulated.Existing;
import groundwork.simulated.Finding;
import groundwork.simulated.Place;
import groundwork.simulated.Wanted;
import groundwork.simulated.World;
import groundwork.simulated.checks.Rules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import pulumirpc.Provider.CheckFailure;

/** Refuses what the embedded preview refuses, by the same rules, judged beside what stands already. */
record Refusing(Cloud cloud) {
    /** About the order of things, which a provider is never told. */
    private static final String WAITING = "target-group-has-listener";

    List<CheckFailure> failures(Wanted wanted) {
        var asked = existing(wanted.urn(), wanted.name(), "", wanted.inputs(), Map.of(), wanted.place());
        var others = cloud.things().stream()
                .filter(thing -> !thing.urn().equals(wanted.urn()))
                .map(thing -> existing(
                        thing.urn(),
                        name(thing.urn()),
                        thing.id(),
                        thing.inputs(),
                        thing.outputs(),
                        Place.in(thing.region())));
        var world = new World(Stream.concat(Stream.of(asked), others).collect(toList()));
        return Rules.judge(asked, world).stream()
                .filter(finding -> !finding.rule().equals(WAITING))
                .map(Refusing::failure)
                .toList();
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
