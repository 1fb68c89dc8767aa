package groundwork.data.postgres;

import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.Zone;
import com.pulumi.aws.route53.ZoneArgs;
import com.pulumi.aws.route53.inputs.RecordWeightedRoutingPolicyArgs;
import com.pulumi.aws.route53.inputs.ZoneVpcArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.network.Network;
import java.util.List;
import java.util.Map;

/** One name inside the VPC for all replicas of a database; each gets its share of new connections. */
final class SharedName extends Component {
    /** Short enough that a replica which has gone is soon forgotten. */
    private static final int SECONDS_TO_LIVE = 10;

    private static final int EQUAL_SHARE = 1;

    private final String zoneName;

    SharedName(String database, List<Output<String>> addresses, Network network, Component replicas) {
        super("data:SharedName", "name", replicas);
        zoneName = database + "." + stack().innerDomain();
        var zone = createZone(database, network);
        for (int number = 1; number <= addresses.size(); number++) {
            createShare(String.valueOf(number), addresses.get(number - 1), zone);
        }
        outputs(Map.of("host", host()));
    }

    Output<String> host() {
        return Output.of("read." + zoneName);
    }

    private Zone createZone(String database, Network network) {
        return new Zone(
                child("zone"),
                ZoneArgs.builder()
                        .name(zoneName)
                        .comment("Replicas of " + database)
                        .vpcs(ZoneVpcArgs.builder().vpcId(network.vpcId()).build())
                        .build(),
                inside());
    }

    private void createShare(String number, Output<String> address, Zone zone) {
        new Record(
                child(number),
                RecordArgs.builder()
                        .zoneId(zone.zoneId())
                        .name("read." + zoneName)
                        .type("CNAME")
                        .ttl(SECONDS_TO_LIVE)
                        .records(address.applyValue(List::of))
                        .setIdentifier(number)
                        .weightedRoutingPolicies(RecordWeightedRoutingPolicyArgs.builder()
                                .weight(EQUAL_SHARE)
                                .build())
                        .build(),
                inside());
    }
}
