package groundwork.plan.edge;

import groundwork.settings.StackSettings;
import groundwork.settings.edge.CdnSettings;
import java.util.Optional;

/** Hosts that lead to services past the CDN, where a file of its bucket would be looked for in vain. */
public final class AroundCdn {
    private AroundCdn() {}

    public static Optional<String> note(StackSettings settings) {
        var hosts = settings.otherHosts();
        return settings.cdn()
                .filter(cdn -> !hosts.isEmpty() && hasFiles(cdn))
                .map(cdn ->
                        "cdn: routes with a host of their own bypass it (%s): they lead straight to the load balancer, and services answer %s there themselves"
                                .formatted(
                                        String.join(", ", hosts),
                                        cdn.servesPages() ? "every path" : String.join(", ", cdn.staticPaths())));
    }

    private static boolean hasFiles(CdnSettings cdn) {
        return cdn.servesPages() || !cdn.staticPaths().isEmpty();
    }
}
