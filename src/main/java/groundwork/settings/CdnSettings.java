package groundwork.settings;

import groundwork.settings.reader.Between;
import groundwork.settings.reader.Matching;
import groundwork.settings.reader.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A CloudFront distribution: static paths from a bucket, everything else from the load balancer. */
public record CdnSettings(
        @Setting(value = "Paths served from the bucket of static files", example = "[/static/*]")
                @Matching(value = "/[\\w.~/*$&@:!-]*", says = "a path pattern that starts with /")
                List<String> staticPaths,
        @Setting(value = "How long browsers and edges keep static files", example = "365d")
                @Between(min = "0s", max = "365d")
                Duration staticAge,
        @Setting(
                        value = "Ask origins through one regional cache first",
                        example = "true",
                        cost = "$0.0075 to $0.009 for 10,000 requests")
                boolean originShield,
        @Setting(value = "Which edges serve: 100 (North America, Europe), 200 (and Asia) or all", example = "all")
                PriceClass priceClass,
        @Setting("Headers that every answer carries") SecurityHeaders headers,
        @Setting(value = "Countries that are served; all, when empty", example = "[US, CA]")
                @Matching(value = "[A-Z]{2}", says = "a country code of two capitals")
                List<String> countries) {

    public enum PriceClass {
        PRICE_CLASS_100,
        PRICE_CLASS_200,
        PRICE_CLASS_ALL
    }

    /** The response headers policy. */
    public record SecurityHeaders(
            @Setting(value = "How long browsers insist on HTTPS", example = "730d") @Between(min = "0s", max = "3650d")
                    Duration hsts,
            @Setting(value = "Who may frame the pages", example = "same-origin") Frames frames,
            @Setting(value = "What browsers tell other sites", example = "strict-origin-when-cross-origin")
                    @Matching(
                            value = "no-referrer|no-referrer-when-downgrade|origin|origin-when-cross-origin|same-origin"
                                    + "|strict-origin|strict-origin-when-cross-origin|unsafe-url",
                            says = "a Referrer-Policy value")
                    String referrer,
            @Setting(value = "Browser features that are switched off", example = "camera=(), microphone=()")
                    Optional<String> permissions,
            @Setting(value = "A Content-Security-Policy", example = "default-src 'self'")
                    Optional<String> contentSecurity) {}

    public enum Frames {
        SAME_ORIGIN,
        DENY
    }
}
