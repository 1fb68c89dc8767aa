package groundwork.edge.cdn;

import com.pulumi.aws.cloudfront.Distribution;
import com.pulumi.aws.cloudfront.DistributionArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionRestrictionsArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionRestrictionsGeoRestrictionArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionViewerCertificateArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.RandomPassword;
import groundwork.base.StackContext;
import groundwork.edge.Certificate;
import groundwork.edge.LoadBalancer;
import groundwork.edge.OriginSecret;
import groundwork.edge.firewall.WebAcl;
import groundwork.plan.edge.CdnPlan;
import groundwork.settings.edge.CdnSettings;
import groundwork.watch.WatchRules;
import groundwork.watch.Watchable;
import groundwork.watch.Watched;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** CloudFront: files from a bucket, answers of services from the load balancer. */
public final class Cdn extends Component implements Watchable {
    private static final int PASS_LENGTH = 40;

    private final CdnSettings settings;
    private final CdnPlan plan;
    private final Optional<OriginSecret> pass;
    private final StaticFiles files;
    private final CdnHeaders headers;
    private final Distribution distribution;

    public Cdn(
            String name,
            CdnPlan plan,
            Optional<LoadBalancer> origin,
            Optional<Certificate> certificate,
            Optional<WebAcl> firewall,
            StackContext stack) {
        super("edge:Cdn", name, stack);
        this.plan = plan;
        settings = plan.settings();
        pass = origin.isPresent() ? Optional.of(createPass()) : Optional.empty();
        files = new StaticFiles("files", settings, this);
        headers = new CdnHeaders("headers", settings, this);
        distribution = createDistribution(origin, certificate, firewall);
        files.admit(distribution.arn());
        if (!settings.accessLogs().isZero()) {
            new CdnAccessLogs("access-logs", settings.accessLogs(), distribution.arn(), this);
        }
        outputs(Map.copyOf(endpoint()));
    }

    public Output<String> domainName() {
        return distribution.domainName();
    }

    public Output<String> zoneId() {
        return distribution.hostedZoneId();
    }

    @Override
    public List<Watched> watched(WatchRules rules) {
        return List.of(CdnWatch.of(distribution.id(), rules).plan());
    }

    public Output<String> url() {
        return plan.domain().map(Output::of).orElseGet(this::domainName).applyValue(host -> "https://" + host);
    }

    /** What the load balancer and its firewall recognise requests by that came this way. */
    public Optional<OriginSecret> pass() {
        return pass;
    }

    /** For those who upload files and tell the edges to fetch them anew. */
    public Map<String, Output<String>> endpoint() {
        return Map.of("url", url(), "bucket", files.bucketName(), "distributionId", distribution.id());
    }

    private OriginSecret createPass() {
        return OriginSecret.of(new RandomPassword(child("pass"), PASS_LENGTH, options()).result());
    }

    private Distribution createDistribution(
            Optional<LoadBalancer> origin, Optional<Certificate> certificate, Optional<WebAcl> firewall) {
        boolean fallsBack = origin.isPresent() && !settings.fallbackPaths().isEmpty();
        var staticOrigin = fallsBack ? CdnOrigins.FILES_OR_SERVICES : CdnOrigins.FILES;
        var behaviors = new CdnBehaviors(settings, headers, files.cachePolicyId(), staticOrigin);
        var arguments = DistributionArgs.builder()
                .enabled(true)
                .comment(stack().names().prefix())
                .httpVersion("http2and3")
                .isIpv6Enabled(true)
                .priceClass(priceClass())
                .origins(origins(origin))
                .orderedCacheBehaviors(behaviors.ordered())
                .restrictions(restrictions())
                .viewerCertificate(viewerCertificate(certificate));
        if (fallsBack) {
            arguments.originGroups(CdnOrigins.filesOrServices());
        }
        if (origin.isPresent() && !settings.servesPages()) {
            arguments.defaultCacheBehavior(behaviors.services());
        } else {
            arguments
                    .defaultCacheBehavior(behaviors.pages(rewrite(origin.isPresent())))
                    .defaultRootObject("index.html");
        }
        if (origin.isEmpty()) {
            arguments.customErrorResponses(MissingPages.of(settings));
        }
        plan.domain()
                .ifPresent(domain -> arguments.aliases(Stream.concat(Stream.of(domain), settings.hosts().stream())
                        .toList()));
        firewall.ifPresent(acl -> arguments.webAclId(acl.arn()));
        return new Distribution(child("distribution"), arguments.build(), inside());
    }

    private List<DistributionOriginArgs> origins(Optional<LoadBalancer> balancer) {
        var origins = new CdnOrigins(plan, stack().region());
        var all = new ArrayList<>(List.of(origins.files(files)));
        balancer.ifPresent(services -> all.add(origins.services(services, pass)));
        return all;
    }

    /** An error page would stand in for the services' own answers too, so beside services the edge finds the one page. */
    private Optional<AddressRewrite> rewrite(boolean besideServices) {
        if (settings.cleanUrls()) {
            return Optional.of(AddressRewrite.toPages(this));
        }
        return settings.spa() && besideServices ? Optional.of(AddressRewrite.toOnePage(this)) : Optional.empty();
    }

    private String priceClass() {
        return switch (settings.priceClass()) {
            case PRICE_CLASS_100 -> "PriceClass_100";
            case PRICE_CLASS_200 -> "PriceClass_200";
            case PRICE_CLASS_ALL -> "PriceClass_All";
        };
    }

    private DistributionRestrictionsArgs restrictions() {
        var countries = DistributionRestrictionsGeoRestrictionArgs.builder();
        if (settings.countries().isEmpty()) {
            countries.restrictionType("none");
        } else {
            countries.restrictionType("whitelist").locations(settings.countries());
        }
        return DistributionRestrictionsArgs.builder()
                .geoRestriction(countries.build())
                .build();
    }

    private static DistributionViewerCertificateArgs viewerCertificate(Optional<Certificate> certificate) {
        var viewer = DistributionViewerCertificateArgs.builder();
        return certificate
                .map(issued -> viewer.acmCertificateArn(issued.arn())
                        .sslSupportMethod("sni-only")
                        .minimumProtocolVersion("TLSv1.2_2021"))
                .orElseGet(() -> viewer.cloudfrontDefaultCertificate(true))
                .build();
    }
}
