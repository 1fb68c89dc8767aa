package groundwork.plan.edge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Which names a certificate holds, and which of them have to be proven. */
public final class CertificateNames {
    private static final String WILDCARD = "*.";

    private CertificateNames() {}

    /** The domain, all names directly under it, and each host that these leave out. */
    public static List<String> covering(String domain, Collection<String> hosts) {
        var names = new ArrayList<>(List.of(domain, WILDCARD + domain));
        for (var host : new TreeSet<>(hosts)) {
            if (names.stream().noneMatch(name -> covers(name, host))) {
                names.add(host);
            }
        }
        return List.copyOf(names);
    }

    /** A name and its wildcard are proven by one and the same record. */
    public static List<String> toProve(List<String> names) {
        return names.stream().map(CertificateNames::withoutWildcard).distinct().toList();
    }

    public static String withoutWildcard(String name) {
        return name.startsWith(WILDCARD) ? name.substring(WILDCARD.length()) : name;
    }

    private static boolean covers(String name, String host) {
        boolean isOneLabelLonger = name.startsWith(WILDCARD)
                && !host.startsWith(WILDCARD)
                && host.substring(host.indexOf('.') + 1).equals(withoutWildcard(name));
        return name.equals(host) || isOneLabelLonger;
    }
}
