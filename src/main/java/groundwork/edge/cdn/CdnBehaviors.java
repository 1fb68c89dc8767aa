package groundwork.edge.cdn;

import com.pulumi.aws.cloudfront.inputs.DistributionDefaultCacheBehaviorArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOrderedCacheBehaviorArgs;
import com.pulumi.core.Output;
import groundwork.settings.edge.CdnSettings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which requests the CDN answers from where, and for how long it keeps the answers. */
final class CdnBehaviors {
    private static final String CACHED = "658327ea-f89d-4fab-a63d-7e88639e58f6";
    private static final String NOT_CACHED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
    private static final String ALL_OF_THE_REQUEST = "216adef6-5c7f-47e4-b989-5492eafa07d3";
    private static final List<String> READING = List.of("GET", "HEAD");
    private static final List<String> ANY_METHOD = List.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");
    private static final String TO_HTTPS = "redirect-to-https";

    private final CdnSettings settings;
    private final CdnHeaders headers;
    private final Output<String> staticCache;
    private final String staticOrigin;

    CdnBehaviors(CdnSettings settings, CdnHeaders headers, Output<String> staticCache, String staticOrigin) {
        this.settings = settings;
        this.headers = headers;
        this.staticCache = staticCache;
        this.staticOrigin = staticOrigin;
    }

    /** The first that fits a request answers it. */
    List<DistributionOrderedCacheBehaviorArgs> ordered() {
        return Stream.concat(
                        settings.staticPaths().stream().map(this::files),
                        settings.servicePaths().stream().map(this::services))
                .toList();
    }

    DistributionDefaultCacheBehaviorArgs pages(Optional<AddressRewrite> rewrite) {
        var behavior = DistributionDefaultCacheBehaviorArgs.builder()
                .targetOriginId(CdnOrigins.FILES)
                .allowedMethods(READING)
                .cachedMethods(READING)
                .cachePolicyId(CACHED)
                .responseHeadersPolicyId(headers.forPages())
                .compress(true)
                .viewerProtocolPolicy(TO_HTTPS);
        rewrite.map(AddressRewrite::association).ifPresent(behavior::functionAssociations);
        return behavior.build();
    }

    DistributionDefaultCacheBehaviorArgs services() {
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

    private DistributionOrderedCacheBehaviorArgs services(String path) {
        return DistributionOrderedCacheBehaviorArgs.builder()
                .pathPattern(path)
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

    private DistributionOrderedCacheBehaviorArgs files(String path) {
        return DistributionOrderedCacheBehaviorArgs.builder()
                .pathPattern(path)
                .targetOriginId(staticOrigin)
                .allowedMethods(READING)
                .cachedMethods(READING)
                .cachePolicyId(staticCache)
                .responseHeadersPolicyId(headers.forFiles())
                .compress(true)
                .viewerProtocolPolicy(TO_HTTPS)
                .build();
    }
}
