package groundwork.plan.edge;

import static java.util.Objects.requireNonNull;

import groundwork.settings.edge.DomainSettings;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** Which public name leads where. */
public record DnsPlan(List<Alias> aliases) {
    public enum Target {
        CDN,
        LOAD_BALANCER
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

    /** {@code hosts} are those that routes answer to, {@code cdnHosts} those of the CDN beside the domain. */
    public static DnsPlan of(
            String domain, Collection<String> hosts, Collection<String> cdnHosts, boolean hasBalancer, boolean hasCdn) {
        var targets = new TreeMap<String, Target>();
        if (hasBalancer) {
            hosts.forEach(host -> targets.put(host, Target.LOAD_BALANCER));
        }
        if (hasBalancer && hasCdn) {
            targets.put(DomainSettings.originHost(domain), Target.LOAD_BALANCER);
        }
        if (hasCdn) {
            targets.put(domain, Target.CDN);
            cdnHosts.forEach(host -> targets.put(host, Target.CDN));
        }
        return new DnsPlan(targets.entrySet().stream()
                .map(entry -> new Alias(entry.getKey(), entry.getValue()))
                .toList());
    }
}
