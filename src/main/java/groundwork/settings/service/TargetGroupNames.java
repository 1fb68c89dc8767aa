package groundwork.settings.service;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the target groups of a service are called. */
public final class TargetGroupNames {
    private static final String STICKY = "-sticky";
    private static final Comparator<Optional<Duration>> SHORTEST_FIRST =
            Comparator.comparing(sticky -> sticky.orElse(Duration.ZERO));

    private TargetGroupNames() {}

    /**
     * The target groups, by how long their routes keep a browser on one task. They are called by their places, so that
     * another time changes a group in place.
     */
    public static SortedMap<Optional<Duration>, String> of(String service, Collection<RouteSettings> routes) {
        var groups = new TreeMap<Optional<Duration>, String>(SHORTEST_FIRST);
        routes.forEach(route -> groups.put(route.sticky(), ""));
        int place = 0;
        for (var group : groups.entrySet()) {
            var suffix = place == 0 ? "" : place == 1 ? STICKY : STICKY + "-" + place;
            group.setValue(service + suffix);
            place++;
        }
        return Collections.unmodifiableSortedMap(groups);
    }

    /** The target group that takes turns with another one while blue-green moves the requests. */
    public static String alternate(String targetGroup) {
        return targetGroup + "-alternate";
    }
}
