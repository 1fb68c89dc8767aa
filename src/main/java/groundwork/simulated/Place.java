package groundwork.simulated;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/** The account and region a provider works in, and the tags it puts on everything it makes. */
public record Place(String account, String region, Map<String, String> tags) {
    public static final String SAMPLE_ACCOUNT = "123456789012";
    public static final String DEFAULT_REGION = "us-east-1";

    public Place {
        requireNonNull(account, "account is null");
        requireNonNull(region, "region is null");
        tags = Map.copyOf(tags);
    }

    public static Place in(String region) {
        return new Place(SAMPLE_ACCOUNT, region, Map.of());
    }

    public String partition() {
        return region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    /** The region as ElastiCache writes it in host names: {@code us-east-1} is {@code use1}. */
    public String shortRegion() {
        var parts = region.split("-");
        var letters = new StringBuilder(parts[0]);
        for (int part = 1; part < parts.length; part++) {
            letters.append(parts[part].charAt(0));
        }
        return letters.toString();
    }
}
