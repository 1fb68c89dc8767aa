package groundwork.edge.gateway;

import com.pulumi.aws.apigatewayv2.Integration;
import com.pulumi.aws.apigatewayv2.IntegrationArgs;
import com.pulumi.aws.servicediscovery.Service;
import groundwork.aws.HttpApiLimits;
import groundwork.base.Component;
import groundwork.plan.edge.ApiRoutePlan;
import java.util.List;
import java.util.Map;

/** The routes of an HTTP API that lead to a service's tasks, which it finds in Cloud Map. */
public final class ServiceRoutes extends Component {
    ServiceRoutes(List<ApiRoutePlan> routes, HttpApi api, PrivateLink link, Service registry, Component whole) {
        super("edge:ServiceRoutes", "routes", whole);
        var integration = new Integration(
                child("integration"),
                IntegrationArgs.builder()
                        .apiId(api.id())
                        .integrationType("HTTP_PROXY")
                        .integrationMethod("ANY")
                        .integrationUri(registry.arn())
                        .connectionType("VPC_LINK")
                        .connectionId(link.id())
                        .payloadFormatVersion("1.0")
                        .timeoutMilliseconds((int) HttpApiLimits.LONGEST_REQUEST.toMillis())
                        .build(),
                inside());
        routes.forEach(route -> api.createRoute("route-" + route.suffix(), route.key(), integration, this));
        outputs(Map.of("integration", integration.id()));
    }
}
