package groundwork.edge.cdn;

import static groundwork.aws.ResourceTypes.ACM_CERTIFICATE;
import static groundwork.aws.ResourceTypes.CLOUDFRONT_CACHE_POLICY;
import static groundwork.aws.ResourceTypes.CLOUDFRONT_DISTRIBUTION;
import static groundwork.aws.ResourceTypes.CLOUDFRONT_RESPONSE_HEADERS_POLICY;
import static groundwork.aws.ResourceTypes.LB_LISTENER_RULE;
import static groundwork.aws.ResourceTypes.LB_LOAD_BALANCER;
import static groundwork.aws.ResourceTypes.LB_TARGET_GROUP;
import static groundwork.aws.ResourceTypes.ROUTE53_RECORD;
import static groundwork.aws.ResourceTypes.S3_BUCKET_LIFECYCLE_CONFIGURATION_V2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import groundwork.Policies;
import groundwork.Stacks;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recorded;
import groundwork.values.Unknown;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CdnTest {
    private static final String CACHED = "658327ea-f89d-4fab-a63d-7e88639e58f6";
    private static final String NOT_CACHED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
    private static final String ALL_OF_THE_REQUEST = "216adef6-5c7f-47e4-b989-5492eafa07d3";

    @Test
    void servesStaticPathsFromTheBucketAndAllElseUncachedFromTheLoadBalancer() {
        var recording =
                web().with("cdn", "{staticPaths: [/static/*, /media/*]}").record();

        var cdn = recording.named(CLOUDFRONT_DISTRIBUTION, "cdn-distribution");
        var cached =
                recording.named(CLOUDFRONT_CACHE_POLICY, "cdn-files-cache").id().orElseThrow();

        assertThat(cdn.list("orderedCacheBehaviors"))
                .extracting(
                        it -> field(it, "pathPattern"),
                        it -> field(it, "targetOriginId"),
                        it -> field(it, "cachePolicyId"))
                .containsExactly(
                        tuple("/static/*", "files-or-services", cached),
                        tuple("/media/*", "files-or-services", cached));
        assertThat(cdn.text("defaultCacheBehavior.targetOriginId")).isEqualTo("services");
        assertThat(cdn.text("defaultCacheBehavior.cachePolicyId")).isEqualTo(NOT_CACHED);
        assertThat(cdn.text("defaultCacheBehavior.originRequestPolicyId")).isEqualTo(ALL_OF_THE_REQUEST);
        assertThat(cdn.text("defaultCacheBehavior.viewerProtocolPolicy")).isEqualTo("redirect-to-https");
        assertThat(cdn.list("defaultCacheBehavior.allowedMethods"))
                .containsExactly("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");
        assertThat(cdn.has("defaultRootObject")).isFalse();
    }

    @Test
    void asksTheServicesForStaticFilesThatTheBucketLacks() {
        var recording = Stacks.of("staging")
                .with("domain", "{name: example.com, zone: Z0123456789}")
                .with("services", "{web: {port: 80, routes: [/*, {host: \"*.example.com\", path: /*}]}}")
                .with("cdn", "{staticPaths: [/_next/static/*]}")
                .record();

        var cdn = recording.named(CLOUDFRONT_DISTRIBUTION, "cdn-distribution");
        assertThat(cdn.list("originGroups"))
                .containsExactly(Map.of(
                        "originId", "files-or-services",
                        "failoverCriteria", Map.of("statusCodes", List.of(403L, 404L)),
                        "members", List.of(Map.of("originId", "files"), Map.of("originId", "services"))));
        assertThat(cdn.list("orderedCacheBehaviors[0].allowedMethods")).containsExactly("GET", "HEAD");
        var answers = recording.named(LB_LISTENER_RULE, "load-balancer-rule-origin-example-com-next-static-any-420f4f");
        assertThat(answers.text("conditions[0].hostHeader.values[0]")).isEqualTo("origin.example.com");
        assertThat(answers.text("conditions[1].pathPattern.values[0]")).isEqualTo("/_next/static/*");
        assertThat(answers.text("conditions[2].httpHeader.values[0]"))
                .isEqualTo(cdn.text("origins[1].customHeaders[0].value"));
        assertThat(answers.text("actions[0].targetGroupArn"))
                .isEqualTo(recording.named(LB_TARGET_GROUP, "web-web-group-80").text("arn"));
        assertThat(answers.number("priority"))
                .isLessThan(recording
                        .named(LB_LISTENER_RULE, "load-balancer-rule-origin-example-com-any-a68fad")
                        .number("priority"));
    }

    @Test
    void keepsStaticFilesAtTheEdgeForAsLongAsInBrowsers() {
        var recording = web().with("cdn", "{staticAge: 30d}").record();

        var cache = recording.named(CLOUDFRONT_CACHE_POLICY, "cdn-files-cache");
        assertThat(cache.number("minTtl")).isZero();
        assertThat(cache.number("defaultTtl")).isEqualTo(2_592_000);
        assertThat(cache.number("maxTtl")).isEqualTo(31_536_000);
        assertThat(cache.map("parametersInCacheKeyAndForwardedToOrigin"))
                .containsEntry("enableAcceptEncodingBrotli", true)
                .containsEntry("enableAcceptEncodingGzip", true)
                .containsEntry("queryStringsConfig", Map.of("queryStringBehavior", "none"));
    }

    @Test
    void deliversItsAccessLogsWithoutCookiesToABucketOfTheirOwn() {
        var recording =
                web().with("cdn", "{accessLogs: 60d}").inRegion("eu-west-1").record();

        var source = recording.named("aws:cloudwatch/logDeliverySource:LogDeliverySource", "cdn-access-logs-source");
        assertThat(source.text("resourceArn"))
                .isEqualTo(recording
                        .named(CLOUDFRONT_DISTRIBUTION, "cdn-distribution")
                        .text("arn"));
        assertThat(source.text("logType")).isEqualTo("ACCESS_LOGS");
        var bucket = recording.named("aws:s3/bucketV2:BucketV2", "cdn-access-logs-files-bucket");
        var destination = recording.named(
                "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination", "cdn-access-logs-destination");
        assertThat(destination.text("deliveryDestinationConfiguration.destinationResourceArn"))
                .isEqualTo(bucket.text("arn"));
        var delivery = recording.named("aws:cloudwatch/logDelivery:LogDelivery", "cdn-access-logs-delivery");
        assertThat(delivery.text("deliverySourceName")).isEqualTo(source.text("name"));
        assertThat(delivery.text("deliveryDestinationArn")).isEqualTo(destination.text("arn"));
        assertThat(delivery.list("recordFields"))
                .contains("c-ip", "cs-uri-stem", "sc-status")
                .doesNotContain("cs(Cookie)");
        assertThat(List.of(source, destination, delivery))
                .extracting(Recorded::provider)
                .allMatch(provider -> provider.contains("::aws-global::"));
        assertThat(bucket.provider()).doesNotContain("::aws-global::");
        var policy = recording.named("aws:s3/bucketPolicy:BucketPolicy", "cdn-access-logs-files-policy");
        assertThat(delivery.dependencies()).contains(policy.urn());
        assertThat(Policies.lines(policy.text("policy")))
                .contains("Allow s3:PutObject on %s/AWSLogs/123456789012/* by Service delivery.logs.amazonaws.com"
                                .formatted(bucket.text("arn"))
                        + " when ArnLike aws:SourceArn " + source.text("arn")
                        + " when StringEquals aws:SourceAccount 123456789012"
                        + " when StringEquals s3:x-amz-acl bucket-owner-full-control");
        assertThat(recording
                        .named(S3_BUCKET_LIFECYCLE_CONFIGURATION_V2, "cdn-access-logs-files-lifecycle")
                        .number("rules[1].expiration.days"))
                .isEqualTo(60);
        assertThat(recording.refusals()).isEmpty();
    }

    @Test
    void deliversNoAccessLogsWhereTheyAreTurnedOff() {
        assertThat(web().with("cdn", "{accessLogs: 0s}").record().ofType("aws:cloudwatch/logDelivery:LogDelivery"))
                .isEmpty();
    }

    @Test
    void answersToOtherNamesUnderTheDomain() {
        var recording = web().with("cdn", "{hosts: [cdn.example.com]}")
                .inRegion("eu-west-1")
                .record();

        var cdn = recording.named(CLOUDFRONT_DISTRIBUTION, "cdn-distribution");
        assertThat(cdn.list("aliases")).containsExactly("example.com", "cdn.example.com");
        for (var name : List.of("dns-cdn-example-com-a", "dns-cdn-example-com-aaaa")) {
            assertThat(recording.named(ROUTE53_RECORD, name).text("aliases[0].name"))
                    .isEqualTo(cdn.text("domainName"));
        }
        var certificate = recording.named(ACM_CERTIFICATE, "cdn-certificate-certificate");
        assertThat(certificate.text("domainName")).isEqualTo("example.com");
        assertThat(certificate.list("subjectAlternativeNames")).containsExactly("*.example.com");
    }

    @Test
    void keepsEarlierVersionsOfItsFilesForAMonth() {
        var recording = web().with("cdn", "{}").record();

        assertThat(recording
                        .named("aws:s3/bucketVersioningV2:BucketVersioningV2", "cdn-files-bucket-versioning")
                        .text("versioningConfiguration.status"))
                .isEqualTo("Enabled");
        var lifecycle = recording.named(S3_BUCKET_LIFECYCLE_CONFIGURATION_V2, "cdn-files-bucket-lifecycle");
        assertThat(lifecycle.number("rules[1].noncurrentVersionExpiration.noncurrentDays"))
                .isEqualTo(30);
        assertThat(lifecycle.flag("rules[1].expiration.expiredObjectDeleteMarker"))
                .isTrue();
    }

    @Test
    void reachesTheLoadBalancerOverTlsUnderANameOfItsOwn() {
        var recording =
                web().with("cdn", "{originShield: true}").inRegion("eu-west-3").record();

        var cdn = recording.named(CLOUDFRONT_DISTRIBUTION, "cdn-distribution");
        assertThat(cdn.text("origins[1].domainName")).isEqualTo("origin.example.com");
        assertThat(cdn.text("origins[1].customOriginConfig.originProtocolPolicy"))
                .isEqualTo("https-only");
        assertThat(cdn.list("origins[1].customOriginConfig.originSslProtocols")).containsExactly("TLSv1.2");
        assertThat(cdn.text("origins[1].originShield.originShieldRegion")).isEqualTo("eu-west-2");
        assertThat(recording.named(ROUTE53_RECORD, "dns-origin-example-com-a").text("aliases[0].name"))
                .isEqualTo(recording
                        .named(LB_LOAD_BALANCER, "load-balancer-balancer")
                        .text("dnsName"));
    }

    @Test
    void isTheDomainForIpv4AndIpv6() {
        var recording = web().with("cdn", "{}").record();

        var cdn = recording.named(CLOUDFRONT_DISTRIBUTION, "cdn-distribution");
        assertThat(cdn.list("aliases")).containsExactly("example.com");
        assertThat(cdn.text("viewerCertificate.minimumProtocolVersion")).isEqualTo("TLSv1.2_2021");
        assertThat(cdn.text("viewerCertificate.sslSupportMethod")).isEqualTo("sni-only");
        assertThat(cdn.text("httpVersion")).isEqualTo("http2and3");
        assertThat(cdn.flag("isIpv6Enabled")).isTrue();
        for (var name : List.of("dns-example-com-a", "dns-example-com-aaaa")) {
            assertThat(recording.named(ROUTE53_RECORD, name).text("aliases[0].name"))
                    .isEqualTo(cdn.text("domainName"));
        }
    }

    @Test
    void speaksHttpToTheLoadBalancerWithoutADomain() {
        var recording = Stacks.of("staging")
                .with("services", "{web: {port: 80, routes: [/*]}}")
                .with("cdn", "{}")
                .record();

        var cdn = recording.named(CLOUDFRONT_DISTRIBUTION, "cdn-distribution");
        assertThat(cdn.text("origins[1].domainName"))
                .isEqualTo(recording
                        .named(LB_LOAD_BALANCER, "load-balancer-balancer")
                        .text("dnsName"));
        assertThat(cdn.text("origins[1].customOriginConfig.originProtocolPolicy"))
                .isEqualTo("http-only");
        assertThat(cdn.map("viewerCertificate")).containsExactly(Map.entry("cloudfrontDefaultCertificate", true));
        assertThat(cdn.has("aliases")).isFalse();
        assertThat(cdn.has("origins[1].originShield")).isFalse();
    }

    @Test
    void isAStaticSiteWithoutServices() {
        var recording = Stacks.of("staging")
                .with("domain", "{name: example.com, zone: Z0123456789}")
                .with("cdn", "{}")
                .record();

        var cdn = recording.named(CLOUDFRONT_DISTRIBUTION, "cdn-distribution");
        assertThat(cdn.list("origins")).hasSize(1);
        assertThat(cdn.text("defaultCacheBehavior.targetOriginId")).isEqualTo("files");
        assertThat(cdn.text("defaultRootObject")).isEqualTo("index.html");
        assertThat(recording.ofType(LB_LOAD_BALANCER)).isEmpty();
        assertThat(recording.ofType(ROUTE53_RECORD))
                .extracting(Recorded::name)
                .containsExactlyInAnyOrder(
                        "certificate-proof-example-com", "dns-example-com-a", "dns-example-com-aaaa");
    }

    @Test
    void servesPagesBesideServices() {
        var recording =
                web().with("cdn", "{servicePaths: [/api/*, /ws/*], spa: true}").record();

        var cdn = recording.named(CLOUDFRONT_DISTRIBUTION, "cdn-distribution");
        var cached =
                recording.named(CLOUDFRONT_CACHE_POLICY, "cdn-files-cache").id().orElseThrow();
        assertThat(cdn.has("originGroups")).isFalse();
        assertThat(cdn.text("defaultCacheBehavior.cachePolicyId")).isEqualTo(CACHED);
        assertThat(cdn.list("orderedCacheBehaviors"))
                .extracting(
                        it -> field(it, "pathPattern"),
                        it -> field(it, "targetOriginId"),
                        it -> field(it, "cachePolicyId"))
                .containsExactly(
                        tuple("/static/*", "files", cached),
                        tuple("/api/*", "services", NOT_CACHED),
                        tuple("/ws/*", "services", NOT_CACHED));
        assertThat(cdn.text("orderedCacheBehaviors[1].originRequestPolicyId")).isEqualTo(ALL_OF_THE_REQUEST);
        assertThat(cdn.text("defaultCacheBehavior.targetOriginId")).isEqualTo("files");
        assertThat(cdn.text("defaultRootObject")).isEqualTo("index.html");
    }

    @Test
    void leavesTheServicesTheirErrorsAndFindsTheOnePageAtTheEdge() {
        var recording = web().with("cdn", "{servicePaths: [/api/*], spa: true}").record();

        var cdn = recording.named(CLOUDFRONT_DISTRIBUTION, "cdn-distribution");
        var rewrite = recording.named("aws:cloudfront/function:Function", "cdn-single-page-function");
        assertThat(cdn.has("customErrorResponses")).isFalse();
        assertThat(cdn.text("defaultCacheBehavior.functionAssociations[0].eventType"))
                .isEqualTo("viewer-request");
        assertThat(cdn.text("defaultCacheBehavior.functionAssociations[0].functionArn"))
                .isEqualTo(rewrite.text("arn"));
        assertThat(rewrite.text("code")).contains("request.uri = '/index.html'");
    }

    @ParameterizedTest
    @CsvSource({"spa: true, /index.html, 200", "notFound: /404.html, /404.html, 404"})
    void standsInForWhatIsMissingAndNotForWhatIsForbidden(String setting, String page, long code) {
        var cdn = Stacks.of("staging")
                .with("cdn", "{" + setting + "}")
                .record()
                .named(CLOUDFRONT_DISTRIBUTION, "cdn-distribution");

        assertThat(cdn.list("customErrorResponses")).hasSize(1);
        assertThat(cdn.number("customErrorResponses[0].errorCode")).isEqualTo(404);
        assertThat(cdn.number("customErrorResponses[0].responseCode")).isEqualTo(code);
        assertThat(cdn.text("customErrorResponses[0].responsePagePath")).isEqualTo(page);
    }

    @Test
    void aloneReadsItsFiles() {
        var recording = web().with("cdn", "{}").record();

        var policy = recording.named("aws:s3/bucketPolicy:BucketPolicy", "cdn-files-bucket-policy");
        var byTheCdn = "by Service cloudfront.amazonaws.com when StringEquals aws:SourceArn "
                + recording.named(CLOUDFRONT_DISTRIBUTION, "cdn-distribution").text("arn");
        assertThat(Policies.lines(policy.text("policy")))
                .contains(
                        "Allow s3:GetObject on arn:aws:s3:::%s/* %s".formatted(policy.text("bucket"), byTheCdn),
                        "Allow s3:ListBucket on arn:aws:s3:::%s %s".formatted(policy.text("bucket"), byTheCdn));
        var access = recording.named("aws:cloudfront/originAccessControl:OriginAccessControl", "cdn-files-access");
        assertThat(access.text("signingBehavior")).isEqualTo("always");
        assertThat(recording
                        .named(CLOUDFRONT_DISTRIBUTION, "cdn-distribution")
                        .text("origins[0].originAccessControlId"))
                .isEqualTo(access.id().orElseThrow());
    }

    @Test
    void addsSecurityHeadersToAllAndFreshnessToFiles() {
        var recording = web().with(
                        "cdn", "{staticAge: 30d, headers: {frames: deny, contentSecurity: \"default-src 'self'\"}}")
                .record();

        var pages = recording.named(CLOUDFRONT_RESPONSE_HEADERS_POLICY, "cdn-headers-pages");
        var security = pages.map("securityHeadersConfig");
        assertThat(pages.number("securityHeadersConfig.strictTransportSecurity.accessControlMaxAgeSec"))
                .isEqualTo(63_072_000);
        assertThat(pages.flag("securityHeadersConfig.strictTransportSecurity.includeSubdomains"))
                .isTrue();
        assertThat(pages.flag("securityHeadersConfig.strictTransportSecurity.preload"))
                .isTrue();
        assertThat(pages.text("securityHeadersConfig.frameOptions.frameOption")).isEqualTo("DENY");
        assertThat(pages.text("securityHeadersConfig.contentSecurityPolicy.contentSecurityPolicy"))
                .isEqualTo("default-src 'self'");
        assertThat(pages.list("customHeadersConfig.items"))
                .containsExactly(Map.of(
                        "header", "Permissions-Policy",
                        "value", "camera=(), microphone=(), geolocation=()",
                        "override", false));
        var files = recording.named(CLOUDFRONT_RESPONSE_HEADERS_POLICY, "cdn-headers-files");
        assertThat(files.map("securityHeadersConfig")).isEqualTo(security);
        assertThat(files.text("customHeadersConfig.items[1].value")).isEqualTo("public, max-age=2592000, immutable");
    }

    @Test
    void servesOnlyTheNamedCountries() {
        var some = web().with("cdn", "{countries: [US, CA], priceClass: price-class-200}")
                .record();
        var all = web().with("cdn", "{}").record();

        assertThat(some.named(CLOUDFRONT_DISTRIBUTION, "cdn-distribution").map("restrictions.geoRestriction"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("restrictionType", "whitelist", "locations", List.of("US", "CA")));
        assertThat(some.named(CLOUDFRONT_DISTRIBUTION, "cdn-distribution").text("priceClass"))
                .isEqualTo("PriceClass_200");
        assertThat(all.named(CLOUDFRONT_DISTRIBUTION, "cdn-distribution").map("restrictions.geoRestriction"))
                .containsExactly(Map.entry("restrictionType", "none"));
    }

    @Test
    void exportsWhereFilesGo() {
        var endpoint = (Map<?, ?>)
                field(field(web().with("cdn", "{}").record().outputs().get("endpoints"), "cdn"), "cdn");

        assertThat(endpoint.keySet()).isEqualTo(Set.of("bucket", "distributionId", "url"));
        assertThat(endpoint.get("url")).isEqualTo("https://example.com");
    }

    @Test
    void isPlannedBeforeAnythingOfItIsKnown() {
        var recording = web().with("cdn", "{}").with("waf", "{}").record(Ids.UNKNOWN);

        var cdn = recording.named(CLOUDFRONT_DISTRIBUTION, "cdn-distribution");
        assertThat(cdn.get("webAclId")).isEqualTo(Unknown.UNKNOWN);
        assertThat(cdn.text("origins[1].domainName")).isEqualTo("origin.example.com");
        assertThat(recording.refusals()).isEmpty();
    }

    private static Stacks web() {
        return Stacks.of("staging")
                .with("domain", "{name: example.com, zone: Z0123456789}")
                .with("services", "{web: {port: 80, routes: [/*]}}");
    }

    private static Object field(Object map, String key) {
        return ((Map<?, ?>) map).get(key);
    }
}
