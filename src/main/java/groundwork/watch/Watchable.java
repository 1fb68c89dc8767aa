package groundwork.watch;

import java.util.List;

/** A component that says itself what alarms and graphs it has. */
public interface Watchable {
    List<Watched> watched(WatchRules rules);
}
