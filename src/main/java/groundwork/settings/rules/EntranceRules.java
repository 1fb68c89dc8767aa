package groundwork.settings.rules;

import groundwork.settings.ServiceSettings;

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
        }
        if (draft.isSound("domain") && draft.isSound("aws:region")) {
            draft.settings().domain().flatMap(domain -> domain.certificate()).ifPresent(this::certificateIsInTheRegion);
        }
        alarmsReachSomebody();
    }

    private void cdnHasSomethingToServe() {
        draft.settings().cdn().ifPresent(cdn -> draft.at("cdn")
                .unless(
                        hasWeb() || !cdn.staticPaths().isEmpty(),
                        "there is nothing to serve: no service has routes and staticPaths is empty"));
    }

    private void firewallHasAnEntrance() {
        draft.warnAt("waf")
                .unless(
                        draft.settings().waf().isEmpty()
                                || hasWeb()
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

    private boolean hasWeb() {
        return draft.settings().services().values().stream().anyMatch(ServiceSettings::isWeb);
    }
}
