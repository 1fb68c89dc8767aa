package groundwork.simulated.answers;

import groundwork.simulated.Wanted;
import groundwork.simulated.shapes.Fingerprint;
import groundwork.values.Unknown;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The DNS records a certificate asks for: one per name, a wildcard sharing that of its own domain. */
public final class CertificateOptions {
    private static final String OPTIONS = "domainValidationOptions";

    private CertificateOptions() {}

    public static void compute(Wanted wanted, Map<String, Object> outputs) {
        var names = new ArrayList<Object>();
        names.add(wanted.inputs().getOrDefault("domainName", ""));
        Object alternatives = wanted.inputs().getOrDefault("subjectAlternativeNames", List.of());
        if (alternatives instanceof List<?> list) {
            names.addAll(list);
        }
        if (alternatives == Unknown.UNKNOWN || names.contains(Unknown.UNKNOWN)) {
            outputs.put(OPTIONS, Unknown.UNKNOWN);
            return;
        }
        outputs.putIfAbsent("subjectAlternativeNames", List.of(names.get(0)));
        outputs.put(
                OPTIONS,
                new LinkedHashSet<>(names)
                        .stream()
                                .map(name -> (Object) option(wanted, (String) name))
                                .toList());
    }

    private static Map<String, Object> option(Wanted wanted, String name) {
        String domain = name.startsWith("*.") ? name.substring(2) : name;
        String seed = wanted.place().account() + domain;
        var option = new TreeMap<String, Object>();
        option.put("domainName", name);
        option.put("resourceRecordName", "_" + Fingerprint.hex(seed + "name", 32) + "." + domain + ".");
        option.put("resourceRecordType", "CNAME");
        option.put("resourceRecordValue", "_" + Fingerprint.hex(seed + "value", 32) + ".acm-validations.aws.");
        return option;
    }
}
