package groundwork.plan.edge;

import static java.util.Objects.requireNonNull;

import groundwork.settings.StackSettings;
import groundwork.settings.edge.CdnSettings;
import groundwork.settings.edge.WafSettings;
import groundwork.settings.service.ServiceSettings;
import java.util.List;
import java.util.Optional;

/** A web ACL: its settings, the countries that it lets in itself, and whether a query over its log is saved. */
public record FirewallPlan(WafSettings settings, List<String> countries, boolean savesQuery) {
    public FirewallPlan {
        requireNonNull(settings, "settings is null");
        countries = List.copyOf(countries);
    }

    /** In front of services; those that CloudFront serves have its countries too. */
    static Optional<FirewallPlan> ofServices(StackSettings settings) {
        boolean hasWeb = settings.services().values().stream().anyMatch(ServiceSettings::isWeb);
        return hasWeb ? settings.waf().map(waf -> of(waf, countries(waf, settings), settings)) : Optional.empty();
    }

    /** In front of what CloudFront serves, which enforces the CDN's countries itself. */
    static Optional<FirewallPlan> ofCdn(StackSettings settings) {
        return settings.waf().map(waf -> of(waf, waf.countries(), settings));
    }

    /** In front of apps on Amplify Hosting. */
    public static Optional<FirewallPlan> ofApps(StackSettings settings) {
        return settings.apps().isEmpty() ? Optional.empty() : ofCdn(settings);
    }

    private static FirewallPlan of(WafSettings waf, List<String> countries, StackSettings settings) {
        return new FirewallPlan(waf, countries, settings.observability().queries());
    }

    private static List<String> countries(WafSettings waf, StackSettings settings) {
        return waf.countries().isEmpty()
                ? settings.cdn().map(CdnSettings::countries).orElse(List.of())
                : waf.countries();
    }
}
