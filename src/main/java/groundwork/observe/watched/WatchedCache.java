package groundwork.observe.watched;

import java.util.List;

/** A cache by the ids of its nodes, in their order. */
public record WatchedCache(String name, List<String> nodes) {
    public WatchedCache {
        nodes = List.copyOf(nodes);
    }
}
