package groundwork.edge.gateway;

import com.pulumi.aws.apigatewayv2.VpcLink;
import com.pulumi.aws.apigatewayv2.VpcLinkArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.StackContext;
import groundwork.network.Network;
import groundwork.network.SecurityGroup;
import groundwork.plan.names.NameRule;
import java.util.List;
import java.util.Map;

/** How an HTTP API reaches into the VPC: network interfaces beside the tasks, which reach those tasks alone. */
final class PrivateLink extends Component {
    private final SecurityGroup group;
    private final VpcLink link;

    PrivateLink(String name, Network network, StackContext stack) {
        super("edge:PrivateLink", name, stack);
        group = new SecurityGroup("group", "The VPC link of the HTTP API", network.vpcId(), this);
        link = new VpcLink(
                child("link"),
                VpcLinkArgs.builder()
                        .name(stack.names().of(NameRule.VPC_LINK))
                        .subnetIds(network.taskSubnets())
                        .securityGroupIds(group.id().applyValue(List::of))
                        .build(),
                inside());
        outputs(Map.of("id", link.id()));
    }

    SecurityGroup securityGroup() {
        return group;
    }

    Output<String> id() {
        return link.id();
    }
}
