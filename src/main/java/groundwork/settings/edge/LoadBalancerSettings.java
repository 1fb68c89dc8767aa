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
        @Setting(value = "Who may connect", example = "[203.0.113.0/24]") List<Cidr> allow,
        @Setting(value = "How long an idle connection is kept; long enough for WebSockets", example = "1m")
                @Between(min = "1s", max = "4000s")
                Duration idleTimeout,
        @Setting(value = "How long access logs are kept; 0 turns them off", example = "90d", cost = "about $0.023 a GB")
                @Between(min = "0s", max = "3653d")
                Duration accessLogs,
        @Setting(value = "Refuse to be deleted until this is turned off", example = "true") boolean deletionProtection,
        @Setting("Headers that every answer carries, where no CDN adds them") Optional<ResponseHeaders> headers)
        implements Checked {

    @Override
    public void check(Problems problems) {
        problems.at("allow")
                .unless(!allow.isEmpty(), "admits nobody; name a block, or leave it out to admit everybody");
    }

    /** What a load balancer can add by itself; the other headers are up to the services. */
    public record ResponseHeaders(
            @Setting(value = "How long browsers insist on HTTPS, subdomains too", example = "730d")
                    @Between(min = "0s", max = "3650d")
                    Duration hsts,
            @Setting(value = "Who may frame the pages", example = "same-origin") Frames frames,
            @Setting(value = "A Content-Security-Policy", example = "default-src 'self'")
                    @Matching(value = "[^\\r\\n]+", says = "a single line")
                    Optional<String> contentSecurity,
            @Setting("Which other site's pages may read the answers") Optional<CorsSettings> cors)
            implements Checked {

        @Override
        public void check(Problems problems) {
            cors.ifPresent(asked -> asked.checkIsForOne(problems.at("cors"), "a load balancer"));
        }
    }
}
