package groundwork.resilience.chaos;

import com.pulumi.core.Output;
import groundwork.permissions.Statement;
import groundwork.settings.resilience.ChaosSettings.Experiment;
import java.util.ArrayList;
import java.util.List;

/** What FIS may do: as much as its actions need, to this stack's tasks and subnets. */
final class ExperimentPermissions {
    private static final String OURS = "managedByFIS";

    private ExperimentPermissions() {}

    static List<Statement> of(List<Experiment> experiments, ExperimentTargets targets) {
        var statements = new ArrayList<>(logging());
        if (experiments.contains(Experiment.STOP_TASKS)) {
            statements.addAll(stoppingTasks(targets));
        }
        if (experiments.contains(Experiment.LOSE_ZONE)) {
            statements.addAll(cuttingOff(targets));
        }
        return statements;
    }

    private static List<Statement> logging() {
        return List.of(Statement.allow(
                        "logs:CreateLogDelivery",
                        "logs:DescribeLogGroups",
                        "logs:DescribeResourcePolicies",
                        "logs:PutResourcePolicy")
                .on("*", "deliveries of logs are no resource that a policy can name"));
    }

    private static List<Statement> stoppingTasks(ExperimentTargets targets) {
        return List.of(
                Statement.allow("ecs:DescribeTasks", "ecs:StopTask").on(targets.tasks()),
                Statement.allow("ecs:ListTasks")
                        .on("*", "tasks on Fargate have no container instance to name")
                        .when("ArnEquals", "ecs:cluster", targets.clusterArn()),
                Statement.allow("tag:GetResources").on("*", "it has no resource"));
    }

    /** A zone is cut off by network ACLs that FIS makes, puts in place of ours for a while, and removes. */
    private static List<Statement> cuttingOff(ExperimentTargets targets) {
        var acls = in(targets, "network-acl/*");
        var vpcs = in(targets, "vpc/*");
        var replacing = new ArrayList<>(targets.zone());
        replacing.add(acls);
        var yes = Output.of("true");
        return List.of(
                Statement.allow(
                                "ec2:DescribeManagedPrefixLists",
                                "ec2:DescribeNetworkAcls",
                                "ec2:DescribeSubnets",
                                "ec2:DescribeVpcs")
                        .on("*", "what is described can't be named"),
                Statement.allow("ec2:GetManagedPrefixListEntries").on(in(targets, "prefix-list/*")),
                Statement.allow("ec2:CreateNetworkAcl").on(vpcs),
                Statement.allow("ec2:CreateNetworkAcl").on(acls).when("StringEquals", "aws:RequestTag/" + OURS, yes),
                Statement.allow("ec2:CreateTags")
                        .on(acls)
                        .when("StringEquals", "aws:RequestTag/" + OURS, yes)
                        .when("StringEquals", "ec2:CreateAction", Output.of("CreateNetworkAcl")),
                Statement.allow("ec2:CreateNetworkAclEntry", "ec2:DeleteNetworkAcl")
                        .on(acls)
                        .when("StringEquals", "ec2:ResourceTag/" + OURS, yes),
                Statement.allow("ec2:ReplaceNetworkAclAssociation").on(replacing));
    }

    private static Output<String> in(ExperimentTargets targets, String resource) {
        return targets.ec2().applyValue(beginning -> beginning + resource);
    }
}
