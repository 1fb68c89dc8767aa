package groundwork.network;

import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import groundwork.base.Component;
import groundwork.plan.names.NameRule;
import groundwork.settings.units.Cidr;
import java.util.Map;

/** A security group that starts closed both ways; each rule is a resource of its own and says why it is there. */
public final class SecurityGroup extends Component {
    private static final String TCP = "tcp";
    private static final String IN = "in-";
    private static final String OUT = "out-";
    private static final String TO = "to-";

    private final com.pulumi.aws.ec2.SecurityGroup group;

    public SecurityGroup(String suffix, String description, Output<String> vpcId, Component whole) {
        super("network:SecurityGroup", suffix, whole);
        group = createGroup(description, vpcId);
        outputs(Map.of("id", group.id()));
    }

    public Output<String> id() {
        return group.id();
    }

    public void admitBlock(String rule, Cidr source, int port, String why) {
        ingress(rule, port, why, SecurityGroupIngressRuleArgs.builder().cidrIpv4(source.toString()), id(), options());
    }

    public void admitPrefixList(String rule, Output<String> source, int port, String why) {
        ingress(rule, port, why, SecurityGroupIngressRuleArgs.builder().prefixListId(source), id(), options());
    }

    /** Opens the way from here to an entry's group, at both ends. AWS refuses the same rule twice, under any name. */
    public void connect(String entry, Output<String> target, int port, String why) {
        var to = SecurityGroupEgressRuleArgs.builder().referencedSecurityGroupId(target);
        egress(TO + entry, port, why, to, namedAfter(entry, OUT + TO));
        var from = SecurityGroupIngressRuleArgs.builder().referencedSecurityGroupId(id());
        ingress(TO + entry, port, why, from, target, namedAfter(entry, IN + TO));
    }

    public void allowEgressToGroup(String rule, Output<String> target, int port, String why) {
        egress(rule, port, why, SecurityGroupEgressRuleArgs.builder().referencedSecurityGroupId(target), options());
    }

    public void allowEgressToCidr(String rule, Cidr target, int port, String why) {
        egress(rule, port, why, SecurityGroupEgressRuleArgs.builder().cidrIpv4(target.toString()), options());
    }

    public void allowEgressToPrefixList(String rule, Output<String> prefixList, int port, String why) {
        egress(rule, port, why, SecurityGroupEgressRuleArgs.builder().prefixListId(prefixList), options());
    }

    private com.pulumi.aws.ec2.SecurityGroup createGroup(String description, Output<String> vpcId) {
        return new com.pulumi.aws.ec2.SecurityGroup(
                child("group"),
                SecurityGroupArgs.builder()
                        .name(stack().names().of(NameRule.SECURITY_GROUP, name()))
                        .description(description)
                        .vpcId(vpcId)
                        .revokeRulesOnDelete(true)
                        .build(),
                keepingNames("name", "description").build());
    }

    private void ingress(
            String rule,
            int port,
            String why,
            SecurityGroupIngressRuleArgs.Builder source,
            Output<String> group,
            CustomResourceOptions.Builder options) {
        new SecurityGroupIngressRule(
                child(IN + rule),
                source.securityGroupId(group)
                        .ipProtocol(TCP)
                        .fromPort(port)
                        .toPort(port)
                        .description(why)
                        .build(),
                options.build());
    }

    private void egress(
            String rule,
            int port,
            String why,
            SecurityGroupEgressRuleArgs.Builder target,
            CustomResourceOptions.Builder options) {
        new SecurityGroupEgressRule(
                child(OUT + rule),
                target.securityGroupId(id())
                        .ipProtocol(TCP)
                        .fromPort(port)
                        .toPort(port)
                        .description(why)
                        .build(),
                options.build());
    }
}
