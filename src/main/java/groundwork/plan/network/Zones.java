package groundwork.plan.network;

import groundwork.aws.ZoneLetters;
import groundwork.settings.NetworkSettings;
import java.util.ArrayList;
import java.util.List;

/** Which availability zones a stack spans, known before anything is asked of AWS. */
public final class Zones {
    private Zones() {}

    /** The zones of the settings, made up to at least {@code least} with others of the region. */
    public static List<String> of(String region, NetworkSettings network, int least) {
        var zones = new ArrayList<>(network.zoneNames());
        int wanted = Math.max(least, network.zoneCount());
        for (char letter : ZoneLetters.of(region).toCharArray()) {
            var zone = region + letter;
            if (zones.size() < wanted && !zones.contains(zone)) {
                zones.add(zone);
            }
        }
        return List.copyOf(zones);
    }
}
