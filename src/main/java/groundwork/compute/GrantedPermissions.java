package groundwork.compute;

import com.pulumi.core.Output;
import groundwork.base.StackContext;
import groundwork.permissions.Statement;
import groundwork.settings.service.PermissionSettings;
import groundwork.settings.service.ServiceSettings;
import java.util.List;

/** What a service may do in AWS beside its links, as its settings say. */
public final class GrantedPermissions {
    private GrantedPermissions() {}

    public static List<Statement> of(ServiceSettings settings, StackContext stack) {
        return settings.permissions().stream()
                .map(permission -> statement(permission, stack))
                .toList();
    }

    /** {@code ses:SendEmail on identity/example.com}, for people. */
    public static List<String> texts(ServiceSettings settings) {
        return settings.permissions().stream()
                .map(permission ->
                        String.join(", ", permission.actions()) + " on " + String.join(", ", permission.resources()))
                .toList();
    }

    private static Statement statement(PermissionSettings permission, StackContext stack) {
        var statement = Statement.allow(permission.actions().toArray(String[]::new))
                .on(permission.resources().stream()
                        .map(resource -> arn(resource, permission.service(), stack))
                        .toList());
        for (var condition : permission.conditions()) {
            statement = statement.when(condition.test(), condition.key(), Output.of(condition.value()));
        }
        return statement;
    }

    private static Output<String> arn(String resource, String service, StackContext stack) {
        return PermissionSettings.isArn(resource) ? Output.of(resource) : stack.arn(service, resource);
    }
}
