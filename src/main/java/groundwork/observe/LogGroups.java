package groundwork.observe;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import groundwork.aws.LogRetention;
import groundwork.base.Component;
import java.time.Duration;
import java.util.List;

/** Every log group is ours: named, encrypted and kept for a stated time, never one that a service made by itself. */
public final class LogGroups {
    private LogGroups() {}

    public static LogGroup create(String suffix, List<String> path, Duration kept, Component owner) {
        return create(suffix, owner.stack().names().path(path.toArray(String[]::new)), kept, owner);
    }

    /** For a service that insists on the group's name. */
    public static LogGroup create(String suffix, String name, Duration kept, Component owner) {
        return create(suffix, Output.of(name), kept, owner, owner.keepingNames("name"));
    }

    /** For a service that makes up the group's name. */
    public static LogGroup create(String suffix, Output<String> name, Duration kept, Component owner) {
        return create(suffix, name, kept, owner, owner.options());
    }

    private static LogGroup create(
            String suffix, Output<String> name, Duration kept, Component owner, CustomResourceOptions.Builder options) {
        var stack = owner.stack();
        var arguments = LogGroupArgs.builder().name(name).retentionInDays(LogRetention.days(kept));
        stack.keyArn().ifPresent(arguments::kmsKeyId);
        return new LogGroup(owner.child(suffix), arguments.build(), options.build());
    }
}
