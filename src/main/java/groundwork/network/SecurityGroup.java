package groundwork.network;

import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.plan.names.NameRule;
import groundwork.settings.units.Cidr;
import java.util.Map;

/** A security group that starts closed both ways; each rule is a resource of its own and says why it is there. */
public final class SecurityGroup extends Component {
    private static final String TCP = "tcp";

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
        ingress(rule, port, why, SecurityGroupIngressRuleArgs.builder().cidrIpv4(source.toString()), id());
    }

    public void admitPrefixList(String rule, Output<String> source, int port, String why) {
        ingress(rule, port, why, SecurityGroupIngressRuleArgs.builder().prefixListId(source), id());
    }

    /** Opens the way from here to another group, at both ends. */
    public void connect(String rule, Output<String> target, int port, String why) {
        allowEgressToGroup(rule, target, port, why);
        var source = SecurityGroupIngressRuleArgs.builder().referencedSecurityGroupId(id());
        ingress(rule, port, why, source, target);
    }

    public void allowEgressToGroup(String rule, Output<String> target, int port, String why) {
        egress(rule, port, why, SecurityGroupEgressRuleArgs.builder().referencedSecurityGroupId(target));
    }

    public void allowEgressToCidr(String rule, Cidr target, int port, String why) {
        egress(rule, port, why, SecurityGroupEgressRuleArgs.builder().cidrIpv4(target.toString()));
    }

    public void allowEgressToPrefixList(String rule, Output<String> prefixList, int port, String why) {
        egress(rule, port, why, SecurityGroupEgressRuleArgs.builder().prefixListId(prefixList));
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
                inside());
    }

    private void ingress(
            String rule, int port, String why, SecurityGroupIngressRuleArgs.Builder source, Output<String> group) {
        new SecurityGroupIngressRule(
                child("in-" + rule),
                source.securityGroupId(group)
                        .ipProtocol(TCP)
                        .fromPort(port)
                        .toPort(port)
                        .description(why)
                        .build(),
                inside());
    }

    private void egress(String rule, int port, String why, SecurityGroupEgressRuleArgs.Builder target) {
        new SecurityGroupEgressRule(
                child("out-" + rule),
                target.securityGroupId(id())
                        .ipProtocol(TCP)
                        .fromPort(port)
                        .toPort(port)
                        .description(why)
                        .build(),
                inside());
    }
}
