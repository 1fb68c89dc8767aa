package groundwork.edge.entrance;

import static groundwork.aws.ResourceTypes.CLOUDFRONT_DISTRIBUTION;
import static groundwork.aws.ResourceTypes.LB_LOAD_BALANCER;
import static groundwork.aws.ResourceTypes.ROUTE53_RECORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import groundwork.Stacks;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import org.junit.jupiter.api.Test;

class DnsTest {
    private static final String ROUTES = "[/*, {host: api.example.com, path: /*}, {host: '*.example.com', path: /*}]";

    @Test
    void namesLeadToTheLoadBalancerWhichHasNoIpv6() {
        var recording = web().record();
        var balancer =
                recording.named(LB_LOAD_BALANCER, "load-balancer-balancer").text("dnsName");

        assertThat(recording.childrenOf(urn(recording)))
                .extracting(Recorded::name, record -> record.text("name"), record -> record.text("type"))
                .containsExactlyInAnyOrder(
                        tuple("dns-example-com-a", "example.com", "A"),
                        tuple("dns-api-example-com-a", "api.example.com", "A"),
                        tuple("dns-any-example-com-a", "*.example.com", "A"));
        assertThat(recording.childrenOf(urn(recording))).allSatisfy(record -> {
            assertThat(record.text("aliases[0].name")).isEqualTo(balancer);
            assertThat(record.flag("aliases[0].evaluateTargetHealth")).isTrue();
            assertThat(record.text("zoneId")).isEqualTo("Z0123456789");
        });
    }

    @Test
    void theDomainLeadsToTheCdnAndOtherHostsStillToTheLoadBalancer() {
        var recording = web().with("cdn", "{}").record();
        var cdn = recording.named(CLOUDFRONT_DISTRIBUTION, "cdn-distribution").text("domainName");

        assertThat(recording.childrenOf(urn(recording)))
                .extracting(
                        Recorded::name, record -> record.text("aliases[0].name").equals(cdn))
                .containsExactlyInAnyOrder(
                        tuple("dns-example-com-a", true),
                        tuple("dns-example-com-aaaa", true),
                        tuple("dns-api-example-com-a", false),
                        tuple("dns-any-example-com-a", false),
                        tuple("dns-origin-example-com-a", false));
        assertThat(recording.childrenOf(urn(recording)))
                .allSatisfy(record -> assertThat(record.flag("aliases[0].evaluateTargetHealth"))
                        .isEqualTo(!record.text("aliases[0].name").equals(cdn)));
        assertThat(recording.named(ROUTE53_RECORD, "dns-example-com-a").text("aliases[0].zoneId"))
                .isEqualTo("Z2FDTNDATAQYW2");
    }

    private static String urn(Recording recording) {
        return recording.named("groundwork:edge:Dns", "dns").urn();
    }

    private static Stacks web() {
        return Stacks.of("staging")
                .with("domain", "{name: example.com, zone: Z0123456789}")
                .with("services", "{web: {port: 80, routes: %s}}".formatted(ROUTES));
    }
}
