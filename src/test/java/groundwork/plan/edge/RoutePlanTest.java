package groundwork.plan.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import groundwork.settings.StackText;
import groundwork.settings.service.ServiceSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoutePlanTest {
    @Test
    void anotherTimeKeepsTheTargetGroup() {
        var routes = "groundwork:services: { web: { port: 80, routes: [/*, { path: /ws/*, sticky: %s }] } }";

        assertThat(RoutePlan.of(services(routes.formatted("2d"))).targetGroups())
                .extracting(TargetGroupPlan::suffix)
                .containsExactlyElementsOf(RoutePlan.of(services(routes.formatted("1d"))).targetGroups().stream()
                        .map(TargetGroupPlan::suffix)
                        .toList());
    }

    @Test
    void routesThatKeepABrowserEquallyLongShareATargetGroup() {
        var plan = RoutePlan.of(
                services(
                        """
                groundwork:services:
                  web:
                    port: 80
                    routes: [/*, { path: /ws/*, sticky: 1d }, { path: /live/*, sticky: 24h }, { path: /chat, sticky: 90m }]
                  api: { port: 80, routes: [/api/*] }
                  worker: {}
                """));

        assertThat(plan.targetGroups())
                .extracting(TargetGroupPlan::service, TargetGroupPlan::suffix, TargetGroupPlan::sticky)
                .containsExactly(
                        tuple("api", "api", Optional.empty()),
                        tuple("web", "web", Optional.empty()),
                        tuple("web", "web-sticky", Optional.of(Duration.ofMinutes(90))),
                        tuple("web", "web-sticky-2", Optional.of(Duration.ofDays(1))));
        assertThat(plan.of("web").get(2).rules())
                .extracting(RulePlan::suffix, RulePlan::priority)
                .containsExactly(tuple("live-any", 48479), tuple("ws-any", 49000));
    }

    @Test
    void theServiceOfAPathAlsoAnswersForFilesThatTheBucketLacks() {
        var settings = StackText.settings(
                """
                groundwork:domain: { name: example.com, zone: Z0123456789 }
                groundwork:cdn: { staticPaths: [/static/*, /media/*, /api/static/*] }
                groundwork:services:
                  web: { port: 80, routes: [/*, { host: "*.example.com", path: /media/* }] }
                  api: { port: 80, routes: [/api/*, { host: api.example.com, path: /* }] }
                """);
        var plan = RoutePlan.of(settings.services(), CdnFront.of(settings));

        assertThat(plan.of("web").get(0).rules())
                .extracting(rule -> rule.route().toString())
                .containsExactly(
                        "origin.example.com/static/*", "origin.example.com/media/*", "*.example.com/media/*", "/*");
        assertThat(plan.of("api").get(0).rules())
                .extracting(rule -> rule.route().toString())
                .containsExactly("origin.example.com/api/static/*", "api.example.com/*", "/api/*");
        assertThat(plan.refused().orElseThrow().priority())
                .isGreaterThan(plan.of("web").get(0).rules().get(1).priority());
    }

    @Test
    void oneRouteHasOneOwner() {
        var settings = services("groundwork:services: { web: { port: 80, routes: [/*] } }")
                .get("web");

        assertThatThrownBy(() -> RoutePlan.of(Map.of("blog", settings, "web", settings)))
                .hasMessage("/* is a route of blog and again of web");
    }

    private static Map<String, ServiceSettings> services(String settings) {
        return StackText.settings(settings).services();
    }
}
