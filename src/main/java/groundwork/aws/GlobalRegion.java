package groundwork.aws;

/** The region in which CloudFront's certificates, firewalls and metrics are. */
public final class GlobalRegion {
    public static final String NAME = "us-east-1";

    private GlobalRegion() {}
}
