package groundwork.edge.cdn;

import com.pulumi.aws.cloudfront.CachePolicy;
import com.pulumi.aws.cloudfront.CachePolicyArgs;
import com.pulumi.aws.cloudfront.OriginAccessControl;
import com.pulumi.aws.cloudfront.OriginAccessControlArgs;
import com.pulumi.aws.cloudfront.inputs.CachePolicyParametersInCacheKeyAndForwardedToOriginArgs;
import com.pulumi.aws.cloudfront.inputs.CachePolicyParametersInCacheKeyAndForwardedToOriginCookiesConfigArgs;
import com.pulumi.aws.cloudfront.inputs.CachePolicyParametersInCacheKeyAndForwardedToOriginHeadersConfigArgs;
import com.pulumi.aws.cloudfront.inputs.CachePolicyParametersInCacheKeyAndForwardedToOriginQueryStringsConfigArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.permissions.Statement;
import groundwork.plan.names.NameRule;
import groundwork.settings.edge.CdnSettings;
import groundwork.storage.BucketPlan;
import groundwork.storage.PrivateBucket;
import java.time.Duration;
import java.util.Map;

/** Files that the CDN serves, in a bucket that only it can read. */
final class StaticFiles extends Component {
    private static final int SECONDS_OF_A_YEAR = 31_536_000;

    private final PrivateBucket bucket;
    private final OriginAccessControl access;
    private final CachePolicy cache;

    StaticFiles(String suffix, CdnSettings settings, Component cdn) {
        super("edge:StaticFiles", suffix, cdn);
        bucket = new PrivateBucket("bucket", BucketPlan.forAwsServices().versioned(), this);
        access = createAccess();
        cache = createCache(settings.staticAge());
        outputs(Map.of("bucket", bucketName()));
    }

    Output<String> bucketName() {
        return bucket.bucketName();
    }

    Output<String> host() {
        return bucket.regionalHost();
    }

    Output<String> accessId() {
        return access.id();
    }

    /** How long the edges keep a file that does not say so itself. */
    Output<String> cachePolicyId() {
        return cache.id();
    }

    /** Who may not list a bucket hears 403 of a file that is missing, as if it were forbidden. */
    void admit(Output<String> distributionArn) {
        bucket.admit(
                forCdn("s3:GetObject", bucket.objects("*"), distributionArn),
                forCdn("s3:ListBucket", bucket.arn(), distributionArn));
    }

    private static Statement forCdn(String action, Output<String> resource, Output<String> distributionArn) {
        return Statement.allow(action)
                .on(resource)
                .by("Service", Output.of("cloudfront.amazonaws.com"))
                .when("StringEquals", "aws:SourceArn", distributionArn);
    }

    private CachePolicy createCache(Duration age) {
        var key = CachePolicyParametersInCacheKeyAndForwardedToOriginArgs.builder()
                .cookiesConfig(CachePolicyParametersInCacheKeyAndForwardedToOriginCookiesConfigArgs.builder()
                        .cookieBehavior("none")
                        .build())
                .headersConfig(CachePolicyParametersInCacheKeyAndForwardedToOriginHeadersConfigArgs.builder()
                        .headerBehavior("none")
                        .build())
                .queryStringsConfig(CachePolicyParametersInCacheKeyAndForwardedToOriginQueryStringsConfigArgs.builder()
                        .queryStringBehavior("none")
                        .build())
                .enableAcceptEncodingBrotli(true)
                .enableAcceptEncodingGzip(true)
                .build();
        return new CachePolicy(
                child("cache"),
                CachePolicyArgs.builder()
                        .name(stack().names().of(NameRule.CACHE_POLICY, name()))
                        .minTtl(0)
                        .defaultTtl((int) age.toSeconds())
                        .maxTtl(SECONDS_OF_A_YEAR)
                        .parametersInCacheKeyAndForwardedToOrigin(key)
                        .build(),
                inside());
    }

    private OriginAccessControl createAccess() {
        return new OriginAccessControl(
                child("access"),
                OriginAccessControlArgs.builder()
                        .name(stack().names().of(NameRule.ORIGIN_ACCESS, name()))
                        .originAccessControlOriginType("s3")
                        .signingBehavior("always")
                        .signingProtocol("sigv4")
                        .build(),
                inside());
    }
}
