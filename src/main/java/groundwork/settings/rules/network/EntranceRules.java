package groundwork.settings.rules.network;

import groundwork.settings.edge.CdnSettings;
import groundwork.settings.edge.WafSettings;
import groundwork.settings.rules.Draft;
import groundwork.settings.service.ServiceSettings;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The domain, the CDN, the firewall and the alarms have something to do and somebody to tell. */
public record EntranceRules(Draft draft) {
    public void check() {
        if (draft.areSoundInServices("routes", "platform")) {
            firewallHasAnEntrance();
            productionHasAFirewall();
            countriesAreNamedOnce();
            productionIsNotPlain();
            loadBalancerHasSomethingToSay();
            draft.settings().cdn().ifPresent(cdn -> new CdnRules(draft, cdn).check());
        }
        if (draft.isSound("domain") && draft.isSound("aws:region")) {
            draft.settings().domain().flatMap(domain -> domain.certificate()).ifPresent(this::certificateIsInTheRegion);
        }
        alarmsReachSomebody();
    }

    private void firewallHasAnEntrance() {
        draft.warnAt("waf")
                .unless(
                        draft.settings().waf().isEmpty() || isPublic(),
                        "has nothing to protect: no service has routes, and there is no cdn and no app");
    }

    private void productionHasAFirewall() {
        draft.warnAt("waf")
                .unless(
                        !draft.settings().environment().isProduction()
                                || draft.settings().waf().isPresent()
                                || !isPublic(),
                        "not set: no firewall filters what comes from the internet; add waf: {} for AWS WAF,"
                                + " from about $8 a month at each entrance");
    }

    private void countriesAreNamedOnce() {
        var atCdn = draft.settings().cdn().map(CdnSettings::countries).orElse(List.of());
        var atFirewall = draft.settings().waf().map(WafSettings::countries).orElse(List.of());
        draft.at("waf", "countries")
                .unless(
                        atCdn.isEmpty()
                                || atFirewall.isEmpty()
                                || Set.copyOf(atCdn).equals(Set.copyOf(atFirewall)),
                        "%s, but cdn.countries is %s; remove one of the two",
                        atFirewall,
                        atCdn);
    }

    private boolean isPublic() {
        return has(ServiceSettings::isWeb)
                || draft.settings().cdn().isPresent()
                || !draft.settings().apps().isEmpty();
    }

    private void productionIsNotPlain() {
        var settings = draft.settings();
        boolean isPlain = settings.environment().isProduction()
                && settings.domain().isEmpty()
                && !settings.entrance().isHttpApi()
                && has(ServiceSettings::isBalanced);
        draft.warnAt("domain")
                .unless(
                        !isPlain,
                        settings.cdn().isPresent()
                                ? "not set: the CDN connects to the load balancer over unencrypted HTTP; set domain to get a "
                                        + "certificate"
                                : "not set: traffic is unencrypted HTTP; set domain to get a certificate");
    }

    private void loadBalancerHasSomethingToSay() {
        var settings = draft.settings();
        draft.warnAt("loadBalancer", "headers")
                .unless(
                        settings.loadBalancer().headers().isEmpty()
                                || settings.domain().isPresent(),
                        "hsts is omitted: without a domain there is no HTTPS");
    }

    private void certificateIsInTheRegion(String arn) {
        var region = arn.split(":")[3];
        draft.at("domain", "certificate")
                .unless(
                        region.equals(draft.region()),
                        "the certificate is in %s, but the entrance needs one in %s",
                        region,
                        draft.region());
    }

    private void alarmsReachSomebody() {
        var alarms = draft.settings().observability().alarms();
        draft.warnAt("observability", "alarms", "enabled")
                .unless(
                        !draft.settings().environment().isProduction() || alarms.enabled(),
                        "nobody is told when production fails; set it to true");
        draft.warnAt("observability", "alarms", "email")
                .unless(!alarms.enabled() || alarms.tellsSomebody(), "alarms have no recipient");
    }

    private boolean has(Predicate<ServiceSettings> kind) {
        return draft.settings().services().values().stream().anyMatch(kind);
    }
}
