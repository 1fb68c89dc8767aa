package groundwork.edge.gateway;

import com.pulumi.aws.apigatewayv2.ApiMapping;
import com.pulumi.aws.apigatewayv2.ApiMappingArgs;
import com.pulumi.aws.apigatewayv2.DomainName;
import com.pulumi.aws.apigatewayv2.DomainNameArgs;
import com.pulumi.aws.apigatewayv2.inputs.DomainNameDomainNameConfigurationArgs;
import com.pulumi.aws.apigatewayv2.outputs.DomainNameDomainNameConfiguration;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.StackContext;
import groundwork.edge.Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The name under which an HTTP API answers, with TLS 1.2 or later. */
public final class ApiDomain extends Component {
    private final DomainName domain;
    private final ApiMapping mapping;

    ApiDomain(String name, String host, Certificate certificate, HttpApi api, StackContext stack) {
        super("edge:ApiDomain", name, stack);
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
                ApiMappingArgs.builder()
                        .domainName(domain.id())
                        .apiId(api.id())
                        .stage(api.stage().id())
                        .build(),
                inside());
        outputs(Map.of("host", domain.domainName(), "mapping", mapping.id()));
    }

    public Output<String> targetName() {
        return target(DomainNameDomainNameConfiguration::targetDomainName);
    }

    public Output<String> targetZone() {
        return target(DomainNameDomainNameConfiguration::hostedZoneId);
    }

    private Output<String> target(Function<DomainNameDomainNameConfiguration, Optional<String>> part) {
        return domain.domainNameConfiguration().applyValue(known -> part.apply(known)
                .orElseThrow(() -> new IllegalStateException("API Gateway names no target of the domain")));
    }
}
