package groundwork.simulated.answers;

import static java.util.stream.Collectors.toList;

import groundwork.simulated.Wanted;
import groundwork.simulated.shapes.Fingerprint;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** What the awsx network component says about the network it built. */
public final class AwsxVpc {
    private static final List<String> USUAL = List.of("private", "public");

    private AwsxVpc() {}

    public static void compute(Wanted wanted, Map<String, Object> outputs) {
        outputs.put("vpcId", "vpc-" + Fingerprint.hex(wanted.urn(), 17));
        var kinds = kinds(wanted.inputs().get("subnetSpecs"));
        for (String kind : List.of("public", "private", "isolated")) {
            int count = kinds.contains(kind) ? zones(wanted.inputs()) : 0;
            outputs.put(kind + "SubnetIds", ids(wanted, "subnet-", kind, count));
        }
        outputs.put("natGateways", List.of());
        outputs.put("eips", List.of());
    }

    private static List<String> kinds(Object specs) {
        if (!(specs instanceof List<?> list)) {
            return USUAL;
        }
        return list.stream()
                .filter(Map.class::isInstance)
                .map(spec -> String.valueOf(((Map<?, ?>) spec).get("type")).toLowerCase(Locale.ROOT))
                .toList();
    }

    private static int zones(Map<String, Object> inputs) {
        if (inputs.get("availabilityZoneNames") instanceof List<?> names) {
            return names.size();
        }
        return inputs.get("numberOfAvailabilityZones") instanceof Number number ? number.intValue() : 3;
    }

    private static List<Object> ids(Wanted wanted, String prefix, String kind, int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> (Object) (prefix + Fingerprint.hex(wanted.urn() + kind + index, 17)))
                .collect(toList());
    }
}
