package groundwork.settings.rules.compute;

import static java.util.stream.Collectors.joining;

import groundwork.settings.compute.AppSettings;
import groundwork.settings.compute.AppSettings.Call;
import groundwork.settings.edge.DomainSettings;
import groundwork.settings.links.Offer;
import groundwork.settings.problems.Found;
import groundwork.settings.problems.Problems;
import groundwork.settings.rules.Draft;
import groundwork.settings.rules.links.LinkRules;
import java.util.Optional;
import java.util.TreeMap;

/** Apps run outside of the VPC, so they reach what is public and nothing else. */
public record AppRules(Draft draft, String name, AppSettings app) {

    public void check() {
        for (int i = 0; i < app.links().size(); i++) {
            target(app.links().get(i), draft.at("apps", name, "links").at(i));
        }
        app.domain().ifPresent(this::hostIsItsOwn);
        if (draft.isSound("apps", name, "source")) {
            draft.warnAt("apps", name, "source", "token")
                    .unless(
                            app.source().token().isPresent(),
                            "is not set; connect the repository in the Amplify console after the app is created");
        }
    }

    private void hostIsItsOwn(String host) {
        boolean isTheCdns = draft.settings().cdn().isPresent();
        boolean isAService = draft.settings().services().values().stream()
                .flatMap(service -> service.routes().stream())
                .anyMatch(route -> route.host()
                        .or(() -> draft.settings().domain().map(DomainSettings::name))
                        .equals(Optional.of(host)));
        boolean isDomain = draft.settings()
                .domain()
                .filter(domain -> domain.name().equals(host))
                .isPresent();
        var at = draft.at("apps", name, "domain");
        at.unless(
                !isAService && !(isDomain && isTheCdns),
                "%s already routes to %s; choose another",
                Found.quoted(host),
                isAService ? "services" : "the CDN");
        new TreeMap<>(draft.settings().apps())
                .headMap(name)
                .forEach((other, settings) -> at.unless(
                        !settings.domain().equals(app.domain()),
                        "%s is already the domain of apps.%s; choose another",
                        Found.quoted(host),
                        other));
    }

    private void target(Call link, Problems at) {
        if (!draft.allNames().contains(link.to())) {
            at.add("%s", LinkRules.undeclared(link.to(), draft.allNames()));
            return;
        }
        var service = draft.settings().services().get(link.to());
        var external = draft.settings().externals().get(link.to());
        boolean isPublic = service != null && service.isWeb()
                || external != null && external.secret().isEmpty();
        at.unless(
                isPublic,
                "%s is not public, and an app can reach only public endpoints; link to a service with "
                        + "routes, or to an external without a secret",
                Found.quoted(link.to()));
        if (service != null) {
            var useful = service.publicOffers();
            link.variables().forEach((variable, offered) -> at.at("variables")
                    .at(variable)
                    .unless(
                            useful.contains(new Offer(offered)),
                            "%s is reachable only inside the VPC; choose %s",
                            Found.quoted(offered),
                            useful.stream().map(Offer::name).collect(joining(", "))));
        }
    }
}
