package groundwork.simulated.rules.network;

import static groundwork.aws.ResourceTypes.EC2_SUBNET;

import groundwork.simulated.World;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** In which zones a list of subnets lies. */
public final class Subnets {

    private Subnets() {}

    /** The zones, when every subnet is one of this program's. */
    public static Optional<Set<String>> zones(Collection<String> subnetIds, World world) {
        var zones = new TreeSet<String>();
        for (String id : subnetIds) {
            var zone = zone(id, world);
            if (zone.isEmpty()) {
                return Optional.empty();
            }
            zones.add(zone.get());
        }
        return Optional.of(zones);
    }

    static Set<String> zonesTwice(List<String> subnetIds, World world) {
        var seen = new HashSet<String>();
        var twice = new TreeSet<String>();
        for (String id : subnetIds) {
            zone(id, world).filter(zone -> !seen.add(zone)).ifPresent(twice::add);
        }
        return twice;
    }

    private static Optional<String> zone(String subnetId, World world) {
        return world.identified(EC2_SUBNET, subnetId).flatMap(subnet -> subnet.text("availabilityZone"));
    }
}
