package groundwork.simulated.changes;

import static groundwork.aws.ResourceTypes.EC2_SECURITY_GROUP;
import static groundwork.aws.ResourceTypes.EC2_SUBNET;
import static groundwork.aws.ResourceTypes.EC2_VPC_ENDPOINT;
import static groundwork.aws.ResourceTypes.EFS_MOUNT_TARGET;
import static groundwork.aws.ResourceTypes.ELASTICACHE_REPLICATION_GROUP;
import static groundwork.aws.ResourceTypes.ELASTICACHE_SUBNET_GROUP;
import static groundwork.aws.ResourceTypes.LB_LOAD_BALANCER;
import static groundwork.aws.ResourceTypes.RDS_CLUSTER;
import static groundwork.aws.ResourceTypes.RDS_INSTANCE;
import static groundwork.aws.ResourceTypes.RDS_SUBNET_GROUP;

import groundwork.simulated.Existing;
import groundwork.simulated.World;
import groundwork.simulated.rules.Refusals;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What lies in one VPC can't move to another. */
final class OneVpc {

    private record Place(String property, String type) {}

    private static final Map<String, List<Place>> PLACES = Map.of(
            RDS_SUBNET_GROUP, List.of(new Place("subnetIds", EC2_SUBNET)),
            ELASTICACHE_SUBNET_GROUP, List.of(new Place("subnetIds", EC2_SUBNET)),
            RDS_INSTANCE, List.of(new Place("vpcSecurityGroupIds", EC2_SECURITY_GROUP)),
            RDS_CLUSTER, List.of(new Place("vpcSecurityGroupIds", EC2_SECURITY_GROUP)),
            ELASTICACHE_REPLICATION_GROUP, List.of(new Place("securityGroupIds", EC2_SECURITY_GROUP)),
            EFS_MOUNT_TARGET, List.of(new Place("securityGroups", EC2_SECURITY_GROUP)),
            LB_LOAD_BALANCER,
                    List.of(new Place("subnets", EC2_SUBNET), new Place("securityGroups", EC2_SECURITY_GROUP)),
            EC2_VPC_ENDPOINT, List.of(new Place("subnetIds", EC2_SUBNET)));

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
