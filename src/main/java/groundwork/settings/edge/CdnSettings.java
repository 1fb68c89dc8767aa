package groundwork.settings.edge;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.problems.Problems;
import groundwork.settings.units.Countries;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A CloudFront distribution: static paths from a bucket, everything else from the load balancer where there is one. */
public record CdnSettings(
        @Setting(
                        value = "Paths served from the bucket of static files; a missing file comes from the services, "
                                + "unless servicePaths is set",
                        example = "[/static/*]")
                @Matching(value = PATH, says = "a path pattern of up to 255 characters that starts with /")
                List<String> staticPaths,
        @Setting(
                        value = "Paths that services answer, uncached; when set, the bucket serves all other paths",
                        example = "[/api/*, /ws/*]")
                @Matching(value = PATH, says = "a path pattern of up to 255 characters that starts with /")
                List<String> servicePaths,
        @Setting(value = "Cache lifetime of static files, at edges and in browsers", example = "365d")
                @Between(min = "0s", max = "365d")
                Duration staticAge,
        @Setting(value = "Origin Shield", example = "true", cost = "$0.0075 to $0.009 for 10,000 requests")
                boolean originShield,
        @Setting(
                        value =
                                "Price class: edge locations in North America and Europe (100), Asia and Africa too (200), "
                                        + "or all",
                        example = "price-class-all",
                        cost =
                                "up to about $0.12 a GB at the most expensive edge locations, $0.085 at those of price-class-100")
                PriceClass priceClass,
        @Setting("Response headers") SecurityHeaders headers,
        @Setting(value = "Retention of access logs; 0 turns them off", example = "90d", cost = "about $0.023 a GB")
                @Between(min = "0s", max = "3653d")
                Duration accessLogs,
        @Setting(value = "Additional names of the CDN, directly under the domain", example = "[cdn.example.com]")
                @Matching(
                        value = "(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}",
                        says = "a lower-case host name")
                List<String> hosts,
        @Setting(value = "Countries allowed; all when empty", example = "[US, CA]")
                @Matching(value = Countries.FORM, says = Countries.SAYS)
                List<String> countries,
        @Setting(
                        value = "Serve about.html or about/index.html for /about and /about/, where no service answers",
                        example = "true")
                boolean cleanUrls,
        @Setting(value = "Single-page app: serve index.html for paths without a file", example = "true") boolean spa,
        @Setting(value = "Page for 404 Not Found", example = "/404.html")
                @Matching(value = "/[\\w.~/-]+", says = "a path that starts with /")
                Optional<String> notFound)
        implements Checked {
    private static final String PATH = "(?=.{1,255}$)/[\\w.~/*$&@:!-]*";

    @Override
    public void check(Problems problems) {
        Countries.check(countries, problems.at("countries"));
    }

    /** Whether pages are files even where there are services. */
    public boolean servesPages() {
        return !servicePaths.isEmpty();
    }

    /** Static paths that the services answer where the bucket has no such file. */
    public List<String> fallbackPaths() {
        return servesPages() ? List.of() : staticPaths;
    }

    public enum PriceClass {
        PRICE_CLASS_100,
        PRICE_CLASS_200,
        PRICE_CLASS_ALL
    }

    /** The response headers policy. */
    public record SecurityHeaders(
            @Setting(value = "Strict-Transport-Security max-age", example = "730d") @Between(min = "0s", max = "3650d")
                    Duration hsts,
            @Setting(value = "X-Frame-Options", example = "same-origin") Frames frames,
            @Setting(value = "Referrer-Policy", example = "strict-origin-when-cross-origin")
                    @Matching(
                            value = "no-referrer|no-referrer-when-downgrade|origin|origin-when-cross-origin|same-origin"
                                    + "|strict-origin|strict-origin-when-cross-origin|unsafe-url",
                            says = "a Referrer-Policy value")
                    String referrer,
            @Setting(
                            value =
                                    "Permissions-Policy, where the response has none of its own; () disables a feature, (self) "
                                            + "allows it to the pages",
                            example = "camera=(self), microphone=(self), geolocation=()")
                    @Matching(value = "[ -~]+", says = "a single line of ASCII")
                    Optional<String> permissions,
            @Setting(value = "Content-Security-Policy", example = "default-src 'self'")
                    @Matching(value = "[ -~]+", says = "a single line of ASCII")
                    Optional<String> contentSecurity,
            @Setting("CORS") Optional<CorsSettings> cors) {}

    public enum Frames {
        SAME_ORIGIN,
        DENY;

        /** As X-Frame-Options says it. */
        public String header() {
            return name().replace("_", "");
        }
    }
}
