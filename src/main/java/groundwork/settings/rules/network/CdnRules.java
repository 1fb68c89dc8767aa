package groundwork.settings.rules.network;

import groundwork.settings.edge.CdnSettings;
import groundwork.settings.edge.DomainSettings;
import groundwork.settings.problems.Found;
import groundwork.settings.rules.Draft;
import groundwork.settings.service.ServiceSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The CDN has something to serve, each page has one place, and nothing goes round it unseen. */
final class CdnRules {
    private final Draft draft;
    private final CdnSettings cdn;
    private final boolean besideServices;

    CdnRules(Draft draft, CdnSettings cdn) {
        this.draft = draft;
        this.cdn = cdn;
        besideServices = has(ServiceSettings::isBalanced);
    }

    void check() {
        draft.at("cdn")
                .unless(
                        besideServices || !cdn.staticPaths().isEmpty(),
                        "has nothing to serve: no service has routes and staticPaths is empty");
        draft.at("cdn", "servicePaths")
                .unless(
                        besideServices || !cdn.servesPages(),
                        "no service behind the load balancer has routes; remove it");
        pathsHaveOnePlace();
        hostsAreItsOwn();
        pagesAreFiles();
        if (besideServices) {
            nobodyGoesRound();
        }
        countriesHoldEverywhere();
    }

    private void pathsHaveOnePlace() {
        for (int i = 0; i < cdn.servicePaths().size(); i++) {
            var path = cdn.servicePaths().get(i);
            draft.at("cdn", "servicePaths")
                    .at(i)
                    .unless(
                            !cdn.staticPaths().contains(path),
                            "%s is also in staticPaths; keep one",
                            Found.quoted(path));
        }
        for (int i = 0; i < cdn.staticPaths().size(); i++) {
            var path = cdn.staticPaths().get(i);
            draft.at("cdn", "staticPaths")
                    .at(i)
                    .unless(
                            !besideServices || !path.replace("*", "").equals("/"),
                            "%s takes the root path from the services; list the folders of static files",
                            Found.quoted(path));
        }
    }

    private void hostsAreItsOwn() {
        var domain = draft.settings().domain().map(DomainSettings::name).orElse("");
        for (int i = 0; i < cdn.hosts().size(); i++) {
            var host = cdn.hosts().get(i);
            var at = draft.at("cdn", "hosts").at(i);
            if (domain.isEmpty()) {
                at.add("host %s needs a certificate and a DNS record; set domain", Found.quoted(host));
                continue;
            }
            at.unless(
                    host.endsWith("." + domain) && host.indexOf('.') == host.length() - domain.length() - 1,
                    "%s is not a name right under the domain, %s",
                    Found.quoted(host),
                    domain);
            at.unless(
                    !host.equals(DomainSettings.originHost(domain)),
                    "%s is the origin name of the load balancer; choose another",
                    Found.quoted(host));
            at.unless(
                    !routeHosts().contains(host) && appDomains().noneMatch(host::equals),
                    "%s leads to a service or an app already; choose another",
                    Found.quoted(host));
        }
    }

    private List<String> routeHosts() {
        return draft.settings().services().values().stream()
                .flatMap(service -> service.routes().stream())
                .flatMap(route -> route.host().stream())
                .toList();
    }

    private Stream<String> appDomains() {
        return draft.settings().apps().values().stream().flatMap(app -> app.domain().stream());
    }

    private void pagesAreFiles() {
        if (besideServices && !cdn.servesPages()) {
            var idle = idlePages();
            draft.warnAt("cdn")
                    .unless(
                            idle.isEmpty(),
                            "%s: has no effect, because services answer every other path; list their paths in servicePaths",
                            String.join(", ", idle));
            return;
        }
        boolean eachHasItsOwn = besideServices && cdn.cleanUrls();
        draft.warnAt("cdn", "spa")
                .unless(!cdn.spa() || !eachHasItsOwn, "does nothing: with cleanUrls each address has its own page");
        draft.warnAt("cdn", "notFound")
                .unless(
                        cdn.notFound().isEmpty() || !besideServices && !cdn.spa(),
                        cdn.spa() && !eachHasItsOwn
                                ? "has no effect: with spa every path serves index.html"
                                : "has no effect: it would also replace 404 responses of services");
    }

    private List<String> idlePages() {
        var idle = new ArrayList<String>();
        if (cdn.cleanUrls()) {
            idle.add("cleanUrls");
        }
        cdn.notFound().ifPresent(any -> idle.add("notFound"));
        if (cdn.spa()) {
            idle.add("spa");
        }
        return idle;
    }

    private void nobodyGoesRound() {
        draft.warnAt("loadBalancer", "allow")
                .unless(
                        !draft.settings().otherHosts().isEmpty() || !draft.isWritten("loadBalancer", "allow"),
                        "has no effect: behind the CDN only CloudFront may connect; use waf.allow");
        draft.settings()
                .domain()
                .map(DomainSettings::name)
                .map(DomainSettings::originHost)
                .ifPresent(this::originIsNoRoute);
    }

    private void originIsNoRoute(String origin) {
        draft.settings().services().forEach((name, service) -> {
            for (int i = 0; i < service.routes().size(); i++) {
                var host = service.routes().get(i).host();
                draft.at("services", name, "routes")
                        .at(i)
                        .at("host")
                        .unless(
                                !host.equals(Optional.of(origin)),
                                "%s is the origin name of the load balancer; choose another",
                                Found.quoted(origin));
            }
        });
    }

    private void countriesHoldEverywhere() {
        var round = Stream.concat(
                        draft.settings().otherHosts().stream(),
                        draft.settings().services().entrySet().stream()
                                .filter(entry -> entry.getValue().isWeb()
                                        && !entry.getValue().isBalanced())
                                .map(entry -> "services." + entry.getKey()))
                .toList();
        draft.warnAt("cdn", "countries")
                .unless(
                        cdn.countries().isEmpty() || draft.settings().waf().isPresent() || round.isEmpty(),
                        "not enforced for %s, which bypasses the CDN; add waf to enforce it there",
                        String.join(", ", round));
    }

    private boolean has(Predicate<ServiceSettings> kind) {
        return draft.settings().services().values().stream().anyMatch(kind);
    }
}
