package groundwork.settings.rules.network;

import groundwork.settings.NetworkSettings.Discovery;
import groundwork.settings.rules.Draft;
import groundwork.settings.service.RouteSettings;
import groundwork.settings.service.ServiceSettings;
import groundwork.settings.service.ServiceSettings.Deploy;
import java.util.TreeSet;

/** What a load balancer does for services and an HTTP API does not. */
public record HttpApiRules(Draft draft) {
    private static final String REMEDY = "or choose entrance: load-balancer";
    private static final String PATH = "/|/\\*|(/[\\w.~-]+)+(/\\*)?";

    public void check() {
        if (!draft.isSound("entrance")) {
            return;
        }
        if (!draft.settings().entrance().isHttpApi()) {
            throttlingHasAnApi();
            return;
        }
        productionSaysItTwice();
        nothingNeedsTheLoadBalancer();
        if (draft.areSoundInServices("routes", "platform", "health", "tasks", "deploy")) {
            leadsSomewhere();
            thereIsOneHost();
            draft.settings().services().forEach((name, service) -> {
                if (service.isBalanced()) {
                    check(name, service);
                }
            });
        }
    }

    private void throttlingHasAnApi() {
        for (var key : new String[] {"rate", "burst", "production"}) {
            draft.warnAt("entrance", key)
                    .unless(!draft.isWritten("entrance", key), "does nothing: only an HTTP API has it");
        }
    }

    private void productionSaysItTwice() {
        var settings = draft.settings();
        draft.at("entrance")
                .unless(
                        !settings.environment().isProduction()
                                || settings.entrance().production().orElse(false),
                        "an HTTP API has no AWS WAF and no WebSockets, and ends requests after 30 s; for an environment of"
                                + " kind production confirm it with production: true, %s",
                        REMEDY);
    }

    private void nothingNeedsTheLoadBalancer() {
        var settings = draft.settings();
        draft.at("waf").unless(settings.waf().isEmpty(), "AWS WAF does not attach to HTTP APIs; remove it, %s", REMEDY);
        draft.at("cdn")
                .unless(
                        settings.cdn().isEmpty(),
                        "the CDN reaches services through the load balancer; remove cdn, %s",
                        REMEDY);
        draft.at("loadBalancer")
                .unless(
                        !draft.isWritten("loadBalancer"),
                        "there is no load balancer with entrance: http-api, which admits all addresses and adds no headers;"
                                + " remove it, %s",
                        REMEDY);
        draft.at("network", "discovery")
                .unless(
                        settings.network().discovery() == Discovery.DNS,
                        "an HTTP API finds tasks in Cloud Map by DNS names; choose dns, %s",
                        REMEDY);
    }

    private void leadsSomewhere() {
        draft.at("entrance")
                .unless(
                        draft.settings().services().values().stream().anyMatch(ServiceSettings::isBalanced),
                        "an HTTP API leads to services on Fargate with routes, and there is none; remove entrance");
    }

    /** Without a host a route is the domain's. */
    private void thereIsOneHost() {
        var hosts = new TreeSet<>(draft.settings().otherHosts());
        boolean hasOwn = draft.settings().services().values().stream()
                .filter(ServiceSettings::isBalanced)
                .flatMap(service -> service.routes().stream())
                .map(RouteSettings::host)
                .anyMatch(host -> host.isEmpty() || !hosts.contains(host.get()));
        draft.settings().domain().filter(any -> hasOwn).ifPresent(domain -> hosts.add(domain.name()));
        draft.at("entrance")
                .unless(
                        hosts.size() <= 1,
                        "an HTTP API leads by path, and the routes have several hosts: %s; use one of them, %s",
                        String.join(", ", hosts),
                        REMEDY);
        draft.at("entrance")
                .unless(
                        hosts.stream().noneMatch(host -> host.startsWith("*")),
                        "an HTTP API answers to one host, and a route has a wildcard host; name the host, %s",
                        REMEDY);
    }

    private void check(String name, ServiceSettings service) {
        for (int i = 0; i < service.routes().size(); i++) {
            var route = service.routes().get(i);
            var at = draft.at("services", name, "routes").at(i);
            at.at("sticky")
                    .unless(route.sticky().isEmpty(), "an HTTP API has no sticky sessions; remove sticky, %s", REMEDY);
            at.at("path")
                    .unless(
                            route.path().matches(PATH),
                            "\"%s\" is not a route of an HTTP API, which takes * only as the last part, after /, and otherwise"
                                    + " letters, digits and _.~-; change it, %s",
                            route.path(),
                            REMEDY);
        }
        draft.at("services", name, "deploy")
                .unless(
                        service.deploy() != Deploy.BLUE_GREEN,
                        "CodeDeploy moves requests between target groups, which an HTTP API does not have; choose rolling, %s",
                        REMEDY);
        draft.at("services", name, "health")
                .unless(
                        service.health().container().isPresent(),
                        "an HTTP API checks no health, so only a check inside the container tells which tasks take requests;"
                                + " set health.container, %s",
                        REMEDY);
        draft.at("services", name, "tasks", "requestsPerMinute")
                .unless(
                        service.tasks().requestsPerMinute().isEmpty(),
                        "requests are counted per target group, which an HTTP API does not have; scale by cpu, %s",
                        REMEDY);
    }
}
