package groundwork.change.pairs;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.change.play.Play;
import groundwork.change.play.Refused;
import groundwork.change.steps.Operation;
import groundwork.change.steps.Planner;
import groundwork.change.steps.State;
import groundwork.change.steps.Step;
import groundwork.change.steps.Steps;
import groundwork.change.versions.Version;
import groundwork.offline.FirstDeployment;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** An update of what stands to another version of its stack file. */
record Update(State before, Version now, Recording recording, Steps steps) {
    static Update of(State before, Version now) {
        var planner = new Planner(before);
        var recording = now.record(Ids.KNOWN, planner);
        return new Update(before, now, recording, planner.steps());
    }

    State after() {
        return steps.after();
    }

    /** What people are told that AWS refuses. */
    List<String> refusals() {
        return Stream.concat(
                        Play.of(steps, recording.refusals()).stream().map(Refused::finding),
                        recording.refusals().stream())
                .map(finding -> finding.rule() + " of " + finding.type())
                .distinct()
                .toList();
    }

    void doesNothingThatWasNotForetold() {
        assertThat(changed(planned(before, now)))
                .as("an update does nothing that was not foretold")
                .containsAll(changed(steps));
    }

    void endsAsAFirstDeployment() {
        var fresh = now.record(Ids.KNOWN, new FirstDeployment());
        assertThat(different(
                        after().resources().keySet(),
                        State.of(fresh).resources().keySet()))
                .as("ends with the resources of a first deployment")
                .isEmpty();
    }

    void leavesNothingToDo() {
        assertThat(changed(planned(after(), now))).as("nothing is left to do").isEmpty();
    }

    /** Where nothing was refused. */
    void leavesNothingBehind() {
        assertThat(different(things(Play.left(steps).stream()), things(after().resources().values().stream())))
                .as("nothing is left behind")
                .isEmpty();
    }

    private static Steps planned(State before, Version now) {
        var planner = new Planner(before);
        now.record(Ids.UNKNOWN, planner);
        return planner.steps();
    }

    private static List<String> changed(Steps steps) {
        return steps.all().stream()
                .filter(step -> !step.is(Operation.SAME))
                .map(Step::resource)
                .map(Recorded::urn)
                .toList();
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
}
