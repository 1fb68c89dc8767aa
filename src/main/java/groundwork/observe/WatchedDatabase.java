package groundwork.observe;

import com.pulumi.core.Output;

/** A database by the identifier of its instance, or of its cluster if it is Aurora. */
public record WatchedDatabase(String name, Output<String> identifier) {}
