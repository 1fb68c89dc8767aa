package groundwork.offline;

import groundwork.offline.recording.Recorded;
import groundwork.simulated.Made;

/** Says what becomes of a registered resource: its id and its outputs. */
@FunctionalInterface
public interface Answers {
    Made answer(Recorded asked, Ids ids);
}
