package groundwork.edge;

import static groundwork.Reach.CLOUDFRONT;
import static groundwork.aws.ResourceTypes.ACM_CERTIFICATE;
import static groundwork.aws.ResourceTypes.ACM_CERTIFICATE_VALIDATION;
import static groundwork.aws.ResourceTypes.LB_LISTENER;
import static groundwork.aws.ResourceTypes.LB_LISTENER_RULE;
import static groundwork.aws.ResourceTypes.LB_LOAD_BALANCER;
import static groundwork.aws.ResourceTypes.ROUTE53_RECORD;
import static groundwork.aws.ResourceTypes.VPC_SECURITY_GROUP_INGRESS_RULE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import groundwork.Policies;
import groundwork.Reach;
import groundwork.Stacks;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import groundwork.values.Unknown;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadBalancerTest {
    private static final String DOMAIN = "{name: example.com, zone: Z0123456789}";
    private static final Stacks PLAIN = Stacks.of("staging").with("services", "{web: {port: 3000, routes: [/*]}}");
    private static final Stacks SECURE = Stacks.of("production")
            .with("domain", DOMAIN)
            .with("loadBalancer", "{allow: [203.0.113.0/24], idleTimeout: 120s}")
            .with("services", "{web: {port: 3000, routes: [/*]}}");

    @Test
    void isPublicInThePublicSubnetsAndDropsWhatIsNoHeader() {
        var recording = SECURE.record();

        var balancer = recording.named(LB_LOAD_BALANCER, "load-balancer-balancer");
        assertThat(balancer.text("name")).isEqualTo("shop-test-load-balancer");
        assertThat(balancer.text("loadBalancerType")).isEqualTo("application");
        assertThat(balancer.flag("internal")).isFalse();
        assertThat(balancer.flag("dropInvalidHeaderFields")).isTrue();
        assertThat(balancer.flag("enableDeletionProtection")).isTrue();
        assertThat(balancer.number("idleTimeout")).isEqualTo(120);
        assertThat(balancer.list("subnets")).hasSize(3);
        assertThat(recording.withUrn(balancer.parent()).orElseThrow().type()).isEqualTo("groundwork:edge:LoadBalancer");
    }

    @Test
    void admitsOnlyWhoIsAllowed() {
        assertThat(SECURE.record().ofType(VPC_SECURITY_GROUP_INGRESS_RULE))
                .filteredOn(rule -> rule.has("cidrIpv4"))
                .extracting(Recorded::name, rule -> rule.text("cidrIpv4"), rule -> rule.number("fromPort"))
                .containsExactlyInAnyOrder(
                        tuple("load-balancer-group-in-http-203-0-113-0-24", "203.0.113.0/24", 80L),
                        tuple("load-balancer-group-in-https-203-0-113-0-24", "203.0.113.0/24", 443L));
        assertThat(PLAIN.record().ofType(VPC_SECURITY_GROUP_INGRESS_RULE))
                .filteredOn(rule -> rule.has("cidrIpv4"))
                .extracting(rule -> rule.number("fromPort"))
                .containsExactly(80L);
    }

    @Test
    void admitsCloudFrontAloneWhereAllComesThroughIt() {
        var recording = SECURE.with("cdn", "{}").record();

        assertThat(Reach.in(recording))
                .containsExactlyInAnyOrder(CLOUDFRONT + " -> load-balancer:443", "load-balancer -> web:3000");
        assertThat(recording.ofType(LB_LISTENER)).extracting(Recorded::name).containsExactly("load-balancer-https");
        assertThat(Reach.in(PLAIN.with("cdn", "{}").record()))
                .containsExactlyInAnyOrder(CLOUDFRONT + " -> load-balancer:80", "load-balancer -> web:3000");
    }

    @Test
    void admitsCloudFrontBesideThoseWhoMayGoRoundIt() {
        var both = SECURE.with("cdn", "{}")
                .with("services", "{web: {port: 3000, routes: [/*, {host: api.example.com, path: /*}]}}");

        assertThat(Reach.in(both.record()))
                .containsExactlyInAnyOrder(
                        CLOUDFRONT + " -> load-balancer:443",
                        "203.0.113.0/24 -> load-balancer:80",
                        "203.0.113.0/24 -> load-balancer:443",
                        "load-balancer -> web:3000");
        assertThat(Reach.in(both.with("loadBalancer", "{}").record()))
                .containsExactlyInAnyOrder(
                        "0.0.0.0/0 -> load-balancer:80", "0.0.0.0/0 -> load-balancer:443", "load-balancer -> web:3000");
    }

    @Test
    void refusesTheNameThatTheCdnKnowsItBy() {
        var both = SECURE.with("cdn", "{}")
                .with("services", "{web: {port: 3000, routes: [/*, {host: '*.example.com', path: /*}]}}")
                .record();

        var refusal = both.named(LB_LISTENER_RULE, "load-balancer-rule-origin-example-com-any-a68fad");
        assertThat(refusal.text("conditions[0].hostHeader.values[0]")).isEqualTo("origin.example.com");
        assertThat(refusal.text("conditions[1].pathPattern.values[0]")).isEqualTo("/*");
        assertThat(refusal.text("actions[0].fixedResponse.statusCode")).isEqualTo("403");
        assertThat(both.ofType(LB_LISTENER_RULE))
                .filteredOn(rule -> rule.number("priority") < refusal.number("priority"))
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.text("conditions[1].pathPattern.values[0]")).isEqualTo("/static/*");
                    assertThat(rule.text("conditions[2].httpHeader.httpHeaderName"))
                            .isEqualTo("x-origin-pass");
                });
    }

    @Test
    void speaksHttpsWithAnIssuedCertificateAndSendsHttpThere() {
        var recording = SECURE.record();

        var https = recording.named(LB_LISTENER, "load-balancer-https");
        assertThat(https.number("port")).isEqualTo(443);
        assertThat(https.text("sslPolicy")).isEqualTo("ELBSecurityPolicy-TLS13-1-2-2021-06");
        assertThat(https.map("defaultActions[0].fixedResponse")).containsEntry("statusCode", "404");
        assertThat(https.propertyDependencies().get("certificateArn"))
                .contains(recording
                        .named(ACM_CERTIFICATE_VALIDATION, "certificate-issued")
                        .urn());
        assertThat(recording.named(LB_LISTENER, "load-balancer-http").map("defaultActions[0].redirect"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("protocol", "HTTPS", "port", "443", "statusCode", "HTTP_301"));
    }

    @Test
    void answersInPlainHttpWithoutADomain() {
        var recording = PLAIN.record();

        assertThat(recording.ofType(LB_LISTENER)).extracting(Recorded::name).containsExactly("load-balancer-http");
        assertThat(recording.named(LB_LISTENER, "load-balancer-http").map("defaultActions[0].fixedResponse"))
                .containsEntry("statusCode", "404");
        assertThat(recording.ofType(ACM_CERTIFICATE)).isEmpty();
        assertThat(recording.ofType(ROUTE53_RECORD)).isEmpty();
    }

    @Test
    void writesItsAccessLogsWhereOnlyItMay() {
        var recording = SECURE.record();

        var policy = recording.named("aws:s3/bucketPolicy:BucketPolicy", "load-balancer-access-logs-files-policy");
        var bucket = "arn:aws:s3:::" + policy.text("bucket");
        assertThat(Policies.lines(policy.text("policy")))
                .contains("Allow s3:PutObject on %s/AWSLogs/123456789012/* by Service %s when ArnLike aws:SourceArn %s"
                        .formatted(
                                bucket,
                                "logdelivery.elasticloadbalancing.amazonaws.com",
                                "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/*"));
        var balancer = recording.named(LB_LOAD_BALANCER, "load-balancer-balancer");
        assertThat(balancer.text("accessLogs.bucket")).isEqualTo(policy.text("bucket"));
        assertThat(balancer.dependencies()).contains(policy.urn());
        assertThat(encryption(recording)).containsExactly(Map.entry("sseAlgorithm", "AES256"));
    }

    @Test
    void writesNoneWhereNoneAreKept() {
        var recording = Stacks.of("preview")
                .with("services", "{web: {port: 3000, routes: [/*]}}")
                .record();

        assertThat(recording.named(LB_LOAD_BALANCER, "load-balancer-balancer").has("accessLogs"))
                .isFalse();
    }

    @Test
    void isPlannedBeforeAnythingOfItIsKnown() {
        var https = SECURE.record(Ids.UNKNOWN).named(LB_LISTENER, "load-balancer-https");

        assertThat(https.get("certificateArn")).isEqualTo(Unknown.UNKNOWN);
        assertThat(https.get("loadBalancerArn")).isEqualTo(Unknown.UNKNOWN);
    }

    private static Map<String, Object> encryption(Recording recording) {
        return recording
                .named(
                        "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
                        "load-balancer-access-logs-files-encryption")
                .map("rules[0].applyServerSideEncryptionByDefault");
    }
}
