package groundwork.network;

import com.pulumi.aws.ec2.Eip;
import com.pulumi.aws.ec2.EipArgs;
import com.pulumi.aws.ec2.InternetGateway;
import com.pulumi.aws.ec2.InternetGatewayArgs;
import com.pulumi.aws.ec2.NatGateway;
import com.pulumi.aws.ec2.NatGatewayArgs;
import com.pulumi.aws.ec2.Route;
import com.pulumi.aws.ec2.RouteArgs;
import com.pulumi.aws.ec2.RouteTable;
import com.pulumi.aws.ec2.RouteTableArgs;
import com.pulumi.aws.ec2.RouteTableAssociation;
import com.pulumi.aws.ec2.RouteTableAssociationArgs;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.SubnetArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import groundwork.base.Component;
import groundwork.base.StackContext;
import groundwork.plan.network.NetworkPlan;
import groundwork.plan.network.SubnetPlan;
import groundwork.plan.network.SubnetPlan.Tier;
import groundwork.settings.NetworkSettings;
import groundwork.settings.units.Cidr;
import groundwork.watch.WatchRules;
import groundwork.watch.Watched;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Our own network: a public side, a private side for tasks and an isolated one for data. */
public final class GroundworkNetwork extends Component implements Network {
    private final NetworkSettings settings;
    private final NetworkPlan plan;
    private final Vpc vpc;
    private final Map<Tier, List<Subnet>> subnets = new EnumMap<>(Tier.class);
    private final List<RouteTable> routeTables = new ArrayList<>();
    private final List<NatGateway> natGateways = new ArrayList<>();
    private final List<Resource> wayOut = new ArrayList<>();
    private final AwsEgress awsEgress;

    GroundworkNetwork(String name, NetworkPlan plan, StackContext stack) {
        super("network:Network", name, stack);
        this.plan = plan;
        settings = plan.settings();
        vpc = createVpc();
        ClosedDefaultGroup.create(vpc.id(), this);
        for (var tier : Tier.values()) {
            subnets.put(tier, plan.subnets().in(tier).map(this::createSubnet).toList());
        }
        createPublicRoutes();
        createNatGateways();
        createPrivateRoutes(plan.subnets());
        createIsolatedRoutes();
        var endpoints = new VpcEndpoints(this, vpc.id(), plan, subnets(Tier.PRIVATE), routeTables);
        wayOut.addAll(endpoints.all());
        awsEgress = endpoints.awsEgress();
        if (!settings.flowLogs().isZero()) {
            new FlowLogs("flow-logs", vpc.id(), settings.flowLogs(), this);
        }
        outputs(Map.of(
                "vpcId", vpcId(),
                "publicSubnetIds", subnets(Tier.PUBLIC),
                "privateSubnetIds", subnets(Tier.PRIVATE),
                "isolatedSubnetIds", subnets(Tier.ISOLATED)));
    }

    @Override
    public Output<String> vpcId() {
        return vpc.id();
    }

    @Override
    public Output<List<String>> subnets(Tier tier) {
        return Output.all(subnets.get(tier).stream().map(Subnet::id).toList());
    }

    @Override
    public List<Output<String>> oneZone() {
        return List.of(subnets.get(plan.taskTier()).get(0).arn());
    }

    @Override
    public NetworkPlan plan() {
        return plan;
    }

    @Override
    public List<Resource> readyForTasks() {
        return List.copyOf(wayOut);
    }

    @Override
    public List<Watched> watched(WatchRules rules) {
        return natGateways.isEmpty()
                ? List.of()
                : List.of(new NatWatch(natGateways.stream().map(NatGateway::id).toList(), rules).plan());
    }

    @Override
    public AwsEgress awsEgress() {
        return awsEgress;
    }

    private Vpc createVpc() {
        return new Vpc(
                child("vpc"),
                VpcArgs.builder()
                        .cidrBlock(settings.cidr().toString())
                        .enableDnsHostnames(true)
                        .enableDnsSupport(true)
                        .tags(named("vpc"))
                        .build(),
                options().protect(stack().protects()).build());
    }

    private Subnet createSubnet(SubnetPlan.Subnet planned) {
        return new Subnet(
                child(planned.suffix()),
                SubnetArgs.builder()
                        .vpcId(vpc.id())
                        .cidrBlock(planned.block().toString())
                        .availabilityZone(planned.zone())
                        .mapPublicIpOnLaunch(false)
                        .tags(named(planned.suffix()))
                        .build(),
                inside());
    }

    private void createPublicRoutes() {
        var gateway = new InternetGateway(
                child("gateway"),
                InternetGatewayArgs.builder()
                        .vpcId(vpc.id())
                        .tags(named("gateway"))
                        .build(),
                inside());
        var table = createTable(Tier.PUBLIC.label());
        associate(Tier.PUBLIC, table);
        wayOut.add(new Route(
                child("public-out"),
                RouteArgs.builder()
                        .routeTableId(table.id())
                        .destinationCidrBlock(Cidr.WORLD.toString())
                        .gatewayId(gateway.id())
                        .build(),
                inside()));
    }

    private void createPrivateRoutes(SubnetPlan plan) {
        var zones = plan.in(Tier.PRIVATE).toList();
        for (int i = 0; i < zones.size(); i++) {
            var suffix = zones.get(i).suffix();
            var table = createTable(suffix);
            associate(suffix, subnets.get(Tier.PRIVATE).get(i), table);
            if (!natGateways.isEmpty()) {
                wayOut.add(new Route(
                        child(suffix + "-out"),
                        RouteArgs.builder()
                                .routeTableId(table.id())
                                .destinationCidrBlock(Cidr.WORLD.toString())
                                .natGatewayId(
                                        natGateways.get(i % natGateways.size()).id())
                                .build(),
                        inside()));
            }
        }
    }

    private void createNatGateways() {
        for (int number = 1; number <= settings.natGateways(); number++) {
            natGateways.add(createNatGateway(number));
        }
    }

    private NatGateway createNatGateway(int number) {
        var suffix = "nat-" + number;
        var address = new Eip(
                child(suffix + "-address"),
                EipArgs.builder().domain("vpc").tags(named(suffix)).build(),
                inside());
        return new NatGateway(
                child(suffix),
                NatGatewayArgs.builder()
                        .allocationId(address.id())
                        .subnetId(subnets.get(Tier.PUBLIC).get(number - 1).id())
                        .tags(named(suffix))
                        .build(),
                after(wayOut.get(0)));
    }

    private void createIsolatedRoutes() {
        associate(Tier.ISOLATED, createTable(Tier.ISOLATED.label()));
    }

    private RouteTable createTable(String suffix) {
        var table = new RouteTable(
                child(suffix + "-routes"),
                RouteTableArgs.builder().vpcId(vpc.id()).tags(named(suffix)).build(),
                inside());
        routeTables.add(table);
        return table;
    }

    private void associate(Tier tier, RouteTable table) {
        var members = subnets.get(tier);
        for (int i = 0; i < members.size(); i++) {
            associate(tier.label() + "-" + (i + 1), members.get(i), table);
        }
    }

    private void associate(String suffix, Subnet subnet, RouteTable table) {
        new RouteTableAssociation(
                child(suffix + "-uses-routes"),
                RouteTableAssociationArgs.builder()
                        .subnetId(subnet.id())
                        .routeTableId(table.id())
                        .build(),
                inside());
    }

    private Map<String, String> named(String suffix) {
        return Map.of("Name", stack().names().prefix() + "-" + suffix);
    }
}
