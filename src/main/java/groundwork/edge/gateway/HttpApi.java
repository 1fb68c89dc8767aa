package groundwork.edge.gateway;

import com.google.gson.Gson;
import com.pulumi.aws.apigatewayv2.Api;
import com.pulumi.aws.apigatewayv2.ApiArgs;
import com.pulumi.aws.apigatewayv2.Integration;
import com.pulumi.aws.apigatewayv2.Route;
import com.pulumi.aws.apigatewayv2.RouteArgs;
import com.pulumi.aws.apigatewayv2.Stage;
import com.pulumi.aws.apigatewayv2.StageArgs;
import com.pulumi.aws.apigatewayv2.inputs.StageAccessLogSettingsArgs;
import com.pulumi.aws.apigatewayv2.inputs.StageDefaultRouteSettingsArgs;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.StackContext;
import groundwork.observe.LogGroups;
import groundwork.plan.names.NameRule;
import groundwork.settings.edge.EntranceSettings;
import groundwork.watch.Source;
import java.util.Map;
import java.util.TreeMap;

/** An API Gateway HTTP API with its one stage, which deploys each change of a route by itself. */
public final class HttpApi extends Component {
    public static final String STAGE = "$default";

    /** Neither queries nor headers, which may hold what is secret. */
    private static final Map<String, String> LOGGED = new TreeMap<>(Map.of(
            "time", "$context.requestTime",
            "request", "$context.requestId",
            "ip", "$context.identity.sourceIp",
            "method", "$context.httpMethod",
            "path", "$context.path",
            "route", "$context.routeKey",
            "status", "$context.status",
            "bytes", "$context.responseLength",
            "milliseconds", "$context.responseLatency",
            "error", "$context.integrationErrorMessage"));

    private final Api api;
    private final Stage stage;

    /** With a domain nobody reaches it by AWS's own name. */
    HttpApi(String name, String description, EntranceSettings settings, boolean hasDomain, StackContext stack) {
        super("edge:HttpApi", name, stack);
        var physical = stack.names().of(NameRule.HTTP_API, name);
        api = new Api(
                child("api"),
                ApiArgs.builder()
                        .name(physical)
                        .description(description)
                        .protocolType("HTTP")
                        .disableExecuteApiEndpoint(hasDomain)
                        .build(),
                inside());
        var logs = LogGroups.create("access-logs", "/aws/vendedlogs/" + physical, stack.logRetention(), this);
        stage = createStage(settings, logs);
        outputs(Map.of("id", api.id(), "endpoint", api.apiEndpoint()));
    }

    public Output<String> id() {
        return api.id();
    }

    public Output<String> executionArn() {
        return api.executionArn();
    }

    public Output<String> endpoint() {
        return api.apiEndpoint();
    }

    /** What has to be there before a domain leads to it. */
    public Stage stage() {
        return stage;
    }

    /** {@code owner} is the component that wants the route. */
    public Route createRoute(String suffix, String key, Integration integration, Component owner) {
        return new Route(
                owner.child(suffix),
                RouteArgs.builder()
                        .apiId(api.id())
                        .routeKey(key)
                        .target(Output.format("integrations/%s", integration.id()))
                        .authorizationType("NONE")
                        .build(),
                owner.inside());
    }

    public Source metrics() {
        return Source.of("AWS/ApiGateway").with("ApiId", api.id()).with("Stage", stage.name());
    }

    private Stage createStage(EntranceSettings settings, LogGroup logs) {
        return new Stage(
                child("stage"),
                StageArgs.builder()
                        .apiId(api.id())
                        .name(STAGE)
                        .autoDeploy(true)
                        .accessLogSettings(StageAccessLogSettingsArgs.builder()
                                .destinationArn(logs.arn())
                                .format(new Gson().toJson(LOGGED))
                                .build())
                        .defaultRouteSettings(StageDefaultRouteSettingsArgs.builder()
                                .throttlingRateLimit((double) settings.rate())
                                .throttlingBurstLimit(settings.burst())
                                .build())
                        .build(),
                inside());
    }
}
