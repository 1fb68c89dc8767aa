package groundwork.sleep;

import com.pulumi.aws.apigatewayv2.Integration;
import com.pulumi.aws.apigatewayv2.IntegrationArgs;
import com.pulumi.aws.lambda.Permission;
import com.pulumi.aws.lambda.PermissionArgs;
import com.pulumi.core.Output;
import groundwork.aws.HttpApiLimits;
import groundwork.base.Component;
import groundwork.edge.gateway.ApiDomain;
import groundwork.edge.gateway.HttpApi;
import groundwork.permissions.Statement;
import groundwork.settings.sleep.ProbeSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The waker behind an HTTP API of its own: while the environment is not awake, the domain leads there. */
final class WakerApi extends Component implements Way {
    private static final String ALL = "$default";

    private final ApiDomain domain;
    private final HttpApi own;

    WakerApi(SleepFunction waker, HttpApi own, ApiDomain domain, Optional<ProbeSettings> probes, Component whole) {
        super("sleep:WakerApi", "way", whole);
        this.own = own;
        this.domain = domain;
        var permission = new Permission(
                child("permission"),
                PermissionArgs.builder()
                        .action("lambda:InvokeFunction")
                        .function(waker.functionName())
                        .principal("apigateway.amazonaws.com")
                        .sourceArn(Output.format("%s/*/%s", own.executionArn(), Output.of(ALL)))
                        .sourceAccount(stack().providers().account())
                        .build(),
                inside());
        var integration = new Integration(
                child("integration"),
                IntegrationArgs.builder()
                        .apiId(own.id())
                        .integrationType("AWS_PROXY")
                        .integrationUri(waker.arn())
                        .payloadFormatVersion("2.0")
                        .timeoutMilliseconds((int) HttpApiLimits.LONGEST_REQUEST.toMillis())
                        .build(),
                after(permission));
        own.createRoute("route-any", ALL, integration, this);
        probes.ifPresent(it -> it.paths().forEach(path -> domain.leadAlways(path, own, this)));
        outputs(Map.of("api", own.id()));
    }

    @Override
    public Output<List<Map<String, Object>>> document() {
        return Output.tuple(domain.host(), domain.mappingId(), domain.servicesApi(), own.id())
                .applyValue(known -> List.of(new TreeMap<>(Map.of(
                        "kind", "mapping", "domain", known.t1, "mapping", known.t2, "awake", known.t3, "asleep",
                        known.t4))));
    }

    @Override
    public List<Statement> switching() {
        return List.of(Statement.allow("apigateway:GET", "apigateway:PATCH").on(domain.mappingArn()));
    }
}
