package groundwork.settings.rules.network;

import groundwork.aws.ZoneLetters;
import groundwork.settings.NetworkSettings;
import groundwork.settings.NetworkSettings.Builder;
import groundwork.settings.NetworkSettings.SubnetBlocks;
import groundwork.settings.problems.Found;
import groundwork.settings.rules.Draft;
import groundwork.settings.units.Cidr;
import java.util.List;
import java.util.TreeMap;

/** Zones lie in the region, subnets in the VPC, and none in another. */
public final class NetworkRules {
    private static final int LEAST_ZONES_OF_ENTRANCES_AND_DATA = 2;
    private static final int SMALLEST_SUBNET = 28;

    private final Draft draft;
    private final NetworkSettings network;

    public NetworkRules(Draft draft) {
        this.draft = draft;
        this.network = draft.settings().network();
    }

    public void check() {
        if (draft.isSound("aws:region")) {
            zonesLieInTheRegion();
            regionHasAsMany();
        }
        if (draft.isSound("network")) {
            network.subnets().ifPresent(this::subnetsFit);
        }
    }

    private void zonesLieInTheRegion() {
        for (int i = 0; i < network.zoneNames().size(); i++) {
            var zone = network.zoneNames().get(i);
            var at = draft.at("network", "zoneNames").at(i);
            boolean isInRegion = zone.matches(draft.region() + "[a-z]");
            var letters = ZoneLetters.of(draft.region());
            at.unless(
                    !isInRegion || letters.indexOf(zone.charAt(zone.length() - 1)) >= 0,
                    "%s does not exist; the zones of %s end in %s",
                    Found.quoted(zone),
                    draft.region(),
                    String.join(", ", letters.split("")));
            at.unless(isInRegion, "%s is not in the region of the stack, %s", Found.quoted(zone), draft.region());
        }
    }

    /** What a default asks for beyond that is left out. */
    private void regionHasAsMany() {
        int all = ZoneLetters.of(draft.region()).length();
        draft.at("network", "zones")
                .unless(
                        !draft.isWritten("network", "zones") || network.zones() <= all,
                        "%d zones: %s has %d; set at most that",
                        network.zones(),
                        draft.region(),
                        all);
    }

    private void subnetsFit(SubnetBlocks subnets) {
        int least = LEAST_ZONES_OF_ENTRANCES_AND_DATA;
        var seen = new TreeMap<Cidr, String>();
        tierFits("publicBlocks", subnets.publicBlocks(), least, seen);
        tierFits("privateBlocks", subnets.privateBlocks(), network.builder() == Builder.AWSX ? least : 1, seen);
        tierFits("isolatedBlocks", subnets.isolatedBlocks(), least, seen);
    }

    private void tierFits(String tier, List<Cidr> blocks, int least, TreeMap<Cidr, String> seen) {
        int wanted = Math.max(least, network.zoneCount());
        draft.at("network", "subnets", tier)
                .unless(
                        blocks.isEmpty() || blocks.size() == wanted,
                        "%d given, but %d are needed, one per zone%s",
                        blocks.size(),
                        wanted,
                        wanted > network.zoneCount() ? " and at least two" : "");
        for (int i = 0; i < blocks.size(); i++) {
            blockFits(tier, i, blocks.get(i), seen);
        }
    }

    private void blockFits(String tier, int index, Cidr block, TreeMap<Cidr, String> seen) {
        var at = draft.at("network", "subnets", tier).at(index);
        at.unless(network.cidr().contains(block), "%s is not within the CIDR of the VPC, %s", block, network.cidr());
        at.unless(block.bits() <= SMALLEST_SUBNET, "%s is too small; the smallest subnet is a /28", block);
        seen.forEach((other, name) -> at.unless(!block.overlaps(other), "%s overlaps %s of %s", block, other, name));
        seen.put(block, tier + "[" + index + "]");
    }
}
