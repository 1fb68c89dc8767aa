package groundwork.edge;

import com.pulumi.aws.acm.CertificateArgs;
import com.pulumi.aws.acm.CertificateValidation;
import com.pulumi.aws.acm.CertificateValidationArgs;
import com.pulumi.aws.acm.outputs.CertificateDomainValidationOption;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.CustomTimeouts;
import groundwork.base.Component;
import groundwork.base.StackContext;
import groundwork.plan.edge.CertificateNames;
import groundwork.plan.names.Suffix;
import groundwork.settings.edge.DomainSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A TLS certificate, proven by records in the domain's own zone; nothing gets its ARN before it is issued. */
public final class Certificate extends Component {
    /** A zone that nobody asks never proves anything; better to hear so soon. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final int SECONDS_REMEMBERED = 60;

    /** The stack's own, or the one where CloudFront looks. */
    public enum Region {
        HOME,
        GLOBAL
    }

    private final List<String> names;
    private final DomainSettings domain;
    private final Region region;
    private final List<Record> proofs;
    private final Output<String> arn;

    /** The first of the names is the certificate's own. */
    public Certificate(String name, List<String> names, DomainSettings domain, Region region, StackContext stack) {
        super("edge:Certificate", name, stack);
        this.names = List.copyOf(names);
        this.domain = domain;
        this.region = region;
        var given = region == Region.HOME ? domain.certificate() : Optional.<String>empty();
        if (given.isPresent()) {
            proofs = List.of();
            arn = Output.of(given.get());
        } else {
            var certificate = createCertificate();
            proofs = CertificateNames.toProve(names).stream()
                    .map(proven -> createProof(proven, certificate))
                    .toList();
            arn = createValidation(certificate).certificateArn();
        }
        outputs(Map.of("arn", arn));
    }

    /** ACM wants the same record as a proof in every region, and it must not be two resources. */
    private Certificate(String name, List<String> names, Certificate proven) {
        super("edge:Certificate", name, proven.stack());
        this.names = names;
        domain = proven.domain;
        region = Region.GLOBAL;
        proofs = proven.proofs.subList(0, 1);
        arn = createValidation(createCertificate()).certificateArn();
        outputs(Map.of("arn", arn));
    }

    /** Another one where CloudFront looks, proven by the records of this one where there are any. */
    public Certificate forCdn(String name, List<String> needed) {
        return proofs.isEmpty()
                ? new Certificate(name, needed, domain, Region.GLOBAL, stack())
                : new Certificate(name, needed, this);
    }

    public Output<String> arn() {
        return arn;
    }

    private com.pulumi.aws.acm.Certificate createCertificate() {
        var arguments = CertificateArgs.builder().domainName(names.get(0)).validationMethod("DNS");
        if (names.size() > 1) {
            arguments.subjectAlternativeNames(names.subList(1, names.size()));
        }
        return new com.pulumi.aws.acm.Certificate(child("certificate"), arguments.build(), inRegion());
    }

    private Record createProof(String name, com.pulumi.aws.acm.Certificate certificate) {
        return new Record(
                child("proof-" + Suffix.of(name, ".")),
                RecordArgs.builder()
                        .zoneId(domain.zone())
                        .name(option(certificate, name, CertificateDomainValidationOption::resourceRecordName))
                        .type("CNAME")
                        .records(option(certificate, name, CertificateDomainValidationOption::resourceRecordValue)
                                .applyValue(List::of))
                        .ttl(SECONDS_REMEMBERED)
                        .allowOverwrite(true)
                        .build(),
                inside());
    }

    private static Output<String> option(
            com.pulumi.aws.acm.Certificate certificate,
            String name,
            Function<CertificateDomainValidationOption, Optional<String>> part) {
        return certificate.domainValidationOptions().applyValue(options -> options.stream()
                .filter(option -> option.domainName()
                        .map(CertificateNames::withoutWildcard)
                        .filter(name::equals)
                        .isPresent())
                .findFirst()
                .flatMap(part)
                .orElseThrow(() -> new IllegalStateException("ACM names no record that proves " + name)));
    }

    private CertificateValidation createValidation(com.pulumi.aws.acm.Certificate certificate) {
        return new CertificateValidation(
                child("issued"),
                CertificateValidationArgs.builder()
                        .certificateArn(certificate.arn())
                        .validationRecordFqdns(
                                Output.all(proofs.stream().map(Record::fqdn).toList()))
                        .build(),
                CustomResourceOptions.merge(
                        inRegion(),
                        CustomResourceOptions.builder()
                                .customTimeouts(CustomTimeouts.builder()
                                        .create(PATIENCE)
                                        .build())
                                .build()));
    }

    private CustomResourceOptions inRegion() {
        return region == Region.GLOBAL ? insideGlobalRegion() : inside();
    }
}
