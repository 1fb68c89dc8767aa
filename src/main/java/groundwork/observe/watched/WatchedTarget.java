package groundwork.observe.watched;

import com.pulumi.core.Output;

/** A target group by the suffix that it is planned under, and by the end of its ARN. */
public record WatchedTarget(String suffix, Output<String> arnSuffix) {}
