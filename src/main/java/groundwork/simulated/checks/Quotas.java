package groundwork.simulated.checks;

import groundwork.simulated.World;
import groundwork.simulated.rules.network.Forwarding;
import java.util.List;

/** The quotas AWS gives a new account: the table to change where an account has others. */
public final class Quotas {
    /** CloudFront's list of its own addresses counts as so many rules. */
    private static final int CLOUDFRONT_ADDRESSES = 55;

    private static final List<Quota> ALL = List.of(
            Quota.regional("elastic IPs", "aws:ec2/eip:Eip", 5),
            Quota.regional("networks", "aws:ec2/vpc:Vpc", 5),
            Quota.regional("internet gateways", "aws:ec2/internetGateway:InternetGateway", 5),
            Quota.each("NAT gateways", "aws:ec2/natGateway:NatGateway", 5, "subnetId"),
            Quota.each("subnets", "aws:ec2/subnet:Subnet", 200, "vpcId"),
            Quota.each("route tables", "aws:ec2/routeTable:RouteTable", 200, "vpcId"),
            Quota.each("routes", "aws:ec2/route:Route", 500, "routeTableId"),
            Quota.regional("security groups", "aws:ec2/securityGroup:SecurityGroup", 2_500),
            Quota.weighed(
                    "inbound rules",
                    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
                    60,
                    "securityGroupId",
                    rule -> rule.has("prefixListId") ? CLOUDFRONT_ADDRESSES : 1),
            Quota.each(
                    "outbound rules", "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", 60, "securityGroupId"),
            Quota.each("interface endpoints", "aws:ec2/vpcEndpoint:VpcEndpoint", 50, "vpcId"),
            Quota.regional("load balancers", "aws:lb/loadBalancer:LoadBalancer", 50),
            Quota.regional("target groups", "aws:lb/targetGroup:TargetGroup", 3_000),
            Quota.each("listeners", "aws:lb/listener:Listener", 50, "loadBalancerArn"),
            Quota.each("rules", "aws:lb/listenerRule:ListenerRule", 100, "listenerArn"),
            new Quota("target groups", 100, Forwarding::targetGroups),
            Quota.inList("security groups", "aws:lb/loadBalancer:LoadBalancer", 5, "securityGroups"),
            Quota.inList("security groups", "aws:ecs/service:Service", 5, "networkConfiguration.securityGroups"),
            Quota.inList("security groups", "aws:rds/instance:Instance", 5, "vpcSecurityGroupIds"),
            Quota.regional("ECS clusters", "aws:ecs/cluster:Cluster", 10_000),
            Quota.each("services", "aws:ecs/service:Service", 5_000, "cluster"),
            Quota.regional("databases", "aws:rds/instance:Instance", 40),
            Quota.regional("database clusters", "aws:rds/cluster:Cluster", 40),
            Quota.global("buckets", "aws:s3/bucketV2:BucketV2", 100),
            Quota.global("roles", "aws:iam/role:Role", 1_000),
            Quota.each("managed policies", "aws:iam/rolePolicyAttachment:RolePolicyAttachment", 10, "role"),
            Quota.global("distributions", "aws:cloudfront/distribution:Distribution", 200),
            Quota.inList(
                    "cache behaviors besides the default one",
                    "aws:cloudfront/distribution:Distribution",
                    74,
                    "orderedCacheBehaviors"),
            Quota.global("edge functions", "aws:cloudfront/function:Function", 100),
            Quota.regional("web ACLs", "aws:wafv2/webAcl:WebAcl", 100),
            Quota.regional("certificates", "aws:acm/certificate:Certificate", 2_500),
            Quota.each("records", "aws:route53/record:Record", 10_000, "zoneId"),
            Quota.regional("alarms", "aws:cloudwatch/metricAlarm:MetricAlarm", 5_000),
            Quota.regional("parameters", "aws:ssm/parameter:Parameter", 10_000),
            Quota.global("trails", "aws:cloudtrail/trail:Trail", 5),
            Quota.regional("App Runner services", "aws:apprunner/service:Service", 30));

    private Quotas() {}

    public static List<Quota> all() {
        return ALL;
    }

    /** A sentence for each quota the resources go beyond. */
    public static List<String> warnings(World world) {
        return ALL.stream()
                .flatMap(quota -> quota.exceeded(world))
                .distinct()
                .sorted()
                .toList();
    }
}
