package groundwork.plan.network;

import groundwork.settings.NetworkSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which availability zones a stack spans, known before anything is asked of AWS. */
public final class Zones {
    private static final String USUAL_LETTERS = "abcdef";
    private static final Map<String, String> UNUSUAL_LETTERS =
            Map.of("us-west-1", "ac", "ca-central-1", "abd", "ap-northeast-1", "acd");

    private Zones() {}

    /** The zones of the settings, made up to at least {@code least} with others of the region. */
    public static List<String> of(String region, NetworkSettings network, int least) {
        var zones = new ArrayList<>(network.zoneNames());
        int wanted = Math.max(least, network.zoneCount());
        for (char letter : UNUSUAL_LETTERS.getOrDefault(region, USUAL_LETTERS).toCharArray()) {
            var zone = region + letter;
            if (zones.size() < wanted && !zones.contains(zone)) {
                zones.add(zone);
            }
        }
        return List.copyOf(zones);
    }
}
