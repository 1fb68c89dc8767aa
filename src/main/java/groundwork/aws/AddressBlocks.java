package groundwork.aws;

import java.util.List;

/** Ranges of IPv4 addresses that are set aside for something. */
public final class AddressBlocks {
    /** For private networks: RFC 1918, and RFC 6598 for carriers. */
    public static final List<String> PRIVATE =
            List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10");

    /** AWS makes no network in them. */
    public static final List<String> REFUSED = List.of("0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/3");

    private AddressBlocks() {}
}
