package groundwork.network;

import com.pulumi.aws.ec2.DefaultSecurityGroup;
import com.pulumi.aws.ec2.DefaultSecurityGroupArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import java.util.Map;

/** The group that every VPC is born with, without its rules: whatever lands in it can reach nothing. */
final class ClosedDefaultGroup {
    private ClosedDefaultGroup() {}

    static DefaultSecurityGroup create(Output<String> vpcId, Component network) {
        return new DefaultSecurityGroup(
                network.child("default-group"),
                DefaultSecurityGroupArgs.builder()
                        .vpcId(vpcId)
                        .tags(Map.of("Name", network.stack().names().prefix() + "-default"))
                        .build(),
                network.inside());
    }
}
