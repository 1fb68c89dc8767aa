package groundwork.edge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Stacks;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recording;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiEntranceTest {
    private static final String SERVICES =
            """
            {
              front: { image: "front:1", port: 3000, health: { container: "true" }, routes: [/*], links: [api] },
              api: { image: "api:1", port: 4000, health: { container: "true" }, routes: [/api/*, /metrics] },
              worker: { image: "worker:1" }
            }""";
    private static final Recording SHOP = behindApi()
            .with("domain", "{ name: shop.example.com, zone: Z0123456789ABCDEFGHIJ }")
            .record();

    @Test
    void nothingIsLeftOfTheLoadBalancer() {
        assertThat(SHOP.refusals()).isEmpty();
        assertThat(SHOP.resources()).noneMatch(resource -> resource.type().startsWith("aws:lb/"));
    }

    @Test
    void eachServiceHasOneIntegrationThroughTheVpcLinkWithItsTasksInCloudMap() {
        var integration = SHOP.named("aws:apigatewayv2/integration:Integration", "api-routes-integration");
        var registry = SHOP.named("aws:servicediscovery/service:Service", "discovery-api");

        assertThat(integration.text("integrationType")).isEqualTo("HTTP_PROXY");
        assertThat(integration.text("connectionType")).isEqualTo("VPC_LINK");
        assertThat(integration.text("connectionId"))
                .isEqualTo(SHOP.named("aws:apigatewayv2/vpcLink:VpcLink", "vpc-link-link")
                        .id()
                        .orElseThrow());
        assertThat(integration.text("integrationUri"))
                .isEqualTo(registry.outputs().get("arn"));
        assertThat(integration.number("timeoutMilliseconds")).isEqualTo(30_000);
        assertThat(registry.text("dnsConfig.dnsRecords[0].type")).isEqualTo("A");
        assertThat(registry.text("dnsConfig.dnsRecords[1].type")).isEqualTo("SRV");
        assertThat(registry.number("healthCheckCustomConfig.failureThreshold")).isEqualTo(1);
    }

    @Test
    void onlyACalledServiceHasAnAddressRecord() {
        assertThat(SHOP.named("aws:servicediscovery/service:Service", "discovery-front")
                        .list("dnsConfig.dnsRecords"))
                .isEqualTo(List.of(Map.of("type", "SRV", "ttl", 10L)));
        assertThat(SHOP.ofType("aws:servicediscovery/service:Service")).hasSize(2);
    }

    @Test
    void ecsRegistersTheContainersPortAndWaitsForNoTargetGroup() {
        var service = SHOP.named("aws:ecs/service:Service", "front-service");

        assertThat(service.map("serviceRegistries"))
                .containsEntry("containerName", "front")
                .containsEntry("containerPort", 3000L);
        assertThat(service.inputs()).doesNotContainKeys("loadBalancers", "healthCheckGracePeriodSeconds");
    }

    @Test
    void aPathAtTheEndIsGreedyAndTheRestIsTheDefault() {
        assertThat(SHOP.ofType("aws:apigatewayv2/route:Route").stream().map(route -> route.text("routeKey")))
                .containsExactlyInAnyOrder("$default", "ANY /api/{proxy+}", "ANY /metrics");
    }

    @Test
    void theVpcLinkReachesThePortsOfTheTasksAndNothingElse() {
        var link = SHOP.named("aws:ec2/securityGroup:SecurityGroup", "vpc-link-group-group")
                .id()
                .orElseThrow();
        var out = SHOP.ofType("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule").stream()
                .filter(rule -> rule.text("securityGroupId").equals(link))
                .map(rule -> rule.number("fromPort") + " " + rule.text("referencedSecurityGroupId"));

        assertThat(out)
                .containsExactlyInAnyOrder(
                        "4000 "
                                + SHOP.named("aws:ec2/securityGroup:SecurityGroup", "api-tasks-group")
                                        .id()
                                        .orElseThrow(),
                        "3000 "
                                + SHOP.named("aws:ec2/securityGroup:SecurityGroup", "front-tasks-group")
                                        .id()
                                        .orElseThrow());
        assertThat(SHOP.ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"))
                .noneMatch(rule -> rule.text("securityGroupId").equals(link));
    }

    @Test
    void theDomainIsTheOnlyWayInAndSpeaksTls12() {
        var domain = SHOP.named("aws:apigatewayv2/domainName:DomainName", "api-domain-name");
        var record = SHOP.named("aws:route53/record:Record", "dns-shop-example-com-a");

        assertThat(SHOP.named("aws:apigatewayv2/api:Api", "http-api-api").flag("disableExecuteApiEndpoint"))
                .isTrue();
        assertThat(domain.text("domainNameConfiguration.securityPolicy")).isEqualTo("TLS_1_2");
        assertThat(record.text("aliases[0].name")).matches("d-\\w{10}\\.execute-api\\.us-east-1\\.amazonaws\\.com");
        assertThat(SHOP.ofType("aws:route53/record:Record"))
                .noneMatch(each -> each.text("type").equals("AAAA"));
    }

    @Test
    void requestsAreLoggedAndThrottled() {
        var stage = SHOP.named("aws:apigatewayv2/stage:Stage", "http-api-stage");

        assertThat(stage.text("accessLogSettings.format"))
                .contains("$context.status")
                .doesNotContain("querystring");
        assertThat(stage.map("defaultRouteSettings"))
                .containsEntry("throttlingRateLimit", 100L)
                .containsEntry("throttlingBurstLimit", 200L);
        assertThat(stage.flag("autoDeploy")).isTrue();
    }

    @Test
    void withoutADomainItAnswersByAwssOwnName() {
        var plain = behindApi().record();
        var endpoint = plain.named("aws:apigatewayv2/api:Api", "http-api-api")
                .outputs()
                .get("apiEndpoint");

        assertThat(plain.named("aws:apigatewayv2/api:Api", "http-api-api").flag("disableExecuteApiEndpoint"))
                .isFalse();
        assertThat(plain.ofType("aws:apigatewayv2/domainName:DomainName")).isEmpty();
        assertThat(plain.named("aws:ssm/parameter:Parameter", "endpoints-services-front--url")
                        .text("value"))
                .isEqualTo(endpoint);
    }

    @Test
    void failedAndSlowRequestsRaiseAnAlarm() {
        var watched = behindApi()
                .with("observability", "{ alarms: { enabled: true, errorRate: 5%, email: [ops@example.com] } }")
                .record(Ids.KNOWN);

        assertThat(watched.ofType("aws:cloudwatch/metricAlarm:MetricAlarm").stream()
                        .map(alarm -> alarm.name())
                        .filter(name -> name.contains("entrance")))
                .containsExactlyInAnyOrder(
                        "alarms-entrance-errors", "alarms-entrance-error-rate", "alarms-entrance-slow");
    }

    private static Stacks behindApi() {
        return Stacks.of("staging").with("entrance", "http-api").with("services", SERVICES);
    }
}
