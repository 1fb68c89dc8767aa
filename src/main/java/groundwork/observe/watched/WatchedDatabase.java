package groundwork.observe.watched;

import com.pulumi.core.Output;
import java.util.List;

/** A database by the identifier of its instance, or of its cluster if it is Aurora, with those of an instance's replicas. */
public record WatchedDatabase(String name, Output<String> identifier, List<Output<String>> replicas) {
    public WatchedDatabase {
        replicas = List.copyOf(replicas);
    }
}
