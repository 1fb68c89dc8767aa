package groundwork.change.hazards;

import groundwork.change.causes.Causes;
import groundwork.change.steps.Planner;
import groundwork.change.steps.State;
import groundwork.change.versions.Version;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recording;
import java.util.List;
import java.util.stream.Stream;

/** All that people want to know of an update before it is made. */
public final class Hazards {
    private Hazards() {}

    /** Of the update to a version of what {@code before} remembers; nothing can be lost where nothing stands. */
    public static List<Hazard> of(Version now, State before, Causes causes) {
        var planner = new Planner(before);
        var recording = now.record(Ids.KNOWN, planner);
        return of(new Context(planner.steps(), causes), recording);
    }

    /** Whether something is lost with a thing of this type. */
    public static boolean holdsData(String type) {
        return Effects.of(type).lost().isPresent();
    }

    private static List<Hazard> of(Context context, Recording recording) {
        var refusals = Refusals.in(context, recording.refusals());
        return context.steps().before().resources().isEmpty()
                ? refusals.toList()
                : Stream.of(
                                refusals,
                                LostData.in(context),
                                Interruptions.in(context),
                                EmptyTargets.in(context),
                                MovedEndpoints.in(context),
                                FirstDeployments.in(context))
                        .flatMap(hazards -> hazards)
                        .distinct()
                        .toList();
    }
}
