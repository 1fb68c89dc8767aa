package groundwork.plan.edge;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The numbers of a listener's rules. Each kind of route has a band of its own, in which a hash of the route chooses the
 * place: what is added or removed leaves the others where they are, unless two want the same place. The number before each is free
 * for another rule of the same route, while one takes over from the other.
 */
public final class ListenerPriorities {
    /** The rules that lead to the waker of a sleeping environment come before every service's. */
    public static final int FIRST_OF_WAKER = 1;

    private static final int FIRST = 102;
    private static final int LAST = 50_000;
    private static final int NUMBERS = 2;
    private static final int DEPTHS = 48;
    private static final int BAND = LAST / (Route.HOST_RANKS * DEPTHS);

    private ListenerPriorities() {}

    public static SortedMap<Route, Integer> of(Collection<Route> routes) {
        var priorities = new TreeMap<Route, Integer>();
        int previous = FIRST - NUMBERS;
        var sorted = new TreeSet<>(routes);
        int stillToCome = sorted.size();
        for (var route : sorted) {
            stillToCome--;
            previous = Math.max(previous + NUMBERS, Math.min(wanted(route), LAST - NUMBERS * stillToCome));
            priorities.put(route, previous);
        }
        return Collections.unmodifiableSortedMap(priorities);
    }

    /** Of the rule that takes requests first, where there are two. */
    static int beforeIt(int priority) {
        return priority - 1;
    }

    private static int wanted(Route route) {
        int depth = Math.min(route.prefixLength(), DEPTHS);
        int band = route.hostRank() * DEPTHS + DEPTHS - depth;
        return 1 + band * BAND + (int) (BAND * (long) route.place() / Route.PLACES);
    }
}
