package groundwork.edge;

import static groundwork.aws.ResourceTypes.ACM_CERTIFICATE;
import static groundwork.aws.ResourceTypes.ACM_CERTIFICATE_VALIDATION;
import static groundwork.aws.ResourceTypes.CLOUDFRONT_DISTRIBUTION;
import static groundwork.aws.ResourceTypes.LB_LISTENER;
import static groundwork.aws.ResourceTypes.ROUTE53_RECORD;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Stacks;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import groundwork.values.Unknown;
import java.util.List;
import org.junit.jupiter.api.Test;

class CertificateTest {
    private static final String GIVEN = "arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222";
    private static final String SERVICES =
            "{web: {port: 80, routes: [/*, {host: a.b.example.com, path: /*}, {host: www.example.com, path: /x}]}}";

    @Test
    void holdsTheDomainItsHostsAndWhatLiesDeeper() {
        var certificate = web().record().named(ACM_CERTIFICATE, "certificate-certificate");

        assertThat(certificate.text("domainName")).isEqualTo("example.com");
        assertThat(certificate.list("subjectAlternativeNames")).containsExactly("*.example.com", "a.b.example.com");
        assertThat(certificate.text("validationMethod")).isEqualTo("DNS");
    }

    @Test
    void isProvenByOneRecordForADomainAndItsWildcard() {
        var recording = web().record();

        assertThat(proofs(recording))
                .containsExactly("certificate-proof-a-b-example-com", "certificate-proof-example-com");
        var proof = recording.named(ROUTE53_RECORD, "certificate-proof-example-com");
        assertThat(proof.text("type")).isEqualTo("CNAME");
        assertThat(proof.text("zoneId")).isEqualTo("Z0123456789");
        assertThat(proof.text("name")).matches("_[0-9a-f]{32}\\.example\\.com\\.");
        assertThat(proof.list("records").get(0).toString()).endsWith(".acm-validations.aws.");
        assertThat(proof.number("ttl")).isEqualTo(60);
        assertThat(proof.flag("allowOverwrite")).isTrue();
        assertThat(recording
                        .named(ACM_CERTIFICATE_VALIDATION, "certificate-issued")
                        .list("validationRecordFqdns"))
                .containsExactlyInAnyOrder(
                        proof.text("name"),
                        recording
                                .named(ROUTE53_RECORD, "certificate-proof-a-b-example-com")
                                .text("name"));
    }

    @Test
    void hasTheSameRecordsBeforeItsProofsAreKnown() {
        var recording = web().record(Ids.UNKNOWN);

        assertThat(proofs(recording))
                .containsExactly("certificate-proof-a-b-example-com", "certificate-proof-example-com");
        assertThat(recording
                        .named(ROUTE53_RECORD, "certificate-proof-example-com")
                        .get("name"))
                .isEqualTo(Unknown.UNKNOWN);
    }

    @Test
    void isUsedAsItIsWhereOneIsGiven() {
        var recording = web().with("domain", "{name: example.com, zone: Z0123456789, certificate: '" + GIVEN + "'}")
                .record();

        assertThat(recording.ofType(ACM_CERTIFICATE)).isEmpty();
        assertThat(recording.named(LB_LISTENER, "load-balancer-https").text("certificateArn"))
                .isEqualTo(GIVEN);
    }

    @Test
    void servesTheCdnTooInItsOwnRegion() {
        var recording = web().with("cdn", "{}").record();

        assertThat(recording.ofType(ACM_CERTIFICATE)).hasSize(1);
        assertThat(recording
                        .named(CLOUDFRONT_DISTRIBUTION, "cdn-distribution")
                        .text("viewerCertificate.acmCertificateArn"))
                .isEqualTo(recording
                        .named(ACM_CERTIFICATE, "certificate-certificate")
                        .text("arn"));
    }

    @Test
    void hasATwinForTheCdnElsewhereThatTheSameRecordsProve() {
        var recording = elsewhere().with("cdn", "{}").record();

        var alternate = recording.named(ACM_CERTIFICATE, "cdn-certificate-certificate");
        assertThat(alternate.text("domainName")).isEqualTo("example.com");
        assertThat(alternate.text("arn")).startsWith("arn:aws:acm:us-east-1:");
        assertThat(alternate.has("subjectAlternativeNames")).isTrue();
        assertThat(proofs(recording))
                .containsExactly("certificate-proof-a-b-example-com", "certificate-proof-example-com");
        assertThat(recording
                        .named(ACM_CERTIFICATE_VALIDATION, "cdn-certificate-issued")
                        .dependencies())
                .contains(recording
                        .named(ROUTE53_RECORD, "certificate-proof-example-com")
                        .urn());
    }

    @Test
    void provesATwinByItselfWhereTheFirstWasGiven() {
        var given = GIVEN.replace("us-east-1", "eu-west-1");
        var recording = elsewhere()
                .with("domain", "{name: example.com, zone: Z0123456789, certificate: '" + given + "'}")
                .with("cdn", "{}")
                .record();

        assertThat(recording.ofType(ACM_CERTIFICATE))
                .extracting(Recorded::name)
                .containsExactly("cdn-certificate-certificate");
        assertThat(proofs(recording)).containsExactly("cdn-certificate-proof-example-com");
    }

    private static Stacks elsewhere() {
        return web().inRegion("eu-west-1");
    }

    private static Stacks web() {
        return Stacks.of("staging")
                .with("domain", "{name: example.com, zone: Z0123456789}")
                .with("services", SERVICES);
    }

    private static List<String> proofs(Recording recording) {
        return recording.ofType(ROUTE53_RECORD).stream()
                .map(Recorded::name)
                .filter(name -> name.contains("-proof-"))
                .sorted()
                .toList();
    }
}
