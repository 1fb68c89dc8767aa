package groundwork.edge;

import com.pulumi.aws.cloudfront.Distribution;
import com.pulumi.aws.cloudfront.DistributionArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionDefaultCacheBehaviorArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOrderedCacheBehaviorArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionRestrictionsArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionRestrictionsGeoRestrictionArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionViewerCertificateArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.RandomPassword;
import groundwork.base.Site;
import groundwork.settings.CdnSettings;
import groundwork.settings.DomainSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** CloudFront: static files from a bucket; all else from the load balancer, or from the bucket where there is none. */
public final class Cdn extends Component {
    private static final String CACHED = "658327ea-f89d-4fab-a63d-7e88639e58f6";
    private static final String NOT_CACHED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
    private static final String ALL_OF_THE_REQUEST = "216adef6-5c7f-47e4-b989-5492eafa07d3";
    private static final List<String> READING = List.of("GET", "HEAD");
    private static final List<String> ANY_METHOD = List.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");
    private static final String TO_HTTPS = "redirect-to-https";
    private static final int PASS_LENGTH = 40;

    private final CdnSettings settings;
    private final Optional<String> alias;
    private final Optional<OriginPass> pass;
    private final StaticFiles files;
    private final CdnHeaders headers;
    private final Distribution distribution;

    public Cdn(
            String name,
            CdnSettings settings,
            Optional<LoadBalancer> origin,
            Optional<Certificate> certificate,
            Optional<WebAcl> firewall,
            Site site) {
        super("edge:Cdn", name, site);
        this.settings = settings;
        alias = site.settings().domain().map(DomainSettings::name).filter(any -> certificate.isPresent());
        pass = firewall.filter(any -> origin.isPresent()).map(any -> createPass());
        files = new StaticFiles("files", this);
        headers = new CdnHeaders("headers", settings, this);
        distribution = createDistribution(origin, certificate, firewall);
        files.admit(distribution.arn());
        outputs(Map.copyOf(endpoint()));
    }

    public Output<String> domainName() {
        return distribution.domainName();
    }

    public Output<String> zoneId() {
        return distribution.hostedZoneId();
    }

    public Output<String> distributionId() {
        return distribution.id();
    }

    public Output<String> url() {
        return alias.map(Output::of).orElseGet(this::domainName).applyValue(host -> "https://" + host);
    }

    /** What the load balancer's firewall recognises requests by that came this way. */
    public Optional<OriginPass> pass() {
        return pass;
    }

    /** For those who upload files and tell the edges to fetch them anew. */
    public Map<String, Output<String>> endpoint() {
        return Map.of("url", url(), "bucket", files.bucketName(), "distributionId", distributionId());
    }

    private OriginPass createPass() {
        return OriginPass.of(new RandomPassword(child("pass"), PASS_LENGTH, options()).result());
    }

    private Distribution createDistribution(
            Optional<LoadBalancer> origin, Optional<Certificate> certificate, Optional<WebAcl> firewall) {
        var arguments = DistributionArgs.builder()
                .enabled(true)
                .comment(site().names().prefix())
                .httpVersion("http2and3")
                .isIpv6Enabled(true)
                .priceClass(priceClass())
                .origins(origins(origin))
                .orderedCacheBehaviors(
                        settings.staticPaths().stream().map(this::files).toList())
                .restrictions(restrictions())
                .viewerCertificate(viewerCertificate(certificate));
        if (origin.isPresent()) {
            arguments.defaultCacheBehavior(services());
        } else {
            arguments
                    .defaultCacheBehavior(pages())
                    .defaultRootObject("index.html")
                    .customErrorResponses(MissingPages.of(settings));
        }
        alias.ifPresent(arguments::aliases);
        firewall.ifPresent(acl -> arguments.webAclId(acl.arn()));
        return new Distribution(child("distribution"), arguments.build(), inside());
    }

    private List<DistributionOriginArgs> origins(Optional<LoadBalancer> balancer) {
        var origins = new CdnOrigins(settings, site());
        var all = new ArrayList<>(List.of(origins.files(files)));
        balancer.ifPresent(services -> all.add(origins.services(services, pass)));
        return all;
    }

    private DistributionOrderedCacheBehaviorArgs files(String path) {
        return DistributionOrderedCacheBehaviorArgs.builder()
                .pathPattern(path)
                .targetOriginId(CdnOrigins.FILES)
                .allowedMethods(READING)
                .cachedMethods(READING)
                .cachePolicyId(CACHED)
                .responseHeadersPolicyId(headers.forFiles())
                .compress(true)
                .viewerProtocolPolicy(TO_HTTPS)
                .build();
    }

    private DistributionDefaultCacheBehaviorArgs pages() {
        var behavior = DistributionDefaultCacheBehaviorArgs.builder()
                .targetOriginId(CdnOrigins.FILES)
                .allowedMethods(READING)
                .cachedMethods(READING)
                .cachePolicyId(CACHED)
                .responseHeadersPolicyId(headers.forPages())
                .compress(true)
                .viewerProtocolPolicy(TO_HTTPS);
        if (settings.cleanUrls()) {
            behavior.functionAssociations(new CleanUrls("clean-urls", this).association());
        }
        return behavior.build();
    }

    private DistributionDefaultCacheBehaviorArgs services() {
        return DistributionDefaultCacheBehaviorArgs.builder()
                .targetOriginId(CdnOrigins.SERVICES)
                .allowedMethods(ANY_METHOD)
                .cachedMethods(READING)
                .cachePolicyId(NOT_CACHED)
                .originRequestPolicyId(ALL_OF_THE_REQUEST)
                .responseHeadersPolicyId(headers.forPages())
                .compress(true)
                .viewerProtocolPolicy(TO_HTTPS)
                .build();
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
