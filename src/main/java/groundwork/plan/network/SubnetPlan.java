package groundwork.plan.network;

import groundwork.settings.NetworkSettings;
import groundwork.settings.NetworkSettings.Builder;
import groundwork.settings.NetworkSettings.SubnetBlocks;
import groundwork.settings.units.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every subnet's tier, zone and block. Half the VPC is for tasks, a quarter each for the public side and for data. */
public record SubnetPlan(List<Subnet> subnets) {
    /** Load balancers and subnet groups of databases insist on two zones, even where tasks run in one. */
    private static final int LEAST_ZONES_OF_ENTRANCES_AND_DATA = 2;

    private static final int FEW_ZONES = 4;

    public enum Tier {
        PUBLIC,
        PRIVATE,
        ISOLATED;

        public String label() {
            return name().toLowerCase();
        }
    }

    /** {@code number} counts from 1 within the tier and never changes when zones are added. */
    public record Subnet(Tier tier, int number, String zone, Cidr block) {
        public String suffix() {
            return tier.label() + "-" + number;
        }
    }

    public SubnetPlan {
        subnets = List.copyOf(subnets);
    }

    public static SubnetPlan of(String region, NetworkSettings network) {
        var subnets = new ArrayList<Subnet>();
        for (var tier : Tier.values()) {
            int least = tier == Tier.PRIVATE && network.builder() == Builder.GROUNDWORK
                    ? 1
                    : LEAST_ZONES_OF_ENTRANCES_AND_DATA;
            var given = network.subnets().map(blocks -> given(blocks, tier)).orElse(List.of());
            var zones = Zones.of(region, network, least);
            for (int i = 0; i < zones.size(); i++) {
                var block = given.isEmpty() ? planned(network, tier, i) : given.get(i);
                subnets.add(new Subnet(tier, i + 1, zones.get(i), block));
            }
        }
        return new SubnetPlan(subnets);
    }

    public Stream<Subnet> in(Tier tier) {
        return subnets.stream().filter(subnet -> subnet.tier() == tier);
    }

    private static List<Cidr> given(SubnetBlocks blocks, Tier tier) {
        return switch (tier) {
            case PUBLIC -> blocks.publicBlocks();
            case PRIVATE -> blocks.privateBlocks();
            case ISOLATED -> blocks.isolatedBlocks();
        };
    }

    private static Cidr planned(NetworkSettings network, Tier tier, int index) {
        int slotBits = network.zoneCount() <= FEW_ZONES ? 2 : 3;
        var vpc = network.cidr();
        var share =
                switch (tier) {
                    case PRIVATE -> vpc.part(vpc.bits() + 1, 0);
                    case PUBLIC -> vpc.part(vpc.bits() + 2, 2);
                    case ISOLATED -> vpc.part(vpc.bits() + 2, 3);
                };
        return share.part(share.bits() + slotBits, index);
    }
}
