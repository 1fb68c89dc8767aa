package groundwork.observe.watched;

import com.pulumi.core.Output;

/** A queue and its dead-letter queue by their names in SQS. */
public record WatchedQueue(String name, Output<String> queue, Output<String> deadLetters) {}
