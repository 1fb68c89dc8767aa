package groundwork.settings;

import groundwork.settings.reader.Between;
import groundwork.settings.reader.Setting;
import groundwork.settings.units.Cidr;
import java.time.Duration;
import java.util.List;

/** The one public load balancer; it exists when a service has routes. */
public record LoadBalancerSettings(
        @Setting(value = "Who may connect", example = "[203.0.113.0/24]") List<Cidr> allow,
        @Setting(value = "How long an idle connection is kept; long enough for WebSockets", example = "60s")
                @Between(min = "1s", max = "4000s")
                Duration idleTimeout,
        @Setting(
                        value = "How long access logs are kept; 0 turns them off",
                        example = "90d",
                        cost = "$0.023 a GB a month")
                @Between(min = "0s", max = "3653d")
                Duration accessLogs,
        @Setting("Refuse to be deleted until this is turned off") boolean deletionProtection) {}
