package groundwork.compute.apprunner;

import com.pulumi.aws.apprunner.ApprunnerFunctions;
import com.pulumi.aws.apprunner.CustomDomainAssociation;
import com.pulumi.aws.apprunner.CustomDomainAssociationArgs;
import com.pulumi.aws.apprunner.Service;
import com.pulumi.aws.apprunner.inputs.GetHostedZoneIdArgs;
import com.pulumi.aws.apprunner.outputs.CustomDomainAssociationCertificateValidationRecord;
import com.pulumi.aws.apprunner.outputs.GetHostedZoneIdResult;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.inputs.RecordAliasArgs;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import groundwork.base.Component;
import groundwork.plan.names.Suffix;
import groundwork.settings.edge.DomainSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A name of our own for a service on App Runner, with the records that prove it ours and lead there. */
final class AppRunnerHost extends Component {
    /** With www there are always so many; without, AWS does not say how many there are. */
    private static final int PROOFS = 3;

    private static final int SECONDS_REMEMBERED = 60;

    private final String host;
    private final String zone;

    AppRunnerHost(String host, DomainSettings domain, Service service, AppRunnerService whole) {
        super("compute:AppRunnerHost", Suffix.of(host, "."), whole);
        this.host = host;
        zone = domain.zone();
        var association = createAssociation(service);
        for (int i = 0; i < PROOFS; i++) {
            createProof(i, association);
        }
        createAlias(association);
        outputs(Map.of("host", Output.of(host)));
    }

    private CustomDomainAssociation createAssociation(Service service) {
        return new CustomDomainAssociation(
                child("association"),
                CustomDomainAssociationArgs.builder()
                        .serviceArn(service.arn())
                        .domainName(host)
                        .enableWwwSubdomain(true)
                        .build(),
                inside());
    }

    private void createProof(int index, CustomDomainAssociation association) {
        new Record(
                child("proof-" + (index + 1)),
                RecordArgs.builder()
                        .zoneId(zone)
                        .name(part(association, index, CustomDomainAssociationCertificateValidationRecord::name))
                        .type("CNAME")
                        .records(part(association, index, CustomDomainAssociationCertificateValidationRecord::value)
                                .applyValue(List::of))
                        .ttl(SECONDS_REMEMBERED)
                        .allowOverwrite(true)
                        .build(),
                inside());
    }

    private Output<String> part(
            CustomDomainAssociation association,
            int index,
            Function<CustomDomainAssociationCertificateValidationRecord, Optional<String>> part) {
        return association.certificateValidationRecords().applyValue(records -> records.stream()
                .skip(index)
                .findFirst()
                .flatMap(part)
                .orElseThrow(() -> new IllegalStateException(
                        "App Runner names %d records that prove %s, not %d".formatted(records.size(), host, PROOFS))));
    }

    private void createAlias(CustomDomainAssociation association) {
        new Record(
                child("a"),
                RecordArgs.builder()
                        .zoneId(zone)
                        .name(host)
                        .type("A")
                        .aliases(RecordAliasArgs.builder()
                                .name(association.dnsTarget())
                                .zoneId(zoneOfAppRunner())
                                .evaluateTargetHealth(false)
                                .build())
                        .build(),
                inside());
    }

    private Output<String> zoneOfAppRunner() {
        var options =
                InvokeOptions.builder().provider(stack().providers().home()).build();
        return ApprunnerFunctions.getHostedZoneId(
                        GetHostedZoneIdArgs.builder().region(stack().region()).build(), options)
                .applyValue(GetHostedZoneIdResult::id);
    }
}
