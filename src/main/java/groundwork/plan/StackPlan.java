package groundwork.plan;

import static java.util.Objects.requireNonNull;

import groundwork.plan.names.Names;
import groundwork.plan.names.SecretNames;
import groundwork.settings.EncryptionSettings.Key;
import groundwork.settings.EnvironmentKind;
import groundwork.settings.LinkKind;
import groundwork.settings.NetworkSettings;
import groundwork.settings.StackSettings;
import groundwork.settings.audit.AuditSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What concerns the stack as a whole: what every component knows of it, its providers and its key. */
public record StackPlan(
        Names names,
        SecretNames secretNames,
        String region,
        EnvironmentKind environment,
        boolean protects,
        Duration logRetention,
        String innerDomain,
        ProviderPlan providers,
        Key key,
        Optional<AuditSettings> audit,
        boolean tellsOfEvents,
        Map<String, String> formerNames) {
    public StackPlan {
        requireNonNull(names, "names is null");
        requireNonNull(secretNames, "secretNames is null");
        requireNonNull(region, "region is null");
        requireNonNull(environment, "environment is null");
        requireNonNull(logRetention, "logRetention is null");
        requireNonNull(innerDomain, "innerDomain is null");
        requireNonNull(providers, "providers is null");
        requireNonNull(key, "key is null");
        requireNonNull(audit, "audit is null");
        formerNames = Map.copyOf(formerNames);
    }

    public static StackPlan of(String stack, String region, StackSettings settings) {
        var names = new Names(settings.system(), stack);
        return new StackPlan(
                names,
                new SecretNames(names, settings.secretPath()),
                region,
                settings.environment(),
                settings.protect(),
                settings.observability().logs(),
                settings.network()
                        .serviceDomain()
                        .orElseGet(() -> NetworkSettings.usualServiceDomain(names.system(), names.stack())),
                ProviderPlan.of(names, settings),
                settings.encryption().key(),
                settings.audit(),
                settings.tellsOfEvents(),
                formerNames(settings));
    }

    /** What entries were called before, by what they are called now; no two of any kind have one name. */
    private static Map<String, String> formerNames(StackSettings settings) {
        var formerNames = new TreeMap<String, String>();
        for (var kind : LinkKind.all()) {
            kind.entries(settings)
                    .forEach((name, entry) -> entry.renamedFrom().ifPresent(former -> formerNames.put(name, former)));
        }
        return formerNames;
    }
}
