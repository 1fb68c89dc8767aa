package groundwork.edge.entrance;

import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.inputs.RecordAliasArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.StackContext;
import groundwork.edge.LoadBalancer;
import groundwork.edge.cdn.Cdn;
import groundwork.edge.gateway.ApiDomain;
import groundwork.plan.edge.DnsPlan;
import groundwork.plan.edge.DnsPlan.Alias;
import groundwork.plan.names.Suffix;
import groundwork.settings.edge.DomainSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Public names, in the domain's own zone. */
public final class Dns extends Component {
    private final String zone;

    public Dns(
            String name,
            DnsPlan plan,
            DomainSettings domain,
            Optional<LoadBalancer> balancer,
            Optional<ApiDomain> api,
            Optional<Cdn> cdn,
            StackContext stack) {
        super("edge:Dns", name, stack);
        zone = domain.zone();
        for (var alias : plan.aliases()) {
            switch (alias.target()) {
                case CDN -> leadToCdn(alias, cdn.orElseThrow());
                case LOAD_BALANCER -> leadToBalancer(alias, balancer.orElseThrow());
                case HTTP_API -> leadToApi(alias, api.orElseThrow());
            }
        }
        outputs(Map.of("domain", Output.of(domain.name())));
    }

    /** Route 53 can't ask whether CloudFront is healthy. */
    private void leadToCdn(Alias alias, Cdn cdn) {
        for (var type : List.of("A", "AAAA")) {
            createRecord(alias, type, cdn.domainName(), cdn.zoneId(), false);
        }
    }

    /** The VPC has no IPv6, so neither has the load balancer. */
    private void leadToBalancer(Alias alias, LoadBalancer balancer) {
        createRecord(alias, "A", balancer.dnsName(), balancer.zoneId(), true);
    }

    private void leadToApi(Alias alias, ApiDomain api) {
        createRecord(alias, "A", api.targetName(), api.targetZone(), true);
    }

    private void createRecord(
            Alias alias, String type, Output<String> targetName, Output<String> targetZone, boolean isAsked) {
        new Record(
                child(Suffix.of(alias.host(), ".") + "-" + type.toLowerCase()),
                RecordArgs.builder()
                        .zoneId(zone)
                        .name(alias.host())
                        .type(type)
                        .aliases(RecordAliasArgs.builder()
                                .name(targetName)
                                .zoneId(targetZone)
                                .evaluateTargetHealth(isAsked)
                                .build())
                        .build(),
                inside());
    }
}
