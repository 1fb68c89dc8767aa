package groundwork.plan;

import static java.util.Objects.requireNonNull;

import groundwork.settings.ServiceSettings;
import groundwork.settings.ServiceSettings.RouteSettings;
import groundwork.settings.StackSettings;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

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

    public DnsPlan {
        aliases = List.copyOf(aliases);
    }

    public static DnsPlan of(String domain, StackSettings settings) {
        boolean hasCdn = settings.cdn().isPresent();
        boolean hasBalancer = settings.services().values().stream().anyMatch(ServiceSettings::isWeb);
        var targets = new TreeMap<String, Target>();
        if (hasBalancer) {
            hosts(settings.services().values()).forEach(host -> targets.put(host, Target.LOAD_BALANCER));
            targets.put(domain, Target.LOAD_BALANCER);
        }
        if (hasBalancer && hasCdn) {
            targets.put(originHost(domain), Target.LOAD_BALANCER);
        }
        if (hasCdn) {
            targets.put(domain, Target.CDN);
        }
        return new DnsPlan(targets.entrySet().stream()
                .map(entry -> new Alias(entry.getKey(), entry.getValue()))
                .toList());
    }

    /** Every host that a route names. */
    public static SortedSet<String> hosts(Collection<ServiceSettings> services) {
        var hosts = new TreeSet<String>();
        services.forEach(service ->
                service.routes().stream().map(RouteSettings::host).forEach(host -> host.ifPresent(hosts::add)));
        return hosts;
    }

    /** What the CDN calls the load balancer. */
    public static String originHost(String domain) {
        return "origin." + domain;
    }
}
