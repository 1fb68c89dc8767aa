package groundwork.settings.rules;

import groundwork.settings.compute.ServiceSettings;
import groundwork.settings.edge.CdnSettings;
import groundwork.settings.reader.Found;
import java.util.function.Predicate;

/** The domain, the CDN, the firewall and the alarms have something to do and somebody to tell. */
final class EntranceRules {
    private final Draft draft;

    EntranceRules(Draft draft) {
        this.draft = draft;
    }

    void check() {
        if (draft.isSound("services")) {
            cdnHasSomethingToServe();
            firewallHasAnEntrance();
            draft.settings().cdn().ifPresent(this::pagesAreFiles);
            draft.settings().cdn().filter(CdnSettings::servesPages).ifPresent(this::pagesStandBesideServices);
        }
        if (draft.isSound("domain") && draft.isSound("aws:region")) {
            draft.settings().domain().flatMap(domain -> domain.certificate()).ifPresent(this::certificateIsInTheRegion);
        }
        alarmsReachSomebody();
    }

    private void cdnHasSomethingToServe() {
        draft.settings().cdn().ifPresent(cdn -> draft.at("cdn")
                .unless(
                        has(ServiceSettings::isBalanced) || !cdn.staticPaths().isEmpty(),
                        "there is nothing to serve: no service has routes and staticPaths is empty"));
    }

    private void pagesAreFiles(CdnSettings cdn) {
        boolean servesPages = cdn.servesPages() || !has(ServiceSettings::isBalanced);
        var idle = "does nothing: services answer what is not static";
        draft.warnAt("cdn", "cleanUrls").unless(servesPages || !cdn.cleanUrls(), idle);
        draft.warnAt("cdn", "spa").unless(servesPages || !cdn.spa(), idle);
        draft.warnAt("cdn", "notFound").unless(servesPages || cdn.notFound().isEmpty(), idle);
        draft.warnAt("cdn", "notFound")
                .unless(!cdn.spa() || cdn.notFound().isEmpty(), "is never shown: with spa no page is missing");
    }

    private void pagesStandBesideServices(CdnSettings cdn) {
        draft.at("cdn", "servicePaths")
                .unless(has(ServiceSettings::isBalanced), "no service behind the load balancer has routes; remove it");
        draft.warnAt("cdn", "notFound")
                .unless(
                        cdn.spa() || cdn.notFound().isEmpty(),
                        "is never shown: beside services it would stand in for their answers too");
        draft.warnAt("cdn", "spa")
                .unless(!cdn.spa() || !cdn.cleanUrls(), "does nothing: with cleanUrls each address has its own page");
        for (int i = 0; i < cdn.servicePaths().size(); i++) {
            var path = cdn.servicePaths().get(i);
            draft.at("cdn", "servicePaths")
                    .at(i)
                    .unless(
                            !cdn.staticPaths().contains(path),
                            "%s is one of staticPaths too; choose one",
                            Found.quoted(path));
        }
    }

    private void firewallHasAnEntrance() {
        draft.warnAt("waf")
                .unless(
                        draft.settings().waf().isEmpty()
                                || has(ServiceSettings::isWeb)
                                || draft.settings().cdn().isPresent(),
                        "guards nothing: no service has routes, and there is no cdn");
    }

    private void certificateIsInTheRegion(String arn) {
        var region = arn.split(":")[3];
        draft.at("domain", "certificate")
                .unless(
                        region.equals(draft.region()),
                        "the certificate is in %s, but the load balancer needs one in %s",
                        region,
                        draft.region());
    }

    private void alarmsReachSomebody() {
        var alarms = draft.settings().observability().alarms();
        draft.warnAt("observability", "alarms", "email")
                .unless(!alarms.enabled() || !alarms.email().isEmpty(), "there are alarms, but nobody is told of them");
    }

    private boolean has(Predicate<ServiceSettings> kind) {
        return draft.settings().services().values().stream().anyMatch(kind);
    }
}
