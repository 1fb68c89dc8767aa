package groundwork.observe.watched;

import com.pulumi.core.Output;
import java.util.List;

/** A service's name in ECS, and its target groups if it has routes. */
public record WatchedService(String name, Output<String> service, List<WatchedTarget> targets) {
    public WatchedService {
        targets = List.copyOf(targets);
    }
}
