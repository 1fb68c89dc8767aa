package groundwork.simulated.answers;

import groundwork.simulated.Wanted;
import groundwork.simulated.shapes.Fingerprint;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The name that DNS leads to for a custom domain of an API, and its hosted zone. */
final class ApiDomainTarget {
    private static final String CONFIGURATION = "domainNameConfiguration";

    private ApiDomainTarget() {}

    static void compute(Wanted wanted, Map<String, Object> outputs) {
        if (wanted.inputs().get(CONFIGURATION) instanceof Map<?, ?> given) {
            var seed = wanted.place().account() + wanted.inputs().get("domainName");
            var configuration = new TreeMap<String, Object>();
            given.forEach((key, value) -> configuration.put((String) key, value));
            configuration.put(
                    "targetDomainName",
                    "d-%s.execute-api.%s.amazonaws.com"
                            .formatted(
                                    Fingerprint.hex(seed + "target", 10),
                                    wanted.place().region()));
            configuration.put(
                    "hostedZoneId", "Z" + Fingerprint.hex(seed + "zone", 13).toUpperCase(Locale.ROOT));
            outputs.put(CONFIGURATION, configuration);
        }
    }
}
