package groundwork.plan.edge;

import static java.util.Objects.requireNonNull;

import groundwork.plan.names.Names;
import groundwork.plan.names.Suffix;
import groundwork.settings.service.RouteSettings;
import java.util.Comparator;
import java.util.Optional;

/** Which requests a listener's rule is for; the more specific of two comes first. */
public record Route(Optional<String> host, String path) implements Comparable<Route> {
    static final int HOST_RANKS = 4;
    static final int PLACES = 1 << 24;

    private static final Comparator<Route> MORE_SPECIFIC_FIRST = Comparator.comparingInt(Route::hostRank)
            .thenComparing(Comparator.comparingInt(Route::prefixLength).reversed())
            .thenComparing(Comparator.comparingInt(Route::wildcardLabels).reversed())
            .thenComparing(Route::place)
            .thenComparing(Route::beginning)
            .thenComparing(Comparator.comparingInt(Route::literals).reversed())
            .thenComparing(Comparator.comparingInt(Route::shortestMatch).reversed())
            .thenComparing(Route::gaps)
            .thenComparing(Route::toString);

    private static final int MANY_LABELS = 4;

    public Route {
        requireNonNull(host, "host is null");
        requireNonNull(path, "path is null");
    }

    public static Route of(RouteSettings settings) {
        return new Route(settings.host(), settings.path());
    }

    public String suffix() {
        return Suffix.of(host.orElse("") + path.substring(host.isPresent() ? 0 : 1), "/");
    }

    @Override
    public int compareTo(Route other) {
        return MORE_SPECIFIC_FIRST.compare(this, other);
    }

    @Override
    public String toString() {
        return host.orElse("") + path;
    }

    /** Whether every request that the other path matches takes this route too. */
    boolean matches(String other) {
        var pattern =
                path.replaceAll("[^*?]+", "\\\\Q$0\\\\E").replace("*", ".*").replace('?', '.');
        return other.matches(pattern);
    }

    /** An exact host, then a wildcard one, the longer first, then none. */
    int hostRank() {
        if (host.isEmpty()) {
            return HOST_RANKS - 1;
        }
        if (wildcardLabels() == 0) {
            return 0;
        }
        return wildcardLabels() >= MANY_LABELS ? 1 : 2;
    }

    /** How much comes before the first wildcard; the end of a path without any counts too. */
    int prefixLength() {
        return prefix().length() + (hasWildcard() ? 0 : 1);
    }

    /** A number that hardly another route of the same kind has. */
    int place() {
        return Integer.parseInt(Names.hash(beginning()), 16);
    }

    /** Of two routes of one kind, only those that begin alike can match the same request. */
    private String beginning() {
        return host.orElse("") + prefix();
    }

    private String prefix() {
        return path.split("[*?]", -1)[0];
    }

    private boolean hasWildcard() {
        return path.contains("*") || path.contains("?");
    }

    private int wildcardLabels() {
        return host.filter(name -> name.startsWith("*"))
                .map(name -> name.split("\\.").length)
                .orElse(0);
    }

    private int literals() {
        return path.replaceAll("[*?]", "").length();
    }

    private int shortestMatch() {
        return path.replace("*", "").length();
    }

    /** Runs of wildcards that have no end. */
    private int gaps() {
        return path.replaceAll("[*?]*\\*[*?]*", "*").replaceAll("[^*]", "").length();
    }
}
