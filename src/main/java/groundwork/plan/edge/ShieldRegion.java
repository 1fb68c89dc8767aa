package groundwork.plan.edge;

import java.util.Map;
import java.util.Set;

/** Where CloudFront's one regional cache for all edges stands: near the origin, in one of the regions that offer it. */
public final class ShieldRegion {
    private static final Set<String> OFFERING = Set.of(
            "us-east-1",
            "us-east-2",
            "us-west-2",
            "ap-south-1",
            "ap-northeast-1",
            "ap-northeast-2",
            "ap-southeast-1",
            "ap-southeast-2",
            "eu-central-1",
            "eu-west-1",
            "eu-west-2",
            "me-central-1",
            "sa-east-1");

    private static final Map<String, String> NEAREST = Map.ofEntries(
            Map.entry("us-west-1", "us-west-2"),
            Map.entry("ca-central-1", "us-east-1"),
            Map.entry("ca-west-1", "us-west-2"),
            Map.entry("af-south-1", "eu-west-1"),
            Map.entry("ap-east-1", "ap-southeast-1"),
            Map.entry("ap-northeast-3", "ap-northeast-1"),
            Map.entry("ap-south-2", "ap-south-1"),
            Map.entry("ap-southeast-3", "ap-southeast-1"),
            Map.entry("ap-southeast-4", "ap-southeast-2"),
            Map.entry("ap-southeast-5", "ap-southeast-1"),
            Map.entry("ap-southeast-7", "ap-southeast-1"),
            Map.entry("eu-central-2", "eu-central-1"),
            Map.entry("eu-north-1", "eu-west-2"),
            Map.entry("eu-south-1", "eu-central-1"),
            Map.entry("eu-south-2", "eu-west-2"),
            Map.entry("eu-west-3", "eu-west-2"),
            Map.entry("il-central-1", "eu-central-1"),
            Map.entry("me-south-1", "ap-south-1"),
            Map.entry("mx-central-1", "us-east-1"));

    private ShieldRegion() {}

    public static String nearest(String region) {
        return OFFERING.contains(region) ? region : NEAREST.getOrDefault(region, "us-east-1");
    }
}
