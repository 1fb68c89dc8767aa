package groundwork.observe.watched;

import com.pulumi.core.Output;

/** A service's name and id in App Runner. */
public record WatchedRunner(String name, Output<String> service, Output<String> id) {}
