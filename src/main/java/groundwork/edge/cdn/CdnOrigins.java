package groundwork.edge.cdn;

import com.pulumi.aws.cloudfront.inputs.DistributionOriginArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginCustomHeaderArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginCustomOriginConfigArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginGroupArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginGroupFailoverCriteriaArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginGroupMemberArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginOriginShieldArgs;
import com.pulumi.core.Output;
import groundwork.edge.LoadBalancer;
import groundwork.edge.OriginSecret;
import groundwork.plan.edge.CdnPlan;
import groundwork.plan.edge.ShieldRegion;
import java.util.List;
import java.util.Optional;

/** Where the CDN fetches what it has not got. */
final class CdnOrigins {
    static final String FILES = "files";
    static final String SERVICES = "services";
    static final String FILES_OR_SERVICES = "files-or-services";

    private static final List<Integer> MISSING = List.of(403, 404);

    /** CloudFront waits no longer unless the account's quota is raised. */
    private static final long LONGEST_WAIT_SECONDS = 60;

    private final CdnPlan plan;
    private final String region;

    CdnOrigins(CdnPlan plan, String region) {
        this.plan = plan;
        this.region = region;
    }

    DistributionOriginArgs files(StaticFiles files) {
        return origin(FILES)
                .domainName(files.host())
                .originAccessControlId(files.accessId())
                .build();
    }

    DistributionOriginArgs services(LoadBalancer balancer, Optional<OriginSecret> pass) {
        var origin = origin(SERVICES).domainName(host(balancer)).customOriginConfig(connection(balancer));
        pass.map(shown -> DistributionOriginCustomHeaderArgs.builder()
                        .name(shown.header())
                        .value(shown.value())
                        .build())
                .ifPresent(origin::customHeaders);
        return origin.build();
    }

    /** Asks the services for a file that the bucket lacks. */
    static DistributionOriginGroupArgs filesOrServices() {
        return DistributionOriginGroupArgs.builder()
                .originId(FILES_OR_SERVICES)
                .failoverCriteria(DistributionOriginGroupFailoverCriteriaArgs.builder()
                        .statusCodes(MISSING)
                        .build())
                .members(member(FILES), member(SERVICES))
                .build();
    }

    private static DistributionOriginGroupMemberArgs member(String id) {
        return DistributionOriginGroupMemberArgs.builder().originId(id).build();
    }

    private DistributionOriginArgs.Builder origin(String id) {
        var origin = DistributionOriginArgs.builder().originId(id);
        if (plan.settings().originShield()) {
            origin.originShield(DistributionOriginOriginShieldArgs.builder()
                    .enabled(true)
                    .originShieldRegion(ShieldRegion.nearest(region))
                    .build());
        }
        return origin;
    }

    private Output<String> host(LoadBalancer balancer) {
        return plan.originHost().map(Output::of).orElseGet(balancer::dnsName);
    }

    private DistributionOriginCustomOriginConfigArgs connection(LoadBalancer balancer) {
        long idle = plan.originTimeout().toSeconds();
        return DistributionOriginCustomOriginConfigArgs.builder()
                .httpPort(80)
                .httpsPort(443)
                .originProtocolPolicy(balancer.isSecure() ? "https-only" : "http-only")
                .originSslProtocols("TLSv1.2")
                .originReadTimeout((int) Math.min(idle, LONGEST_WAIT_SECONDS))
                .build();
    }
}
