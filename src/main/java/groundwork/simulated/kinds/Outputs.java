package groundwork.simulated.kinds;

import static groundwork.aws.ResourceTypes.ECS_TASK_DEFINITION;

import groundwork.simulated.Made;
import groundwork.simulated.Wanted;
import groundwork.simulated.answers.SimulatedAws;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the cloud says about a thing it made or changed. */
public final class Outputs {

    private Outputs() {}

    /** The n-th copy of the same thing: AWS gives each of them other ids. */
    public static Made afterCreate(Wanted wanted, int copy) {
        if (wanted.type().equals(ECS_TASK_DEFINITION)) {
            return revision(SimulatedAws.make(wanted), copy);
        }
        String urn = copy == 1 ? wanted.urn() : wanted.urn() + "~" + copy;
        return SimulatedAws.make(new Wanted(urn, wanted.type(), wanted.name(), wanted.inputs(), wanted.place()));
    }

    /** What the inputs decide is new, what AWS made up stays. */
    public static SortedMap<String, Object> afterUpdate(Wanted old, Wanted wanted, Map<String, Object> standing) {
        var before = SimulatedAws.make(old).outputs();
        var after = new TreeMap<String, Object>(SimulatedAws.make(wanted).outputs());
        after.replaceAll((property, value) -> wanted.inputs().containsKey(property)
                        || property.equals("tagsAll")
                        || !value.equals(before.get(property))
                ? value
                : standing.getOrDefault(property, value));
        return after;
    }

    private static Made revision(Made first, int revision) {
        var outputs = new TreeMap<String, Object>(first.outputs());
        outputs.put("revision", (long) revision);
        outputs.put("arn", outputs.get("arnWithoutRevision") + ":" + revision);
        return new Made(first.id(), outputs);
    }
}
