package groundwork.simulated.checks;

import static groundwork.aws.ResourceTypes.ACM_CERTIFICATE;
import static groundwork.aws.ResourceTypes.APPRUNNER_SERVICE;
import static groundwork.aws.ResourceTypes.CLOUDFRONT_DISTRIBUTION;
import static groundwork.aws.ResourceTypes.CLOUDFRONT_FUNCTION;
import static groundwork.aws.ResourceTypes.CLOUDTRAIL_TRAIL;
import static groundwork.aws.ResourceTypes.CLOUDWATCH_METRIC_ALARM;
import static groundwork.aws.ResourceTypes.EC2_EIP;
import static groundwork.aws.ResourceTypes.EC2_INTERNET_GATEWAY;
import static groundwork.aws.ResourceTypes.EC2_NAT_GATEWAY;
import static groundwork.aws.ResourceTypes.EC2_ROUTE;
import static groundwork.aws.ResourceTypes.EC2_ROUTE_TABLE;
import static groundwork.aws.ResourceTypes.EC2_SECURITY_GROUP;
import static groundwork.aws.ResourceTypes.EC2_SUBNET;
import static groundwork.aws.ResourceTypes.EC2_VPC;
import static groundwork.aws.ResourceTypes.EC2_VPC_ENDPOINT;
import static groundwork.aws.ResourceTypes.ECS_CLUSTER;
import static groundwork.aws.ResourceTypes.ECS_SERVICE;
import static groundwork.aws.ResourceTypes.IAM_ROLE;
import static groundwork.aws.ResourceTypes.IAM_ROLE_POLICY_ATTACHMENT;
import static groundwork.aws.ResourceTypes.LB_LISTENER;
import static groundwork.aws.ResourceTypes.LB_LISTENER_RULE;
import static groundwork.aws.ResourceTypes.LB_LOAD_BALANCER;
import static groundwork.aws.ResourceTypes.LB_TARGET_GROUP;
import static groundwork.aws.ResourceTypes.RDS_CLUSTER;
import static groundwork.aws.ResourceTypes.RDS_INSTANCE;
import static groundwork.aws.ResourceTypes.ROUTE53_RECORD;
import static groundwork.aws.ResourceTypes.S3_BUCKET_V2;
import static groundwork.aws.ResourceTypes.SSM_PARAMETER;
import static groundwork.aws.ResourceTypes.VPC_SECURITY_GROUP_EGRESS_RULE;
import static groundwork.aws.ResourceTypes.VPC_SECURITY_GROUP_INGRESS_RULE;
import static groundwork.aws.ResourceTypes.WAFV2_WEB_ACL;

import groundwork.simulated.World;
import groundwork.simulated.rules.network.Forwarding;
import java.util.List;

/** The quotas AWS gives a new account: the table to change where an account has others. */
public final class Quotas {
    /** CloudFront's list of its own addresses counts as so many rules. */
    private static final int CLOUDFRONT_ADDRESSES = 55;

    private static final List<Quota> ALL = List.of(
            Quota.regional("elastic IPs", EC2_EIP, 5),
            Quota.regional("networks", EC2_VPC, 5),
            Quota.regional("internet gateways", EC2_INTERNET_GATEWAY, 5),
            Quota.each("NAT gateways", EC2_NAT_GATEWAY, 5, "subnetId"),
            Quota.each("subnets", EC2_SUBNET, 200, "vpcId"),
            Quota.each("route tables", EC2_ROUTE_TABLE, 200, "vpcId"),
            Quota.each("routes", EC2_ROUTE, 500, "routeTableId"),
            Quota.regional("security groups", EC2_SECURITY_GROUP, 2_500),
            Quota.weighed(
                    "inbound rules",
                    VPC_SECURITY_GROUP_INGRESS_RULE,
                    60,
                    "securityGroupId",
                    rule -> rule.has("prefixListId") ? CLOUDFRONT_ADDRESSES : 1),
            Quota.each("outbound rules", VPC_SECURITY_GROUP_EGRESS_RULE, 60, "securityGroupId"),
            Quota.each("interface endpoints", EC2_VPC_ENDPOINT, 50, "vpcId"),
            Quota.regional("load balancers", LB_LOAD_BALANCER, 50),
            Quota.regional("target groups", LB_TARGET_GROUP, 3_000),
            Quota.each("listeners", LB_LISTENER, 50, "loadBalancerArn"),
            Quota.each("rules", LB_LISTENER_RULE, 100, "listenerArn"),
            new Quota("target groups", 100, Forwarding::targetGroups),
            Quota.inList("security groups", LB_LOAD_BALANCER, 5, "securityGroups"),
            Quota.inList("security groups", ECS_SERVICE, 5, "networkConfiguration.securityGroups"),
            Quota.inList("security groups", RDS_INSTANCE, 5, "vpcSecurityGroupIds"),
            Quota.regional("ECS clusters", ECS_CLUSTER, 10_000),
            Quota.each("services", ECS_SERVICE, 5_000, "cluster"),
            Quota.regional("databases", RDS_INSTANCE, 40),
            Quota.regional("database clusters", RDS_CLUSTER, 40),
            Quota.global("buckets", S3_BUCKET_V2, 100),
            Quota.global("roles", IAM_ROLE, 1_000),
            Quota.each("managed policies", IAM_ROLE_POLICY_ATTACHMENT, 10, "role"),
            Quota.global("distributions", CLOUDFRONT_DISTRIBUTION, 200),
            Quota.inList(
                    "cache behaviors besides the default one", CLOUDFRONT_DISTRIBUTION, 74, "orderedCacheBehaviors"),
            Quota.global("edge functions", CLOUDFRONT_FUNCTION, 100),
            Quota.regional("web ACLs", WAFV2_WEB_ACL, 100),
            Quota.regional("certificates", ACM_CERTIFICATE, 2_500),
            Quota.each("records", ROUTE53_RECORD, 10_000, "zoneId"),
            Quota.regional("alarms", CLOUDWATCH_METRIC_ALARM, 5_000),
            Quota.regional("parameters", SSM_PARAMETER, 10_000),
            Quota.global("trails", CLOUDTRAIL_TRAIL, 5),
            Quota.regional("App Runner services", APPRUNNER_SERVICE, 30));

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
