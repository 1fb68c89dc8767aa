package groundwork.sleep;

import com.pulumi.core.Output;
import groundwork.base.EncryptionKey;
import groundwork.base.StackContext;
import groundwork.compute.Cluster;
import groundwork.messaging.Queue;
import groundwork.permissions.Statement;
import groundwork.plan.sleep.Sleeper;
import groundwork.plan.sleep.Sleeper.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the conductor may do: stop and start the members, see what uses them, and tell when waking fails. */
final class ConductorPermissions {
    private static final String ONLY_READS = "AWS knows no resource for these, and they only read";
    private static final String CLUSTER = ":cluster/";

    private final List<SleepMember> members;
    private final Cluster cluster;
    private final StackContext stack;

    ConductorPermissions(List<SleepMember> members, Cluster cluster, StackContext stack) {
        this.members = members;
        this.cluster = cluster;
        this.stack = stack;
    }

    List<Statement> of(SleepTable table, Collection<Queue> queues, Optional<Output<String>> topic) {
        var statements = new ArrayList<>(table.writing(
                List.of("dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"), "state", "wish", "lease"));
        statements.addAll(services());
        statements.addAll(databases(Kind.INSTANCE, "DBInstance"));
        statements.addAll(databases(Kind.CLUSTER, "DBCluster"));
        statements.addAll(seeing());
        if (!queues.isEmpty()) {
            statements.add(Statement.allow("sqs:GetQueueAttributes")
                    .on(queues.stream().map(Queue::arn).toList()));
        }
        topic.ifPresent(arn -> statements.addAll(telling(arn)));
        return statements;
    }

    /** Whoever changes a scalable target must be allowed to do to the service what the target does. */
    private List<Statement> services() {
        var statements = new ArrayList<Statement>();
        statements.add(Statement.allow("ecs:DescribeServices", "ecs:UpdateService")
                .on(arns(member -> member.sleeper().kind() == Kind.SERVICE)));
        if (members.stream().anyMatch(SleepMember::scales)) {
            // AWS gives scalable targets ids of its own.
            statements.add(Statement.allow("application-autoscaling:RegisterScalableTarget")
                    .on(stack.arn("application-autoscaling", "scalable-target/*"))
                    .when("StringEquals", "application-autoscaling:service-namespace", Output.of("ecs")));
        }
        return statements;
    }

    private List<Statement> databases(Sleeper.Kind kind, String type) {
        var arns = arns(member -> member.sleeper().kind() == kind);
        return arns.isEmpty()
                ? List.of()
                : List.of(Statement.allow("rds:Describe" + type + "s", "rds:Start" + type, "rds:Stop" + type)
                        .on(arns));
    }

    private List<Statement> seeing() {
        var reading =
                new ArrayList<>(List.of("application-autoscaling:DescribeScalableTargets", "cloudwatch:GetMetricData"));
        if (members.stream().anyMatch(SleepMember::hasTargetGroups)) {
            reading.addAll(List.of("elasticloadbalancing:DescribeRules", "elasticloadbalancing:DescribeTargetHealth"));
        }
        return List.of(
                Statement.allow("ecs:ListTasks").on("*", ONLY_READS).when("ArnEquals", "ecs:cluster", cluster.arn()),
                Statement.allow("ecs:DescribeTasks", "ecs:GetTaskProtection")
                        .on(cluster.arn().applyValue(arn -> arn.replace(CLUSTER, ":task/") + "/*")),
                Statement.allow(reading.toArray(String[]::new)).on("*", ONLY_READS));
    }

    private List<Statement> telling(Output<String> topic) {
        var statements = new ArrayList<Statement>();
        statements.add(Statement.allow("sns:Publish").on(topic));
        stack.ownKey().map(EncryptionKey::encrypting).ifPresent(statements::add);
        return statements;
    }

    private List<Output<String>> arns(Predicate<SleepMember> which) {
        return members.stream().filter(which).map(SleepMember::arn).toList();
    }
}
