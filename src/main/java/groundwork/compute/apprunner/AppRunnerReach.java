package groundwork.compute.apprunner;

import com.pulumi.aws.apprunner.VpcConnector;
import com.pulumi.aws.apprunner.VpcConnectorArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.compute.ServiceContext;
import groundwork.links.Linked;
import groundwork.network.SecurityGroup;
import groundwork.plan.compute.ServicePlan;
import groundwork.plan.names.NameRule;
import groundwork.plan.network.SubnetPlan.Tier;
import java.util.List;
import java.util.Map;

/** A service's way into the VPC; it opens what its links need and nothing else. */
final class AppRunnerReach extends Component {
    private static final NameRule NAME = NameRule.of("apprunner-connector-name");
    private final VpcConnector connector;

    AppRunnerReach(
            String suffix, ServiceContext around, ServicePlan plan, List<Linked> links, AppRunnerService service) {
        super("compute:AppRunnerReach", suffix, service);
        var network = around.network().orElseThrow();
        var group = new SecurityGroup("group", "Instances of " + service.name(), network.vpcId(), this);
        connector = createConnector(group, network.subnets(Tier.PRIVATE));
        var ways = around.egress(plan, group, links);
        if (network.tasksArePublic()) {
            ways.openLinks();
        } else {
            ways.open();
        }
        outputs(Map.of("connectorArn", connectorArn()));
    }

    Output<String> connectorArn() {
        return connector.arn();
    }

    private VpcConnector createConnector(SecurityGroup group, Output<List<String>> subnets) {
        return new VpcConnector(
                child("connector"),
                VpcConnectorArgs.builder()
                        .vpcConnectorName(stack().names().of(NAME, name()))
                        .subnets(subnets)
                        .securityGroups(group.id().applyValue(List::of))
                        .build(),
                inside());
    }
}
