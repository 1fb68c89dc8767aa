package groundwork.compute.apprunner;

import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import groundwork.base.EncryptionKey;
import groundwork.base.Role;
import groundwork.compute.GrantedPermissions;
import groundwork.compute.Images;
import groundwork.compute.Telemetry;
import groundwork.links.Linked;
import groundwork.links.LinkedEnvironment;
import groundwork.links.SecretReference;
import groundwork.permissions.Statement;
import groundwork.plan.compute.ServicePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What App Runner may do to pull the image, and what the service itself may do: two roles, never one. */
final class AppRunnerRoles {
    private static final String PULLING = "build.apprunner.amazonaws.com";
    private static final String RUNNING = "tasks.apprunner.amazonaws.com";

    private final AppRunnerService service;
    private final Optional<Role> access;
    private final Role instance;

    AppRunnerRoles(
            AppRunnerService service, ServicePlan plan, Images images, List<Linked> links, LinkedEnvironment linked) {
        this.service = service;
        access = images.ownRepository(plan.settings())
                .map(repository -> new Role("access", PULLING, pulling(repository), service));
        instance = new Role("instance", RUNNING, running(plan, links, linked), service);
    }

    /** There is none where the image is public. */
    Optional<Role> access() {
        return access;
    }

    Role instance() {
        return instance;
    }

    List<Resource> ready() {
        return Stream.concat(access.stream(), Stream.of(instance))
                .<Resource>flatMap(role -> role.ready().stream())
                .toList();
    }

    private static List<Statement> pulling(Output<String> repository) {
        return List.of(
                Statement.allow("ecr:GetAuthorizationToken").on("*", "a token is for the whole registry"),
                Statement.allow(
                                "ecr:BatchCheckLayerAvailability",
                                "ecr:BatchGetImage",
                                "ecr:DescribeImages",
                                "ecr:GetDownloadUrlForLayer")
                        .on(repository));
    }

    /** On App Runner the service's own role fetches its secrets. */
    private List<Statement> running(ServicePlan plan, List<Linked> links, LinkedEnvironment linked) {
        var statements = new ArrayList<Statement>();
        links.forEach(link -> statements.addAll(link.connection().permissions()));
        statements.addAll(SecretReference.permissions(linked.secrets().values()));
        if (!linked.secrets().isEmpty()) {
            service.stack().ownKey().map(EncryptionKey::decrypting).ifPresent(statements::add);
        }
        statements.addAll(Telemetry.permissions(plan, service.stack()));
        statements.addAll(GrantedPermissions.of(plan.settings(), service.stack()));
        return statements;
    }
}
