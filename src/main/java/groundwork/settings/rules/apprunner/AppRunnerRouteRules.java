package groundwork.settings.rules.apprunner;

import groundwork.settings.edge.DomainSettings;
import groundwork.settings.problems.Found;
import groundwork.settings.problems.Problems;
import groundwork.settings.rules.Draft;
import groundwork.settings.service.Platform;
import groundwork.settings.service.RouteSettings;
import groundwork.settings.service.ServiceSettings;

/** On App Runner a service has whole hosts, each to itself. */
public record AppRunnerRouteRules(Draft draft, String name, ServiceSettings service) {
    private static final String EVERYTHING = "/*";
    private static final int MOST_HOSTS = 5;

    public void check() {
        if (service.platform() != Platform.APP_RUNNER || !draft.isSound("services", name, "routes")) {
            return;
        }
        var at = draft.at("services", name, "routes");
        at.unless(service.isWeb(), "an App Runner service is public; give it a route, such as /*");
        at.unless(
                service.routes().size() <= MOST_HOSTS,
                "%d hosts: App Runner allows at most %d per service",
                service.routes().size(),
                MOST_HOSTS);
        for (int i = 0; i < service.routes().size(); i++) {
            hasTheWholeHost(service.routes().get(i), at.at(i));
        }
    }

    private void hasTheWholeHost(RouteSettings route, Problems at) {
        at.at("path")
                .unless(
                        route.path().equals(EVERYTHING),
                        "%s: App Runner has no path routing; write /*",
                        Found.quoted(route.path()));
        at.at("sticky").unless(route.sticky().isEmpty(), "App Runner has no sticky sessions; remove it");
        at.at("host")
                .unless(
                        route.host().filter(host -> host.startsWith("*")).isEmpty(),
                        "App Runner needs exact host names; list each");
        if (draft.isSound("domain") && draft.areSoundInServices("routes", "platform")) {
            at.unless(
                    isNobodyElses(route),
                    "other requests for %s go to the load balancer or the CDN; give this route a host of its own",
                    route.host()
                            .or(() -> draft.settings().domain().map(DomainSettings::name))
                            .orElse("it"));
        }
    }

    private boolean isNobodyElses(RouteSettings route) {
        var settings = draft.settings();
        var domain = settings.domain().map(DomainSettings::name);
        if (domain.isEmpty()) {
            return true;
        }
        var host = route.host().or(() -> domain);
        boolean isTheDomain = host.equals(domain);
        return settings.services().values().stream()
                        .filter(ServiceSettings::isBalanced)
                        .flatMap(other -> other.routes().stream())
                        .noneMatch(other -> other.host().equals(host)
                                || isTheDomain && other.host().isEmpty())
                && (!isTheDomain || settings.cdn().isEmpty());
    }
}
