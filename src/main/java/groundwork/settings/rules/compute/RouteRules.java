package groundwork.settings.rules.compute;

import static groundwork.aws.ResourceTypes.ECS_SERVICE;

import groundwork.aws.ListLimit;
import groundwork.settings.problems.Found;
import groundwork.settings.rules.Draft;
import groundwork.settings.service.RouteSettings;
import groundwork.settings.service.ServiceSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every request has one service that answers it. */
public final class RouteRules {
    private static final int TARGET_GROUPS =
            ListLimit.of(ECS_SERVICE, "loadBalancers").most();
    private static final Pattern WILDCARDS = Pattern.compile("[*?]+");

    private final Draft draft;
    private final List<Placed> routes = new ArrayList<>();

    /** A route and where it was written. */
    private record Placed(String service, int index, RouteSettings route) {
        String path() {
            return "services." + service + ".routes[" + index + "]";
        }

        String host() {
            return route.host().orElse("");
        }
    }

    public RouteRules(Draft draft) {
        this.draft = draft;
        draft.settings().services().forEach((name, service) -> {
            for (int i = 0; i < service.routes().size(); i++) {
                routes.add(new Placed(name, i, service.routes().get(i)));
            }
        });
    }

    public void check() {
        requestsHaveOneAnswer();
        draft.settings().services().forEach(this::targetGroupsCanBeHad);
        routes.forEach(this::hostLiesUnderTheDomain);
        balanced().forEach(this::isNotHidden);
    }

    private void requestsHaveOneAnswer() {
        var owners = new HashMap<String, Placed>();
        for (var placed : routes) {
            var owner = owners.putIfAbsent(
                    entrance(placed) + placed.host() + pattern(placed.route().path()), placed);
            if (owner != null) {
                draft.at("services", placed.service(), "routes")
                        .at(placed.index())
                        .add(
                                "%s is already routed to %s; change or remove one of the two",
                                Found.quoted(placed.host() + placed.route().path()), owner.path());
            }
        }
    }

    private void targetGroupsCanBeHad(String name, ServiceSettings service) {
        long groups =
                service.routes().stream().map(RouteSettings::sticky).distinct().count();
        draft.at("services", name, "routes")
                .unless(
                        groups <= TARGET_GROUPS,
                        "%d different sticky durations need as many target groups, and ECS allows %d per service; use fewer durations",
                        groups,
                        TARGET_GROUPS);
    }

    /** A path as it matches: in a row of wildcards their order and more than one * make no difference. */
    private static String pattern(String path) {
        return WILDCARDS
                .matcher(path)
                .replaceAll(row -> row.group().replace("*", "") + (row.group().contains("*") ? "*" : ""));
    }

    /** Without a domain a service that the load balancer does not lead to has a name of its own. */
    private String entrance(Placed placed) {
        boolean isItsOwn = draft.settings().domain().isEmpty()
                && !draft.settings().services().get(placed.service()).isBalanced();
        return isItsOwn ? placed.service() + " " : "";
    }

    private void hostLiesUnderTheDomain(Placed placed) {
        if (placed.host().isEmpty() || !draft.isSound("domain")) {
            return;
        }
        var at = draft.at("services", placed.service(), "routes")
                .at(placed.index())
                .at("host");
        var domain = draft.settings().domain();
        if (domain.isEmpty()) {
            at.add("host %s needs a certificate and a DNS record; set domain", Found.quoted(placed.host()));
            return;
        }
        var name = domain.get().name();
        at.unless(
                placed.host().equals(name) || placed.host().endsWith("." + name),
                "%s is not in the domain %s",
                Found.quoted(placed.host()),
                name);
    }

    /** A route with a host goes before every route without one. */
    private void isNotHidden(Placed placed) {
        balanced()
                .filter(other -> placed.host().isEmpty() && !other.host().isEmpty())
                .filter(other -> !other.service().equals(placed.service()))
                .filter(other -> covers(other.route().path(), placed.route().path()))
                .forEach(other -> draft.warnAt("services", placed.service(), "routes")
                        .at(placed.index())
                        .add(
                                "on host %s, %s matches first, so %s is never reached there; add that host to this route "
                                        + "if it should be",
                                other.host(),
                                other.path(),
                                Found.quoted(placed.route().path())));
    }

    private Stream<Placed> balanced() {
        var services = draft.settings().services();
        return routes.stream().filter(placed -> services.get(placed.service()).isBalanced());
    }

    private static boolean covers(String general, String path) {
        return general.endsWith("*") && path.startsWith(general.substring(0, general.length() - 1));
    }
}
