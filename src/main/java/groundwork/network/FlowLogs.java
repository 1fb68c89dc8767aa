package groundwork.network;

import com.pulumi.aws.ec2.FlowLog;
import com.pulumi.aws.ec2.FlowLogArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.Role;
import groundwork.observe.LogGroups;
import groundwork.permissions.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Who spoke to whom in the VPC, in a log group that only this can write to. */
final class FlowLogs extends Component {
    FlowLogs(String suffix, Output<String> vpcId, Duration kept, Component network) {
        super("network:FlowLogs", suffix, network);
        var group = LogGroups.create("group", List.of("flow-logs"), kept, this);
        var writing = Statement.allow("logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams")
                .on(group.arn().applyValue(arn -> arn + ":*"));
        var finding = Statement.allow("logs:DescribeLogGroups").on("*", "groups are listed before one is chosen");
        var role = new Role("writer", "vpc-flow-logs.amazonaws.com", List.of(writing, finding), this);
        var log = new FlowLog(
                child("log"),
                FlowLogArgs.builder()
                        .vpcId(vpcId)
                        .trafficType("ALL")
                        .logDestinationType("cloud-watch-logs")
                        .logDestination(group.arn())
                        .iamRoleArn(role.arn())
                        .maxAggregationInterval(600)
                        .build(),
                after(role.ready()));
        outputs(Map.of("id", log.id()));
    }
}
