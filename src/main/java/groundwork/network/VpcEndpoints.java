package groundwork.network;

import com.pulumi.aws.ec2.RouteTable;
import com.pulumi.aws.ec2.VpcEndpoint;
import com.pulumi.aws.ec2.VpcEndpointArgs;
import com.pulumi.core.Output;
import groundwork.aws.ServiceEndpoints;
import groundwork.base.Component;
import groundwork.plan.network.NetworkPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Ways to AWS that do not leave the VPC: free ones to S3 and DynamoDB always, paid ones where tasks have no other. */
final class VpcEndpoints {
    private static final int HTTPS = 443;

    private final Component network;
    private final Output<String> vpcId;
    private final Map<String, VpcEndpoint> gateways = new LinkedHashMap<>();
    private final List<VpcEndpoint> all = new ArrayList<>();
    private final AwsEgress awsEgress;

    VpcEndpoints(
            Component network,
            Output<String> vpcId,
            NetworkPlan plan,
            Output<List<String>> subnets,
            List<RouteTable> routeTables) {
        this.network = network;
        this.vpcId = vpcId;
        var tables = Output.all(routeTables.stream().map(RouteTable::id).toList());
        ServiceEndpoints.GATEWAYS.forEach(service -> gateways.put(service, createGateway(service, tables)));
        all.addAll(gateways.values());
        awsEgress = plan.settings().privateEndpoints() ? createInterfaces(plan, subnets) : AwsEgress.overTheInternet();
    }

    List<VpcEndpoint> all() {
        return List.copyOf(all);
    }

    AwsEgress awsEgress() {
        return awsEgress;
    }

    private VpcEndpoint createGateway(String service, Output<List<String>> tables) {
        return new VpcEndpoint(
                network.child(service),
                arguments(service)
                        .vpcEndpointType("Gateway")
                        .routeTableIds(tables)
                        .build(),
                network.inside());
    }

    private AwsEgress createInterfaces(NetworkPlan plan, Output<List<String>> subnets) {
        var group = new SecurityGroup("endpoints", "Endpoints of AWS services", vpcId, network);
        group.admitBlock("vpc", plan.settings().cidr(), HTTPS, "AWS services for everything in the VPC");
        for (var service : plan.interfaces()) {
            all.add(new VpcEndpoint(
                    network.child(service.replace('.', '-')),
                    arguments(service)
                            .vpcEndpointType("Interface")
                            .privateDnsEnabled(true)
                            .subnetIds(subnets)
                            .securityGroupIds(group.id().applyValue(List::of))
                            .build(),
                    network.inside()));
        }
        var prefixLists = new TreeMap<String, Output<String>>();
        gateways.forEach((service, gateway) -> prefixLists.put(service, gateway.prefixListId()));
        return new AwsEgress(Optional.of(group.id()), prefixLists);
    }

    private VpcEndpointArgs.Builder arguments(String service) {
        return VpcEndpointArgs.builder()
                .vpcId(vpcId)
                .serviceName("com.amazonaws." + network.stack().region() + "." + service);
    }
}
