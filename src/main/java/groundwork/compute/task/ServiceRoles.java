package groundwork.compute.task;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.EncryptionKey;
import groundwork.base.Role;
import groundwork.compute.Cluster;
import groundwork.compute.GrantedPermissions;
import groundwork.compute.Images;
import groundwork.compute.Telemetry;
import groundwork.links.Linked;
import groundwork.links.LinkedEnvironment;
import groundwork.links.SecretReference;
import groundwork.permissions.Statement;
import groundwork.plan.compute.ServicePlan;
import groundwork.settings.links.LinkSettings.Access;
import groundwork.settings.service.ServiceSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What ECS may do to start a task, and what the task itself may do: two roles, never one. */
public final class ServiceRoles {
    private static final String TASKS = "ecs-tasks.amazonaws.com";

    private final Component service;
    private final ServicePlan plan;
    private final ServiceSettings settings;
    private final Role execution;
    private final Role task;

    public ServiceRoles(
            Component service,
            ServicePlan plan,
            List<Linked> links,
            LinkedEnvironment environment,
            Images images,
            LogGroup logs,
            Cluster cluster) {
        this.service = service;
        this.plan = plan;
        settings = plan.settings();
        execution = new Role("execution", TASKS, starting(environment, images, logs), service);
        task = new Role("task", TASKS, running(links, cluster), service);
    }

    public Role execution() {
        return execution;
    }

    public Role task() {
        return task;
    }

    private List<Statement> starting(LinkedEnvironment environment, Images images, LogGroup logs) {
        var statements = new ArrayList<Statement>();
        var repositories = ownRepositories(images);
        if (!repositories.isEmpty()) {
            statements.add(Statement.allow("ecr:GetAuthorizationToken").on("*", "a token is for the whole registry"));
            statements.add(Statement.allow(
                            "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer")
                    .on(repositories));
        }
        statements.add(Statement.allow("logs:CreateLogStream", "logs:PutLogEvents")
                .on(logs.arn().applyValue(arn -> arn + ":*")));
        statements.addAll(SecretReference.permissions(environment.secrets().values()));
        if (!environment.secrets().isEmpty()) {
            service.stack().ownKey().map(EncryptionKey::decrypting).ifPresent(statements::add);
        }
        return statements;
    }

    private List<Output<String>> ownRepositories(Images images) {
        return Stream.concat(
                        images.isPlaceholder(settings) ? Stream.empty() : settings.image().stream(),
                        Companions.of(settings, images).images())
                .distinct()
                .flatMap(image -> images.ownRepository(image).stream())
                .toList();
    }

    private List<Statement> running(List<Linked> links, Cluster cluster) {
        var statements = new ArrayList<Statement>();
        links.forEach(linked -> statements.addAll(linked.connection().permissions()));
        if (links.stream()
                .anyMatch(linked ->
                        linked.link().access().filter(Access::consumes).isPresent())) {
            // A worker keeps a task from being stopped in the middle of a message.
            statements.add(Statement.allow("ecs:GetTaskProtection", "ecs:UpdateTaskProtection")
                    .on(cluster.arn().applyValue(arn -> arn.replace(":cluster/", ":task/") + "/*")));
        }
        if (settings.exec()) {
            statements.addAll(shell(cluster));
        }
        if (settings.readsMetrics()) {
            statements.add(Statement.allow("cloudwatch:DescribeAlarms")
                    .on(service.stack().arn("cloudwatch", "alarm:*")));
            statements.add(Statement.allow(
                            "cloudwatch:GetMetricData",
                            "cloudwatch:ListMetrics",
                            "ec2:DescribeRegions",
                            "tag:GetResources")
                    .on("*", "figures have no ARN"));
        }
        statements.addAll(Telemetry.permissions(plan, service.stack()));
        statements.addAll(GrantedPermissions.of(settings, service.stack()));
        return statements;
    }

    private List<Statement> shell(Cluster cluster) {
        var statements = new ArrayList<Statement>();
        statements.add(Statement.allow(
                        "ssmmessages:CreateControlChannel",
                        "ssmmessages:CreateDataChannel",
                        "ssmmessages:OpenControlChannel",
                        "ssmmessages:OpenDataChannel")
                .on("*", "channels have no ARN"));
        statements.add(Statement.allow("logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents")
                .on(cluster.shells().arn().applyValue(arn -> arn + ":*")));
        statements.add(Statement.allow("logs:DescribeLogGroups").on("*", "the agent lists groups to find its own"));
        service.stack().ownKey().map(EncryptionKey::decrypting).ifPresent(statements::add);
        return statements;
    }
}
