package groundwork.compute;

import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import groundwork.watch.Watchable;

/** A service as it runs, whatever the platform. */
public interface RunningService extends Watchable {
    String name();

    /** The name of the log group that it writes to. */
    Output<String> logGroup();

    /** What the platform runs; services that link to it wait for that. */
    Resource running();
}
