package groundwork.settings.edge;

import groundwork.settings.edge.CdnSettings.Frames;
import groundwork.settings.marks.Between;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.problems.Problems;
import groundwork.settings.units.Cidr;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The one public load balancer; it exists when a service has routes. */
public record LoadBalancerSettings(
        @Setting(value = "CIDRs that may connect", example = "[203.0.113.0/24]") List<Cidr> allow,
        @Setting(value = "Idle timeout of connections, WebSockets included", example = "1m")
                @Between(min = "1s", max = "4000s")
                Duration idleTimeout,
        @Setting(value = "Retention of access logs; 0 turns them off", example = "90d", cost = "about $0.023 a GB")
                @Between(min = "0s", max = "3653d")
                Duration accessLogs,
        @Setting("Response headers, where no CDN adds them") Optional<ResponseHeaders> headers)
        implements Checked {

    @Override
    public void check(Problems problems) {
        problems.at("allow").unless(!allow.isEmpty(), "allows nobody; list a CIDR, or remove it to allow everybody");
    }

    /** What a load balancer can add by itself; the other headers are up to the services. */
    public record ResponseHeaders(
            @Setting(
                            value =
                                    "Strict-Transport-Security max-age, with includeSubDomains; without a block headers, the"
                                            + " load balancer adds none, and the services' own pass unchanged",
                            example = "730d")
                    @Between(min = "0s", max = "3650d")
                    Duration hsts,
            @Setting(value = "X-Frame-Options", example = "same-origin") Frames frames,
            @Setting(value = "Content-Security-Policy", example = "default-src 'self'")
                    @Matching(value = "[ -~]+", says = "a single line of ASCII")
                    Optional<String> contentSecurity,
            @Setting("CORS, for one origin") Optional<CorsSettings> cors)
            implements Checked {

        @Override
        public void check(Problems problems) {
            cors.ifPresent(asked -> asked.checkIsForOne(problems.at("cors"), "a load balancer"));
        }
    }
}
