package groundwork.network;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import groundwork.base.Component;
import groundwork.base.StackContext;
import groundwork.plan.network.NetworkPlan;
import groundwork.plan.network.SubnetPlan;
import groundwork.plan.network.SubnetPlan.Tier;
import groundwork.settings.NetworkSettings;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** awsx's network behind the same interface as our own. */
public final class AwsxNetwork extends Component implements Network {
    private final NetworkSettings settings;
    private final NetworkPlan plan;
    private final AwsxVpc vpc;

    AwsxNetwork(String name, NetworkPlan plan, StackContext stack) {
        super("network:Network", name, stack);
        this.plan = plan;
        settings = plan.settings();
        vpc = createVpc(plan.subnets());
        ClosedDefaultGroup.create(vpc.vpcId(), this);
        if (!settings.flowLogs().isZero()) {
            new FlowLogs("flow-logs", vpc.vpcId(), settings.flowLogs(), this);
        }
        outputs(Map.of("vpcId", vpcId()));
    }

    @Override
    public Output<String> vpcId() {
        return vpc.vpcId();
    }

    @Override
    public Output<List<String>> subnets(Tier tier) {
        return switch (tier) {
            case PUBLIC -> vpc.publicSubnetIds();
            case PRIVATE -> vpc.privateSubnetIds();
            case ISOLATED -> vpc.isolatedSubnetIds();
        };
    }

    /** awsx gives identifiers, not ARNs. */
    @Override
    public List<Output<String>> oneZone() {
        return List.of();
    }

    @Override
    public NetworkPlan plan() {
        return plan;
    }

    @Override
    public List<Resource> readyForTasks() {
        return List.of(vpc);
    }

    @Override
    public AwsEgress awsEgress() {
        return AwsEgress.overTheInternet();
    }

    private AwsxVpc createVpc(SubnetPlan plan) {
        var zones = plan.in(Tier.PUBLIC).map(SubnetPlan.Subnet::zone).toList();
        var specs = Stream.of(Tier.values())
                .map(tier -> new AwsxVpc.SubnetSpec(
                        capitalized(tier.label()),
                        tier.label(),
                        plan.in(tier).map(subnet -> subnet.block().toString()).toList()))
                .toList();
        return new AwsxVpc(
                child("vpc"),
                new AwsxVpc.Arguments(settings.cidr(), zones, settings.nat(), specs),
                ComponentResourceOptions.builder().parent(this));
    }

    private static String capitalized(String text) {
        return text.substring(0, 1).toUpperCase() + text.substring(1);
    }
}
