package groundwork.observe.watched;

import com.pulumi.core.Output;

/** The ECS cluster that all services run in. */
public record WatchedCluster(Output<String> name, Output<String> arn) {}
