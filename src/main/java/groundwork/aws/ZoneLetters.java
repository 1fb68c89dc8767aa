package groundwork.aws;

import java.util.Map;

/** The letters of a region's availability zones: a, b and c in most. */
public final class ZoneLetters {
    private static final String USUAL = "abc";
    private static final Map<String, String> UNUSUAL = Map.of(
            "us-east-1", "abcdef",
            "us-west-1", "ac",
            "us-west-2", "abcd",
            "ca-central-1", "abd",
            "ap-northeast-1", "acd",
            "ap-northeast-2", "abcd");

    private ZoneLetters() {}

    public static String of(String region) {
        return UNUSUAL.getOrDefault(region, USUAL);
    }
}
