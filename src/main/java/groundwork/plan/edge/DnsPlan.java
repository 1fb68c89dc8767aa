package groundwork.plan.edge;

import static java.util.Objects.requireNonNull;

import groundwork.settings.edge.DomainSettings;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Which public name leads where. */
public record DnsPlan(List<Alias> aliases) {
    public enum Target {
        CDN,
        LOAD_BALANCER,
        HTTP_API
    }

    public record Alias(String host, Target target) {
        public Alias {
            requireNonNull(host, "host is null");
            requireNonNull(target, "target is null");
        }
    }

    static final DnsPlan NONE = new DnsPlan(List.of());

    public DnsPlan {
        aliases = List.copyOf(aliases);
    }

    /** {@code hosts} are those that routes answer to, by what is before the services, and {@code cdnHosts} those of the CDN beside the domain. */
    public static DnsPlan of(
            String domain,
            Collection<String> hosts,
            Collection<String> cdnHosts,
            Optional<Target> beforeServices,
            boolean hasCdn) {
        var targets = new TreeMap<String, Target>();
        beforeServices.ifPresent(target -> {
            hosts.forEach(host -> targets.put(host, target));
            if (hasCdn) {
                targets.put(DomainSettings.originHost(domain), target);
            }
        });
        if (hasCdn) {
            targets.put(domain, Target.CDN);
            cdnHosts.forEach(host -> targets.put(host, Target.CDN));
        }
        return new DnsPlan(targets.entrySet().stream()
                .map(entry -> new Alias(entry.getKey(), entry.getValue()))
                .toList());
    }
}
