package groundwork.plan.edge;

import static java.util.Objects.requireNonNull;

import groundwork.settings.StackSettings;
import groundwork.settings.edge.EntranceSettings;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The HTTP API in front of services with routes, and the one host that it answers to where there is a domain.
 *
 * @param isSwitched whether the host leads to the waker while services sleep
 */
public record HttpApiPlan(
        EntranceSettings settings, List<ApiRoutePlan> routes, Optional<String> host, boolean isSwitched) {
    public HttpApiPlan {
        requireNonNull(settings, "settings is null");
        routes = List.copyOf(routes);
        requireNonNull(host, "host is null");
    }

    static Optional<HttpApiPlan> of(StackSettings stack, Collection<String> hosts) {
        if (!stack.entrance().isHttpApi()) {
            return Optional.empty();
        }
        var routes = stack.servicesInNetwork().entrySet().stream()
                .flatMap(service ->
                        service.getValue().routes().stream().map(route -> ApiRoutePlan.of(service.getKey(), route)))
                .toList();
        return routes.isEmpty()
                ? Optional.empty()
                : Optional.of(new HttpApiPlan(
                        stack.entrance(),
                        routes,
                        hosts.stream().findFirst(),
                        !hosts.isEmpty()
                                && routes.stream()
                                        .map(route -> stack.services().get(route.service()))
                                        .anyMatch(stack::sleeps)));
    }

    public List<ApiRoutePlan> of(String service) {
        return routes.stream().filter(route -> route.service().equals(service)).toList();
    }
}
