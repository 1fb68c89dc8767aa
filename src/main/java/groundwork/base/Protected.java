package groundwork.base;

import static java.util.Objects.requireNonNull;

import com.pulumi.core.Output;
import java.util.Map;

/**
 * Something that holds data worth copying, and what a restored copy of it must be told.
 *
 * @param type what AWS Backup calls things of its kind: {@code RDS}, {@code S3}
 */
public record Protected(String type, String name, Output<String> arn, Output<Map<String, String>> restoredInto) {
    public Protected {
        requireNonNull(type, "type is null");
        requireNonNull(name, "name is null");
        requireNonNull(arn, "arn is null");
        requireNonNull(restoredInto, "restoredInto is null");
    }

    /** A restored copy of it needs nothing around it. */
    public static Protected of(String type, String name, Output<String> arn) {
        return new Protected(type, name, arn, Output.of(Map.of()));
    }
}
