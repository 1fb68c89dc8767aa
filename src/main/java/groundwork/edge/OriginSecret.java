package groundwork.edge;

import static java.util.Objects.requireNonNull;

import com.pulumi.core.Output;

/** A secret header by which the load balancer and its firewall know what the CDN has let through already. */
public record OriginSecret(String header, Output<String> value) {
    public static final String HEADER = "x-origin-pass";

    public OriginSecret {
        requireNonNull(header, "header is null");
        requireNonNull(value, "value is null");
    }

    public static OriginSecret of(Output<String> value) {
        return new OriginSecret(HEADER, value);
    }
}
