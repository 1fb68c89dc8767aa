package groundwork.change.hazards;

import groundwork.offline.recording.Recorded;
import groundwork.settings.LinkKind;
import java.util.Optional;

/** The entry of a block of the stack file that became a component. */
record Entry(LinkKind kind, String name) {
    private static final String OURS = "groundwork:";

    static Optional<Entry> of(Recorded component) {
        return component.type().startsWith(OURS)
                ? LinkKind.ofComponent(component.type().substring(OURS.length()))
                        .map(kind -> new Entry(kind, component.name()))
                : Optional.empty();
    }
}
