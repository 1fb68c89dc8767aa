package groundwork.edge.gateway;

import com.pulumi.aws.apigatewayv2.ApiMapping;
import com.pulumi.aws.apigatewayv2.ApiMappingArgs;
import com.pulumi.aws.apigatewayv2.DomainName;
import com.pulumi.aws.apigatewayv2.DomainNameArgs;
import com.pulumi.aws.apigatewayv2.inputs.DomainNameDomainNameConfigurationArgs;
import com.pulumi.aws.apigatewayv2.outputs.DomainNameDomainNameConfiguration;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import groundwork.base.Component;
import groundwork.base.StackContext;
import groundwork.edge.Certificate;
import groundwork.plan.names.Suffix;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The name under which an HTTP API answers, with TLS 1.2 or later. */
public final class ApiDomain extends Component {
    private final HttpApi api;
    private final DomainName domain;
    private final ApiMapping mapping;

    ApiDomain(
            String name,
            String host,
            Certificate certificate,
            HttpApi api,
            Optional<HttpApi> wakersApi,
            StackContext stack) {
        super("edge:ApiDomain", name, stack);
        this.api = api;
        domain = new DomainName(
                child("name"),
                DomainNameArgs.builder()
                        .domainName(host)
                        .domainNameConfiguration(DomainNameDomainNameConfigurationArgs.builder()
                                .certificateArn(certificate.arn())
                                .endpointType("REGIONAL")
                                .securityPolicy("TLS_1_2")
                                .build())
                        .build(),
                inside());
        mapping = new ApiMapping(
                child("mapping"),
                mappingTo(api).build(),
                wakersApi.map(this::switched).orElseGet(this::inside));
        outputs(Map.of("host", domain.domainName(), "mapping", mapping.id()));
    }

    /** Requests for the path and below it, whatever the conductor does with all others. */
    public void leadAlways(String path, HttpApi there, Component owner) {
        var key = path.substring(1);
        new ApiMapping(
                owner.child("probe-" + Suffix.of(key, "/")),
                mappingTo(there).apiMappingKey(key).build(),
                owner.inside());
    }

    public Output<String> host() {
        return domain.domainName();
    }

    public Output<String> servicesApi() {
        return api.id();
    }

    public Output<String> mappingId() {
        return mapping.id();
    }

    public Output<String> mappingArn() {
        return Output.format("%s/apimappings/%s", domain.arn(), mapping.id());
    }

    public Output<String> targetName() {
        return target(DomainNameDomainNameConfiguration::targetDomainName);
    }

    public Output<String> targetZone() {
        return target(DomainNameDomainNameConfiguration::hostedZoneId);
    }

    private ApiMappingArgs.Builder mappingTo(HttpApi there) {
        return ApiMappingArgs.builder()
                .domainName(domain.id())
                .apiId(there.id())
                .stage(there.stage().id());
    }

    /** The conductor leads it to one API or the other, and neither goes before it. */
    private CustomResourceOptions switched(HttpApi wakersApi) {
        return options().ignoreChanges("apiId").dependsOn(wakersApi.stage()).build();
    }

    private Output<String> target(Function<DomainNameDomainNameConfiguration, Optional<String>> part) {
        return domain.domainNameConfiguration().applyValue(known -> part.apply(known)
                .orElseThrow(() -> new IllegalStateException("API Gateway names no target of the domain")));
    }
}
