package groundwork.data.postgres;

import com.pulumi.aws.cloudwatch.LogGroup;
import groundwork.base.Component;
import groundwork.observe.LogGroups;
import java.util.List;

/** The log groups that an RDS instance writes to, made before it makes them itself and keeps them for ever. */
final class PostgresLogs {
    static final List<String> KINDS = List.of("postgresql", "upgrade");

    private PostgresLogs() {}

    static List<LogGroup> of(String identifier, String prefix, Component owner) {
        return KINDS.stream()
                .map(kind -> LogGroups.create(
                        prefix + kind + "-log",
                        "/aws/rds/instance/" + identifier + "/" + kind,
                        owner.stack().logRetention(),
                        owner))
                .toList();
    }
}
