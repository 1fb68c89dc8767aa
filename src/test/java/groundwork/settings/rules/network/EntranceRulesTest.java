package groundwork.settings.rules.network;

import static groundwork.settings.StackText.problems;
import static groundwork.settings.StackText.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the load balancer, the CDN, the WAF and the domain ask of each other. */
class EntranceRulesTest {
    @Rows(
            """
            servicePaths: [/api/*], notFound: /404.html        | cdn.notFound: has no effect: it would also replace 404 responses of services
            servicePaths: [/api/*], spa: true, cleanUrls: true | cdn.spa: does nothing: with cleanUrls each address has its own page
            spa: true, cleanUrls: true, notFound: /404.html    | cdn: cleanUrls, notFound, spa: has no effect, because services answer every other path; list their paths in servicePaths
            spa: true                                          | cdn: spa: has no effect, because services answer every other path; list their paths in servicePaths
            servicePaths: [/api/*], spa: true, notFound: /x    | cdn.notFound: has no effect: with spa every path serves index.html
            """)
    void pagesBesideServicesAreFoundAtTheEdge(String cdn, String warning) {
        assertThat(warnings(
                        """
                        groundwork:services: { app: { image: "a:1", port: 80, routes: [/api/*] } }
                        groundwork:cdn: { %s }
                        """
                                .formatted(cdn)))
                .containsExactly(warning);
    }

    @Rows(
            """
            cdn: {}                                 | /* | loadBalancer: { allow: [203.0.113.0/24] } | loadBalancer.allow: has no effect: behind the CDN only CloudFront may connect; use waf.allow
            cdn: { countries: [US] }                | { host: api.example.com, path: /* } | loadBalancer: {} | cdn.countries: not enforced for api.example.com, which bypasses the CDN; add waf to enforce it there
            """)
    void whatGoesRoundTheCdnIsToldOf(String cdn, String route, String balancer, String warning) {
        assertThat(warnings(
                        """
                        groundwork:domain: { name: example.com, zone: Z0123456789 }
                        groundwork:services: { app: { image: "a:1", port: 80, routes: [%s] } }
                        groundwork:%s
                        groundwork:%s
                        """
                                .formatted(route, cdn, balancer)))
                .containsExactly(warning);
    }

