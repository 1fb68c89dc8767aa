package groundwork.simulated.changes;

import groundwork.simulated.Existing;
import groundwork.simulated.World;
import groundwork.simulated.rules.Refusals;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What lies in one VPC can't move to another. */
final class OneVpc {
    private static final String SUBNET = "aws:ec2/subnet:Subnet";
    private static final String GROUP = "aws:ec2/securityGroup:SecurityGroup";

    private record Place(String property, String type) {}

    private static final Map<String, List<Place>> PLACES = Map.of(
            "aws:rds/subnetGroup:SubnetGroup", List.of(new Place("subnetIds", SUBNET)),
            "aws:elasticache/subnetGroup:SubnetGroup", List.of(new Place("subnetIds", SUBNET)),
            "aws:rds/instance:Instance", List.of(new Place("vpcSecurityGroupIds", GROUP)),
            "aws:rds/cluster:Cluster", List.of(new Place("vpcSecurityGroupIds", GROUP)),
            "aws:elasticache/replicationGroup:ReplicationGroup", List.of(new Place("securityGroupIds", GROUP)),
            "aws:efs/mountTarget:MountTarget", List.of(new Place("securityGroups", GROUP)),
            "aws:lb/loadBalancer:LoadBalancer",
                    List.of(new Place("subnets", SUBNET), new Place("securityGroups", GROUP)),
            "aws:ec2/vpcEndpoint:VpcEndpoint", List.of(new Place("subnetIds", SUBNET)));

    private OneVpc() {}

    static Set<String> types() {
        return PLACES.keySet();
    }

    static void stays(Existing old, Existing asked, World world, Refusals refusals) {
        for (var place : PLACES.get(asked.type())) {
            var before = vpcs(old, place, world);
            var after = vpcs(asked, place, world);
            refusals.unless(
                    before.isEmpty() || after.isEmpty() || before.equals(after),
                    place.property(),
                    "is in another VPC; what lies in a VPC can't move to another");
        }
    }

    /** Those that are known. */
    private static Set<String> vpcs(Existing resource, Place place, World world) {
        var vpcs = new TreeSet<String>();
        for (var id : resource.texts(place.property())) {
            world.identified(place.type(), id)
                    .flatMap(found -> found.text("vpcId"))
                    .ifPresent(vpcs::add);
        }
        return vpcs;
    }
}
