package groundwork.settings.rules.network;

import static groundwork.settings.StackText.problems;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Rows;
import org.junit.jupiter.api.Test;

class HttpApiRulesTest {
    private static final String REMEDY = "or choose entrance: load-balancer";

    @Rows(
            """
            groundwork:waf: {}                             | waf: AWS WAF does not attach to HTTP APIs; remove it, REMEDY
            groundwork:cdn: {}                             | cdn: the CDN reaches services through the load balancer; remove cdn, REMEDY
            groundwork:loadBalancer: { idleTimeout: 2m }   | loadBalancer: there is no load balancer with entrance: http-api, which admits all addresses and adds no headers; remove it, REMEDY
            groundwork:network: { discovery: connect }     | network.discovery: an HTTP API finds tasks in Cloud Map by DNS names; choose dns, REMEDY
            """)
    void aStackNeedsNothingThatOnlyALoadBalancerHas(String block, String problem) {
        assertThat(behindApi("routes: [/*], health: { container: a }", block))
                .containsExactly(problem.replace("REMEDY", REMEDY));
    }

    @Rows(
            """
            routes: [{ path: /*, sticky: 1d }], health: { container: a } | services.app.routes[0].sticky: an HTTP API has no sticky sessions; remove sticky, REMEDY
            routes: [/a*], health: { container: a }                      | services.app.routes[0].path: "/a*" is not a route of an HTTP API, which takes * only as the last part, after /, and otherwise letters, digits and _.~-; change it, REMEDY
            routes: [/*/a], health: { container: a }                     | services.app.routes[0].path: "/*/a" is not a route of an HTTP API, which takes * only as the last part, after /, and otherwise letters, digits and _.~-; change it, REMEDY
            routes: [/*]                                                 | services.app.health: an HTTP API checks no health, so only a check inside the container tells which tasks take requests; set health.container, REMEDY
            routes: [/*], deploy: blue-green, health: { container: a }   | services.app.deploy: CodeDeploy moves requests between target groups, which an HTTP API does not have; choose rolling, REMEDY
            routes: [/*], health: { container: a }, tasks: { min: 1, max: 2, requestsPerMinute: 100 } | services.app.tasks.requestsPerMinute: requests are counted per target group, which an HTTP API does not have; scale by cpu, REMEDY
            routes: [/*, { host: b.example.com, path: /* }], health: { container: a } | entrance: an HTTP API leads by path, and the routes have several hosts: b.example.com, example.com; use one of them, REMEDY
            routes: [{ host: "*.example.com", path: /* }], health: { container: a }   | entrance: an HTTP API answers to one host, and a route has a wildcard host; name the host, REMEDY
            sleep: true                                                  | entrance: an HTTP API leads to services on Fargate with routes, and there is none; remove entrance
            """)
    void aServiceNeedsNothingThatOnlyALoadBalancerDoes(String service, String problem) {
        assertThat(behindApi(service, "")).containsExactly(problem.replace("REMEDY", REMEDY));
    }

    @Test
    void productionSaysItTwice() {
        var text =
                """
                groundwork:environment: production
                groundwork:entrance: { kind: http-api%s }
                groundwork:services: { app: { port: 80, health: { container: a }, routes: [/*] } }
                """;

        assertThat(problems(text.formatted("")))
                .containsExactly(
                        "entrance: an HTTP API has no AWS WAF and no WebSockets, and ends requests after 30 s; for an"
                                + " environment of kind production confirm it with production: true, " + REMEDY);
        assertThat(problems(text.formatted(", production: true"))).isEmpty();
    }

    private static Iterable<String> behindApi(String service, String block) {
        return problems(
                """
                groundwork:environment: staging
                groundwork:entrance: http-api
                groundwork:domain: { name: example.com, zone: Z0123456789ABCDEFGHIJ }
                groundwork:services: { app: { port: 80, %s } }
                %s
                """
                        .formatted(service, block));
    }
}