    @Rows(
            """
            {}       | domain: not set: traffic is unencrypted HTTP; set domain to get a certificate
            cdn: {}  | domain: not set: the CDN connects to the load balancer over unencrypted HTTP; set domain to get a certificate
            """)
    void productionWithoutADomainIsToldOf(String cdn, String warning) {
        assertThat(warnings(
                        """
                        groundwork:environment: production
                        groundwork:observability: { alarms: { email: [a@example.com] } }
                        groundwork:services: { app: { image: "a:1", port: 80, routes: [/*] } }
                        groundwork:waf: {}
                        """
                                + (cdn.equals("{}") ? "" : "groundwork:" + cdn)))
                .containsExactly(warning);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "groundwork:services: { app: { image: 'a:1', port: 80, routes: [/*] } }",
                "groundwork:cdn: {}",
                "groundwork:apps: { front: { source: 'https://github.com/a/b', branches: { main: production } } }"
            })
    void productionWithoutAFirewallIsWarned(String entrance) {
        var file =
                """
                groundwork:environment: production
                groundwork:domain: { name: example.com, zone: Z0123456789 }
                groundwork:observability: { alarms: { email: [a@example.com] } }
                """
                        + entrance;
        assertThat(warnings(file))
                .containsOnlyOnce(
                        "waf: not set: no firewall filters what comes from the internet; add waf: {} for AWS WAF,"
                                + " from about $8 a month at each entrance");
        assertThat(warnings(file + "\ngroundwork:waf: {}")).noneMatch(warning -> warning.startsWith("waf"));
        assertThat(warnings(file.replace("production\n", "staging\n"))).noneMatch(warning -> warning.startsWith("waf"));
    }

    @Test
    void countriesAreTheSameAtEveryEntrance() {
        assertThat(
                        problems(
                                """
                        groundwork:services: { app: { port: 80, routes: [/] } }
                        groundwork:cdn: { countries: [US, CA] }
                        groundwork:waf: { countries: [US] }
                        """))
                .containsExactly("waf.countries: [US], but cdn.countries is [US, CA]; remove one of the two");
    }

    @Test
    void insistingOnHttpsTakesADomain() {
        assertThat(
                        warnings(
                                """
                        groundwork:services: { app: { image: "a:1", port: 80, routes: [/*] } }
                        groundwork:loadBalancer: { headers: {} }
                        """))
                .containsExactly("loadBalancer.headers: hsts is omitted: without a domain there is no HTTPS");
    }

    @Rows(
            """
            waf: { allow: [0.0.0.0/0] }                             | waf.allow: AWS WAF does not accept /0; remove allow to allow everybody
            waf: { deny: [0.0.0.0/0] }                              | waf.deny: AWS WAF does not accept /0; list the CIDRs to block
            waf: { countries: [UK] }                                | waf.countries[0]: "UK" is not an ISO 3166 country code
            waf: { limits: [{ path: /a, requests: 20 }, { path: /a, requests: 30 }] } | waf.limits[1].path: "/a" already has a limit
            waf: { limits: [{ path: /a, requests: 1000 }] }         | waf.limits[0].requests: 1000 is not less than rateLimit, 1000, which holds for every path
            loadBalancer: { allow: [] }                             | loadBalancer.allow: allows nobody; list a CIDR, or remove it to allow everybody
            cdn: { hosts: [cdn.example.org] }                       | cdn.hosts[0]: "cdn.example.org" is not a name right under the domain, example.com
            cdn: { hosts: [a.cdn.example.com] }                     | cdn.hosts[0]: "a.cdn.example.com" is not a name right under the domain, example.com
            cdn: { hosts: [origin.example.com] }                    | cdn.hosts[0]: "origin.example.com" is the origin name of the load balancer; choose another
            cdn: { hosts: [cdn.example.com, cdn.example.com] }      | cdn.hosts[1]: is listed twice; remove it
            apps: { front: { source: "https://github.com/a/b", branches: { main: production }, autoBranches: [fix, "*"] } } | apps.front.autoBranches[0]: "fix" hosts one branch; write a pattern such as feature/*, and single branches under branches · apps.front.autoBranches[1]: "*" hosts every branch; write a pattern such as feature/*, and single branches under branches
            cdn: { countries: [US, UK] }                            | cdn.countries[1]: "UK" is not an ISO 3166 country code
            cdn: { headers: { contentSecurity: "a\\nb" } }           | cdn.headers.contentSecurity: "a·b": write a single line of ASCII, for example default-src 'self'
            loadBalancer: { headers: { contentSecurity: "a\\nb" } }  | loadBalancer.headers.contentSecurity: "a·b": write a single line of ASCII, for example default-src 'self'
            cdn: { staticPaths: [/*] }                              | cdn.staticPaths[0]: "/*" takes the root path from the services; list the folders of static files
            services: { app: { port: 80, routes: [{ path: /, host: origin.example.com }] } } | services.app.routes[0].host: "origin.example.com" is the origin name of the load balancer; choose another
            """)
    void theEntranceTakesWhatAwsTakes(String setting, String problem) {
        var rest = new StringBuilder("groundwork:domain: { name: example.com, zone: Z0123456789 }\n");
        if (!setting.startsWith("services")) {
            rest.append("groundwork:services: { app: { port: 80, routes: [/] } }\n");
        }
        if (!setting.startsWith("cdn")) {
            rest.append("groundwork:cdn: {}\n");
        }
        assertThat(problems(rest + "groundwork:" + setting)).containsExactly(problem.split(" · "));
    }

    @Test
    void aPathIsEitherAFilesOrAServices() {
        assertThat(
                        problems(
                                """
                        groundwork:services: { app: { port: 80, routes: [/api/*] } }
                        groundwork:cdn: { servicePaths: [/api/*, /a/*], staticPaths: [/a/*] }
                        """))
                .containsExactly("cdn.servicePaths[1]: \"/a/*\" is also in staticPaths; keep one");
    }

    @Test
    void hostsLieUnderTheDomain() {
        assertThat(
                        problems(
                                """
                        groundwork:domain: { name: example.com, zone: Z012345 }
                        groundwork:services:
                          app:
                            port: 80
                            routes: [{ path: /, host: badexample.com }, { path: /, host: a.example.com }]
                        """))
                .containsExactly("services.app.routes[0].host: \"badexample.com\" is not in the domain example.com");
    }

    @Test
    void certificateIsInTheStacksRegion() {
        assertThat(
                        problems(
                                """
                        groundwork:domain:
                          name: example.com
                          zone: Z012345
                          certificate: arn:aws:acm:eu-west-1:123456789012:certificate/abc
                        """))
                .containsExactly("domain.certificate: the certificate is in eu-west-1, but the entrance needs one in"
                        + " us-east-1");
    }

    @Test
    void routeThatAHostTakesAwayIsOdd() {
        assertThat(
                        warnings(
                                """
                        groundwork:domain: { name: example.com, zone: Z012345 }
                        groundwork:services:
                          front: { image: "a:1", port: 80, routes: [{ path: /*, host: api.example.com }] }
                          live: { image: "a:1", port: 80, routes: [/ws/*] }
                        """))
                .containsExactly(
                        "services.live.routes[0]: on host api.example.com, services.front.routes[0] matches first, "
                                + "so \"/ws/*\" is never reached there; add that host to this route if it should be");
    }
}
