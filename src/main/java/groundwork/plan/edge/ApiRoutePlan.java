package groundwork.plan.edge;

import static java.util.Objects.requireNonNull;

import groundwork.settings.service.RouteSettings;
import java.util.Optional;

/** A route of an HTTP API, which leads by path alone. */
public record ApiRoutePlan(String service, String path) {
    private static final String ALL = "/*";

    public ApiRoutePlan {
        requireNonNull(service, "service is null");
        requireNonNull(path, "path is null");
    }

    static ApiRoutePlan of(String service, RouteSettings route) {
        return new ApiRoutePlan(service, route.path());
    }

    public String suffix() {
        return new Route(Optional.empty(), path).suffix();
    }

    /** As API Gateway writes it: a wildcard at the end is a greedy variable, and the rest of all requests has a word of its own. */
    public String key() {
        if (path.equals(ALL)) {
            return "$default";
        }
        return "ANY " + (path.endsWith(ALL) ? path.substring(0, path.length() - 1) + "{proxy+}" : path);
    }
}
