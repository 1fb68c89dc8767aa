package groundwork.offline;

import groundwork.offline.recording.Recorded;
import groundwork.simulated.Made;
import groundwork.simulated.answers.SimulatedAws;
import java.util.TreeMap;

/** Answers as AWS does where nothing stands yet. */
public final class FirstDeployment implements Answers {
    @Override
    public Made answer(Recorded asked, Ids ids) {
        if (!asked.custom() && !asked.remote()) {
            return new Made("", new TreeMap<>());
        }
        var named = SimulatedAws.named(asked.wanted());
        var made = SimulatedAws.make(named);
        boolean hasId = asked.custom() && ids == Ids.KNOWN;
        return new Made(hasId ? made.id() : "", ids == Ids.KNOWN ? made.outputs() : SimulatedAws.preview(named));
    }
}
