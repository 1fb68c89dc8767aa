package groundwork.base;

import com.pulumi.core.Output;
import groundwork.permissions.PolicyDocument;
import groundwork.permissions.Statement;
import java.util.List;
import java.util.Map;

/** Who may take a role: one AWS service, and for the stack's own account where the service says on whose behalf it comes. */
final class Trust {
    private static final Map<String, Origin> ORIGINS = Map.of(
            "amplify.amazonaws.com", new Origin("amplify", "apps/*"),
            "codedeploy.amazonaws.com", new Origin("codedeploy", "deploymentgroup:*"),
            "ecs-tasks.amazonaws.com", new Origin("ecs", "*"),
            "fis.amazonaws.com", new Origin("fis", "experiment/*"),
            "scheduler.amazonaws.com", new Origin("scheduler", "schedule-group/*"),
            "states.amazonaws.com", new Origin("states", "stateMachine:*"),
            "vpc-flow-logs.amazonaws.com", new Origin("ec2", "vpc-flow-log/*"));

    /** What such a service names as the source of its call. */
    private record Origin(String service, String resource) {}

    private Trust() {}

    static Output<String> in(String service, StackContext stack) {
        var statement = Statement.allow("sts:AssumeRole").by("Service", Output.of(service));
        var origin = ORIGINS.get(service);
        return PolicyDocument.of(List.of(origin == null ? statement : forThisAccount(statement, origin, stack)));
    }

    private static Statement forThisAccount(Statement statement, Origin origin, StackContext stack) {
        return statement
                .when("StringEquals", "aws:SourceAccount", stack.providers().account())
                .when("ArnLike", "aws:SourceArn", stack.arn(origin.service(), origin.resource()));
    }
}
