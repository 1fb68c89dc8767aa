package groundwork.change.pairs;

import static java.util.stream.Collectors.toCollection;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import groundwork.change.play.Play;
import groundwork.change.steps.Operation;
import groundwork.change.steps.Planner;
import groundwork.change.steps.State;
import groundwork.change.steps.Step;
import groundwork.change.steps.Steps;
import groundwork.change.versions.Version;
import groundwork.offline.FirstDeployment;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recorded;
import groundwork.settings.problems.SettingsException;
import groundwork.settings.source.Configuration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * Random pairs of stack files: an update from one to the other is refused nowhere, or people were told; it leaves what a first
 * deployment of the other would make, and nothing to do.
 */
class PairsTest {
    private static final int PAIRS = Integer.getInteger("groundwork.pairs", 15);
    private static final long FIRST = Long.getLong("groundwork.first", 1);
    private static final int MOST_CHANGES = 4;
    private static final int TRIES = 12;

    private static final BaseStacks STACKS = new BaseStacks();
    private static final Map<String, Optional<State>> DEPLOYED = new ConcurrentHashMap<>();

    @Test
    void endAsIfTheyWereNewAndLeaveNothingBehind() {
        int told = 0;
        int played = 0;
        var softly = new SoftAssertions();
        for (long seed = FIRST; played < PAIRS; seed++) {
            var random = new Random(seed * 7919);
            var name = STACKS.names().get(random.nextInt(STACKS.names().size()));
            var before = DEPLOYED.computeIfAbsent(name, PairsTest::deployed);
            var now = changed(name, random);
            if (before.isPresent() && now.isPresent()) {
                played++;
                told += judge(softly, "seed %d of %s".formatted(seed, name), before.get(), now.get()) ? 0 : 1;
            }
        }
        softly.assertAll();
        System.out.printf("%d pairs, %d of them with a refusal that was told%n", played, told);
    }

    /** Whether it is played without a refusal. */
    private static boolean judge(SoftAssertions softly, String pair, State before, Version now) {
        var foretold = planned(before, now, Ids.UNKNOWN);
        var planner = new Planner(before);
        var recording = now.record(Ids.KNOWN, planner);
        var steps = planner.steps();

        softly.assertThat(changed(foretold))
                .as("%s: an update does nothing that was not foretold", pair)
                .containsAll(changed(steps));
        var fresh = now.record(Ids.KNOWN, new FirstDeployment());
        softly.assertThat(different(
                        steps.after().resources().keySet(),
                        State.of(fresh).resources().keySet()))
                .as("%s: ends with the resources of a first deployment", pair)
                .isEmpty();
        softly.assertThat(changed(planned(steps.after(), now, Ids.UNKNOWN)))
                .as("%s: nothing is left to do", pair)
                .isEmpty();
        if (!Play.of(steps, recording.refusals()).isEmpty()
                || !recording.refusals().isEmpty()) {
            return false;
        }
        softly.assertThat(different(
                        things(Play.left(steps).stream()), things(steps.after().resources().values().stream())))
                .as("%s: nothing is left behind", pair)
                .isEmpty();
        return true;
    }

    private static SortedSet<String> different(Collection<String> one, Collection<String> other) {
        var different = new TreeSet<>(one);
        different.addAll(other);
        different.removeIf(each -> one.contains(each) && other.contains(each));
        return different;
    }

    private static SortedSet<String> things(Stream<Recorded> resources) {
        return resources
                .filter(resource -> resource.custom() && !resource.type().startsWith("pulumi:"))
                .map(resource -> resource.urn() + " " + resource.id().orElse(""))
                .collect(toCollection(TreeSet::new));
    }

    private static List<String> changed(Steps steps) {
        return steps.all().stream()
                .filter(step -> !step.is(Operation.SAME))
                .map(Step::resource)
                .map(Recorded::urn)
                .toList();
    }

    private static Steps planned(State before, Version now, Ids ids) {
        var planner = new Planner(before);
        now.record(ids, planner);
        return planner.steps();
    }

    private static Optional<State> deployed(String name) {
        return version(STACKS.config(name)).map(Version::deployed);
    }

    /** With some changes that are valid together. */
    private static Optional<Version> changed(String name, Random random) {
        var variation = new Variation(STACKS, random);
        int wanted = 1 + random.nextInt(MOST_CHANGES);
        var config = STACKS.config(name);
        Optional<Version> valid = Optional.empty();
        for (int attempt = 0; attempt < TRIES && wanted > 0; attempt++) {
            var next = config.deepCopy();
            variation.apply(next);
            var version = next.equals(config) ? Optional.<Version>empty() : version(next);
            if (version.isPresent()) {
                config = next;
                valid = version;
                wanted--;
            }
        }
        return valid;
    }

    static Optional<Version> version(JsonObject config) {
        var values = new TreeMap<String, String>();
        config.entrySet().forEach(entry -> values.put(entry.getKey(), handedOver(entry.getValue())));
        try {
            return Optional.of(Version.read(Configuration.of("groundwork", "test", values)));
        } catch (SettingsException invalid) {
            return Optional.empty();
        }
    }

    private static String handedOver(JsonElement value) {
        if (value instanceof JsonNull) {
            return "";
        }
        return value instanceof JsonPrimitive text ? text.getAsString() : value.toString();
    }
}
