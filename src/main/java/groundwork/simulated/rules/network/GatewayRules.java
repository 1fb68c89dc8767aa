package groundwork.simulated.rules.network;

import static groundwork.aws.ResourceTypes.APIGATEWAYV2_API;
import static groundwork.aws.ResourceTypes.APIGATEWAYV2_API_MAPPING;
import static groundwork.aws.ResourceTypes.APIGATEWAYV2_DOMAIN_NAME;
import static groundwork.aws.ResourceTypes.APIGATEWAYV2_INTEGRATION;
import static groundwork.aws.ResourceTypes.APIGATEWAYV2_ROUTE;
import static groundwork.aws.ResourceTypes.APIGATEWAYV2_STAGE;
import static groundwork.aws.ResourceTypes.ECS_SERVICE;
import static groundwork.aws.ResourceTypes.SERVICEDISCOVERY_SERVICE;

import groundwork.simulated.Existing;
import groundwork.simulated.World;
import groundwork.simulated.rules.Refusals;
import groundwork.simulated.rules.Rule;
import java.util.List;

/** What HTTP APIs of API Gateway need. */
public final class GatewayRules {
    private static final String API = "apiId";
    private static final String KEY = "\\$default|(ANY|GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) "
            + "(/|(/(\\{\\w+\\}|[^/{}\\s*?]+))*(/\\{\\w+\\+\\})?)";

    public static final List<Rule> ALL = List.of(
            Rule.among("api-integration", GatewayRules::integration, APIGATEWAYV2_INTEGRATION),
            Rule.among("api-route", GatewayRules::route, APIGATEWAYV2_ROUTE),
            Rule.among("api-mapping", GatewayRules::mapping, APIGATEWAYV2_API_MAPPING),
            Rule.of("api-access-log", GatewayRules::accessLog, APIGATEWAYV2_STAGE),
            Rule.of("api-domain-certificate", GatewayRules::certificate, APIGATEWAYV2_DOMAIN_NAME),
            Rule.among("service-registry-port", GatewayRules::registryPort, ECS_SERVICE));

    private GatewayRules() {}

    private static void integration(Existing integration, World world, Refusals refusals) {
        boolean isPrivate = integration.text("connectionType").orElse("").equals("VPC_LINK");
        refusals.unless(
                isPrivate == integration.has("connectionId"),
                "connectionId",
                "and connectionType VPC_LINK need each other");
        refusals.unless(
                !isPrivate || integration.text("integrationType").orElse("").equals("HTTP_PROXY"),
                "integrationType",
                "must be HTTP_PROXY with a VPC link");
        integration
                .text("integrationUri")
                .filter(uri -> isPrivate)
                .ifPresent(uri -> refusals.unless(
                        uri.matches("arn:[\\w-]+:(elasticloadbalancing|servicediscovery):.*:(listener|service)/.*"),
                        "integrationUri",
                        "must be the ARN of a listener or of a Cloud Map service with a VPC link, not %s",
                        uri));
        integration
                .text("integrationUri")
                .flatMap(uri -> world.identified(SERVICEDISCOVERY_SERVICE, uri))
                .ifPresent(registry -> refusals.unless(
                        registersPorts(registry),
                        "integrationUri",
                        "%s has no SRV record, so API Gateway finds no port",
                        registry.name()));
    }

    private static void route(Existing route, World world, Refusals refusals) {
        refusals.matches("routeKey", KEY, "\"%s\" is neither $default nor a method and a path");
        route.text("target").ifPresent(target -> {
            var integration = world.identified(APIGATEWAYV2_INTEGRATION, target.replaceFirst("^integrations/", ""));
            refusals.unless(target.startsWith("integrations/"), "target", "must be integrations/ and an id");
            integration.ifPresent(it ->
                    refusals.unless(it.text(API).equals(route.text(API)), "target", "%s is of another API", it.name()));
        });
    }

    private static void mapping(Existing mapping, World world, Refusals refusals) {
        mapping.text(API)
                .filter(api -> mapping.text("stage").isPresent())
                .filter(api -> world.identified(APIGATEWAYV2_API, api).isPresent())
                .ifPresent(api -> refusals.unless(
                        world.sharing(APIGATEWAYV2_STAGE, API, api).stream()
                                .anyMatch(stage -> stage.text("name").equals(mapping.text("stage"))),
                        "stage",
                        "%s is not a stage of the API",
                        mapping.text("stage").orElse("")));
    }

    private static void accessLog(Existing stage, Refusals refusals) {
        refusals.matches(
                "accessLogSettings.destinationArn",
                "arn:[\\w-]+:(logs:.*:log-group:|firehose:.*:deliverystream/amazon-apigateway-).*",
                "must be a log group or a delivery stream named amazon-apigateway-…, not %s");
    }

    private static void certificate(Existing domain, Refusals refusals) {
        var region = domain.place().region();
        domain.text("domainNameConfiguration.certificateArn")
                .ifPresent(arn -> refusals.unless(
                        !arn.startsWith("arn:") || arn.contains(":" + region + ":"),
                        "domainNameConfiguration.certificateArn",
                        "is not in the region of the domain, %s",
                        region));
    }

    private static void registryPort(Existing service, World world, Refusals refusals) {
        var path = "serviceRegistries";
        boolean hasPort = service.has(path + ".port")
                || service.has(path + ".containerPort") && service.has(path + ".containerName");
        service.text(path + ".registryArn")
                .flatMap(arn -> world.identified(SERVICEDISCOVERY_SERVICE, arn))
                .ifPresent(registry -> refusals.unless(
                        hasPort || !registersPorts(registry),
                        path,
                        "%s has an SRV record, so a container and its port are required",
                        registry.name()));
    }

    private static boolean registersPorts(Existing registry) {
        return registry.paths("dnsConfig.dnsRecords[*].type")
                .anyMatch(path -> registry.text(path).orElse("").equals("SRV"));
    }
}
