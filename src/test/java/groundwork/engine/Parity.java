package groundwork.engine;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import groundwork.simulated.Place;
import groundwork.simulated.Wanted;
import groundwork.simulated.answers.SimulatedAws;
import groundwork.values.Asset;
import groundwork.values.Reference;
import groundwork.values.Secret;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;

/** That the embedded preview and the real engine see the same program. */
record Parity(SortedMap<String, Seen> embedded, SortedMap<String, Seen> real) {
    private static final String PROVIDER = "pulumi:providers:";
    private static final Set<String> ENGINES_OWN = Set.of("__internal", "version");

    /** What both can say of a resource. */
    record Seen(
            String parent,
            boolean protect,
            SortedMap<String, Object> inputs,
            SortedSet<String> dependencies,
            SortedMap<String, SortedSet<String>> propertyDependencies) {}

    static Parity of(Recording recording, State state) {
        return new Parity(
                recording.resources().stream()
                        .collect(toMap(Recorded::urn, Parity::seen, (one, other) -> one, TreeMap::new)),
                state.resources().stream()
                        .filter(held -> !held.urn().contains("::default_"))
                        .collect(toMap(State.Held::urn, Parity::seen, (one, other) -> one, TreeMap::new)));
    }

    void holds() {
        assertThat(embedded.keySet()).containsExactlyElementsOf(real.keySet());
        var softly = new SoftAssertions();
        embedded.forEach((urn, seen) -> softly.assertThat(seen).as(urn).isEqualTo(real.get(urn)));
        softly.assertAll();
    }

    private static Seen seen(Recorded recorded) {
        return new Seen(
                recorded.parent(),
                recorded.protect(),
                withFileNames(plain(named(recorded))),
                recorded.dependencies(),
                recorded.propertyDependencies());
    }

    /** A provider adds the name that it makes up to the inputs in the state. */
    private static Map<String, Object> named(Recorded recorded) {
        var place = Place.in(Place.DEFAULT_REGION);
        return SimulatedAws.named(
                        new Wanted(recorded.urn(), recorded.type(), recorded.name(), recorded.inputs(), place))
                .inputs();
    }

    private static Seen seen(State.Held held) {
        var inputs = new TreeMap<>(held.inputs());
        if (held.type().startsWith(PROVIDER)) {
            inputs.keySet().removeAll(ENGINES_OWN);
        }
        return new Seen(
                held.parent(), held.protect(), withFileNames(inputs), held.dependencies(), held.propertyDependencies());
    }

    /** The engine keeps digests of the files in an archive, so they are compared by name. */
    private static SortedMap<String, Object> withFileNames(SortedMap<String, Object> inputs) {
        var named = new TreeMap<>(inputs);
        if (named.get("code") instanceof Map<?, ?> archive && archive.get("assets") instanceof Map<?, ?> files) {
            named.put("code", new TreeMap<>(files).keySet());
        }
        return named;
    }

    private static SortedMap<String, Object> plain(Map<?, ?> values) {
        var plain = new TreeMap<String, Object>();
        values.forEach((key, value) -> plain.put((String) key, plainValue(value)));
        return plain;
    }

    private static Object plainValue(Object value) {
        Object open = Secret.unwrap(value);
        if (open instanceof Map<?, ?> map) {
            return plain(map);
        }
        if (open instanceof List<?> list) {
            return list.stream().map(Parity::plainValue).toList();
        }
        if (open instanceof Number number) {
            return number.doubleValue();
        }
        if (open instanceof Asset asset) {
            return asset.described();
        }
        return open instanceof Reference reference ? reference.toString() : open;
    }
}
