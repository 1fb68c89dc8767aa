package groundwork.sleep;

import static groundwork.aws.ResourceTypes.APIGATEWAYV2_API;
import static groundwork.aws.ResourceTypes.APIGATEWAYV2_API_MAPPING;
import static groundwork.aws.ResourceTypes.APIGATEWAYV2_INTEGRATION;
import static groundwork.aws.ResourceTypes.APIGATEWAYV2_ROUTE;
import static groundwork.aws.ResourceTypes.APIGATEWAYV2_STAGE;
import static groundwork.aws.ResourceTypes.IAM_ROLE_POLICY;
import static groundwork.settings.StackText.problems;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import groundwork.Stacks;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import java.util.List;
import org.junit.jupiter.api.Test;

class SleepBehindApiTest {
    private static final Recording SHOP = shop().record();

    @Test
    void theDomainLeadsToTheServicesAndTheConductorAloneChangesThat() {
        var mapping = SHOP.named(APIGATEWAYV2_API_MAPPING, "api-domain-mapping");

        assertThat(SHOP.refusals()).isEmpty();
        assertThat(mapping.text("apiId")).isEqualTo(idOf("http-api-api"));
        assertThat(mapping.ignoreChanges()).containsExactly("apiId");
        assertThat(mapping.dependencies())
                .contains(SHOP.named(APIGATEWAYV2_STAGE, "waker-api-stage").urn());
        assertThat(SHOP.ofType(APIGATEWAYV2_ROUTE))
                .allSatisfy(route -> assertThat(route.ignoreChanges()).isEmpty());
    }

    @Test
    void theWakersApiSendsEverythingToTheWaker() {
        var integration = SHOP.named(APIGATEWAYV2_INTEGRATION, "sleep-way-integration");
        var route = SHOP.named(APIGATEWAYV2_ROUTE, "sleep-way-route-any");

        assertThat(route.text("routeKey")).isEqualTo("$default");
        assertThat(route.text("apiId")).isEqualTo(idOf("waker-api-api"));
        assertThat(integration.text("integrationType")).isEqualTo("AWS_PROXY");
        assertThat(integration.text("payloadFormatVersion")).isEqualTo("2.0");
        assertThat(SHOP.named("aws:lambda/permission:Permission", "sleep-way-permission")
                        .text("sourceArn"))
                .endsWith(":" + idOf("waker-api-api") + "/*/$default");
        assertThat(SHOP.named(APIGATEWAYV2_API, "waker-api-api").flag("disableExecuteApiEndpoint"))
                .isTrue();
    }

    @Test
    void probesLeadToTheWakerInEveryPhase() {
        var probe = SHOP.named(APIGATEWAYV2_API_MAPPING, "sleep-way-probe-healthz");

        assertThat(probe.text("apiMappingKey")).isEqualTo("healthz");
        assertThat(probe.text("apiId")).isEqualTo(idOf("waker-api-api"));
        assertThat(probe.ignoreChanges()).isEmpty();
    }

    @Test
    void theFunctionsKnowTheMappingAndCountTheRequestsOfTheServicesApi() {
        var document = document();

        assertThat(document.getAsJsonArray("way"))
                .hasToString(
                        "[{\"asleep\":\"%s\",\"awake\":\"%s\",\"domain\":\"shop.example.com\",\"kind\":\"mapping\",\"mapping\":\"%s\"}]"
                                .formatted(
                                        idOf("waker-api-api"),
                                        idOf("http-api-api"),
                                        SHOP.named(APIGATEWAYV2_API_MAPPING, "api-domain-mapping")
                                                .id()
                                                .orElseThrow()));
        assertThat(document.getAsJsonArray("activity"))
                .hasToString(
                        "[{\"above\":0,\"dimensions\":{\"ApiId\":\"%s\",\"Stage\":\"$default\"},\"metric\":\"Count\",\"namespace\":\"AWS/ApiGateway\"}]"
                                .formatted(idOf("http-api-api")));
        assertThat(document.getAsJsonArray("waves").get(0).getAsJsonArray().get(0))
                .hasToString("{\"cluster\":\"shop-test\",\"health\":true,\"kind\":\"service\",\"name\":\"app\","
                        + "\"range\":{\"max\":3,\"min\":1},\"routed\":true,\"service\":\"shop-test-app\"}");
    }

    @Test
    void theConductorMayChangeThatMappingAndNoLoadBalancer() {
        var way = SHOP.named(IAM_ROLE_POLICY, "sleep-conductor-role-way");
        var own = SHOP.named(IAM_ROLE_POLICY, "sleep-conductor-role-policy");

        assertThat(statements(way)).hasSize(1).allSatisfy(statement -> {
            assertThat(statement.get("Action")).hasToString("[\"apigateway:GET\",\"apigateway:PATCH\"]");
            assertThat(statement.get("Resource"))
                    .hasToString("[\"arn:aws:apigateway:us-east-1::/domainnames/shop.example.com/apimappings/%s\"]"
                            .formatted(SHOP.named(APIGATEWAYV2_API_MAPPING, "api-domain-mapping")
                                    .id()
                                    .orElseThrow()));
        });
        assertThat(own.text("policy")).doesNotContain("elasticloadbalancing").contains("cloudwatch:GetMetricData");
    }

    @Test
    void whatAnHttpApiCantDoIsRefused() {
        assertThat(
                        problems(
                                """
                        groundwork:environment: preview
                        groundwork:entrance: http-api
                        groundwork:domain: { name: shop.example.com, zone: Z0123456789ABCDEFGHIJ }
                        groundwork:sleep: { answer: hold, hold: 40s, probes: { paths: [/], userAgents: [Robot] } }
                        groundwork:services: { app: { port: 80, health: { container: a }, routes: [/*] } }
                        """))
                .containsExactlyInAnyOrder(
                        "sleep.hold: 40s is not less than 30s, after which an HTTP API gives up; choose less",
                        "sleep.probes.userAgents: an HTTP API does not route by user agent; give paths instead, or choose"
                                + " entrance: load-balancer",
                        "sleep.probes.paths: an HTTP API leads probes to the waker by whole parts of a path, of letters, digits"
                                + " and _.~-; use such paths, or choose entrance: load-balancer");
    }

    private static String idOf(String api) {
        return SHOP.named(APIGATEWAYV2_API, api).id().orElseThrow();
    }

    private static Stacks shop() {
        return Stacks.of("preview")
                .with("entrance", "http-api")
                .with("domain", "{ name: shop.example.com, zone: Z0123456789ABCDEFGHIJ }")
                .with("sleep", "{ probes: { paths: [/healthz] } }")
                .with(
                        "services",
                        "{ app: { port: 80, health: { container: a }, routes: [/*], tasks: { min: 1, max: 3, cpu: 50% } } }");
    }

    private static JsonObject document() {
        var item = JsonParser.parseString(SHOP.named("aws:dynamodb/tableItem:TableItem", "sleep-table-config")
                .text("item"));
        return JsonParser.parseString(
                        item.getAsJsonObject().getAsJsonObject("body").get("S").getAsString())
                .getAsJsonObject();
    }

    private static List<JsonObject> statements(Recorded policy) {
        return JsonParser.parseString(policy.text("policy"))
                .getAsJsonObject()
                .getAsJsonArray("Statement")
                .asList()
                .stream()
                .map(statement -> statement.getAsJsonObject())
                .toList();
    }
}
