package groundwork.edge;

import static groundwork.aws.ResourceTypes.CLOUDFRONT_DISTRIBUTION;
import static groundwork.aws.ResourceTypes.LB_LISTENER;
import static groundwork.aws.ResourceTypes.LB_LISTENER_RULE;
import static groundwork.aws.ResourceTypes.LB_TARGET_GROUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import groundwork.Stacks;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoutedTargetsTest {
    private static final String ROUTES =
            "[/*, {path: /ws/*, sticky: 1d}, {host: api.example.com, path: /v1/*}, {host: '*.example.com', path: /*}]";

    @Test
    void eachKindOfStickinessIsATargetGroup() {
        var recording = web(3000);

        var usual = recording.named(LB_TARGET_GROUP, "web-web-group-3000");
        assertThat(usual.text("targetType")).isEqualTo("ip");
        assertThat(usual.text("protocol")).isEqualTo("HTTP");
        assertThat(usual.number("port")).isEqualTo(3000);
        assertThat(usual.number("deregistrationDelay")).isEqualTo(30);
        assertThat(usual.text("loadBalancingAlgorithmType")).isEqualTo("least_outstanding_requests");
        assertThat(usual.flag("stickiness.enabled")).isFalse();
        assertThat(usual.map("healthCheck"))
                .containsEntry("path", "/health")
                .containsEntry("matcher", "200-299")
                .containsEntry("port", "traffic-port");
        assertThat(usual.number("healthCheck.interval")).isEqualTo(10);
        assertThat(usual.number("healthCheck.timeout")).isEqualTo(4);
        assertThat(usual.number("healthCheck.healthyThreshold")).isEqualTo(3);
        assertThat(usual.number("healthCheck.unhealthyThreshold")).isEqualTo(5);

        var sticky = recording.named(LB_TARGET_GROUP, "web-web-sticky-group-3000");
        assertThat(sticky.text("loadBalancingAlgorithmType")).isEqualTo("round_robin");
        assertThat(sticky.text("stickiness.type")).isEqualTo("lb_cookie");
        assertThat(sticky.number("stickiness.cookieDuration")).isEqualTo(86_400);
    }

    @Test
    void everyRouteIsARuleOfTheListener() {
        var recording = web(3000);
        var listener = recording.named(LB_LISTENER, "load-balancer-https").urn();

        assertThat(recording.ofType(LB_LISTENER_RULE))
                .extracting(Recorded::name, RoutedTargetsTest::conditions)
                .containsExactlyInAnyOrder(
                        tuple("load-balancer-rule-any", List.of("/*")),
                        tuple("load-balancer-rule-ws-any", List.of("/ws/*")),
                        tuple("load-balancer-rule-api-example-com-v1-any-07656b", List.of("api.example.com", "/v1/*")),
                        tuple("load-balancer-rule-any-example-com-any-4e4791", List.of("*.example.com", "/*")));
        assertThat(recording.ofType(LB_LISTENER_RULE))
                .allSatisfy(rule -> assertThat(rule.propertyDependencies().get("listenerArn"))
                        .contains(listener));
    }

    @Test
    void requestsForTheDomainShowThatTheyCameThroughTheCdn() {
        var recording = stack(3000).with("cdn", "{}").record();

        var shown =
                recording.named(CLOUDFRONT_DISTRIBUTION, "cdn-distribution").text("origins[1].customHeaders[0].value");
        assertThat(recording.ofType(LB_LISTENER_RULE))
                .filteredOn(rule -> rule.has("conditions[1].httpHeader"))
                .extracting(
                        Recorded::name,
                        rule -> rule.text("conditions[1].httpHeader.httpHeaderName"),
                        rule -> rule.text("conditions[1].httpHeader.values[0]"),
                        rule -> rule.isSecret("conditions[1].httpHeader.values"))
                .containsExactlyInAnyOrder(
                        tuple("load-balancer-rule-any", "x-origin-pass", shown, true),
                        tuple("load-balancer-rule-ws-any", "x-origin-pass", shown, true));
    }

    @Test
    void aGroupThatReplacesAnotherHasANameOfItsOwn() {
        var name = web(3000).named(LB_TARGET_GROUP, "web-web-group-3000").text("name");

        assertThat(name).matches("shop-test-web-3000");
        assertThat(web(3001).named(LB_TARGET_GROUP, "web-web-group-3001").text("name"))
                .isNotEqualTo(name);
        assertThat(web(3000).ofType(LB_TARGET_GROUP))
                .extracting(group -> group.text("name"))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Ids.class)
    void theServiceWaitsForItsRules(Ids ids) {
        var recording = stack(3000).record(ids);

        assertThat(recording.named("aws:ecs/service:Service", "web-service").dependencies())
                .containsAll(recording.ofType(LB_LISTENER_RULE).stream()
                        .map(Recorded::urn)
                        .toList());
    }

    private static Recording web(int port) {
        return stack(port).record();
    }

    private static Stacks stack(int port) {
        return Stacks.of("staging")
                .with("domain", "{name: example.com, zone: Z0123456789}")
                .with(
                        "services",
                        "{web: {port: %d, routes: %s, health: {path: /health, interval: 10s, timeout: 4s, %s}}}"
                                .formatted(port, ROUTES, "healthy: 3, unhealthy: 5"));
    }

    private static List<Object> conditions(Recorded rule) {
        return rule.list("conditions").stream()
                .flatMap(condition -> ((Map<?, ?>) condition).values().stream())
                .flatMap(values -> ((List<?>) ((Map<?, ?>) values).get("values")).stream())
                .<Object>map(value -> value)
                .toList();
    }
}
