package groundwork.settings.rules;

import static groundwork.settings.StackText.problems;
import static groundwork.settings.StackText.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformRulesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            spot: 50%                                     | services.app.spot: App Runner has no Spot capacity; remove it, or choose platform: fargate
            exec: true                                    | services.app.exec: App Runner opens no shells; remove it, or choose platform: fargate
            sidecars: { log: { image: "a:1" } }           | services.app.sidecars: App Runner runs one container; remove it, or choose platform: fargate
            init: { log: { image: "a:1" } }               | services.app.init: App Runner runs one container; remove it, or choose platform: fargate
            readonlyDisk: true                            | services.app.readonlyDisk: App Runner has no read-only disks; remove it, or choose platform: fargate
            stopTimeout: 30s                              | services.app.stopTimeout: App Runner decides by itself how long a container may take to stop; remove it, or choose platform: fargate
            files: { /config/a: a }                       | services.app.files: App Runner writes no files; remove it, or choose platform: fargate
            scrape: { port: 90 }                          | services.app.scrape: App Runner lets nobody reach a single instance; remove it, or choose platform: fargate
            deploy: replace                               | services.app.deploy: App Runner replaces instances in a way of its own; remove it, or choose platform: fargate
            readsMetrics: true                            | services.app.readsMetrics: on App Runner a service reads no figures of the account; remove it, or choose platform: fargate
            discovery: front                              | services.app.discovery: App Runner gives the address itself; remove it, or choose platform: fargate
            tasks: { min: 1, max: 2, cpu: 70% }           | services.app.tasks.cpu: App Runner scales by concurrency alone; remove it, or choose platform: fargate
            tasks: { min: 1, max: 2, memory: 70% }        | services.app.tasks.memory: App Runner scales by concurrency alone; remove it, or choose platform: fargate
            tasks: { min: 1, max: 2, requestsPerMinute: 9 } | services.app.tasks.requestsPerMinute: App Runner scales by concurrency alone; remove it, or choose platform: fargate
            tasks: { min: 1, out: 60s }                   | services.app.tasks.out: App Runner scales at its own pace; remove it, or choose platform: fargate
            tasks: { min: 1, in: 60s }                    | services.app.tasks.in: App Runner scales at its own pace; remove it, or choose platform: fargate
            tasks: { min: 0, max: 2, concurrency: 5 }     | services.app.tasks.min: App Runner keeps at least one instance; give 1
            tasks: { min: 1, max: 26, concurrency: 5 }    | services.app.tasks.max: 26: App Runner has at most 25 instances of a service
            health: { matcher: "200" }                    | services.app.health.matcher: only HTTP 200 counts as healthy on App Runner; remove it, or choose platform: fargate
            health: { grace: 60s }                        | services.app.health.grace: App Runner has a grace of its own; remove it, or choose platform: fargate
            health: { container: "true" }                 | services.app.health.container: App Runner asks from outside only; remove it, or choose platform: fargate
            health: { interval: 21s }                     | services.app.health.interval: 21s is too long on App Runner; give at most 20s
            health: { timeout: 25s }                      | services.app.health.timeout: 25s is too long on App Runner; give at most 20s
            arch: arm64                                   | services.app.arch: App Runner runs x86-64 alone; build for that
            image: "docker.io/library/nginx:1"            | services.app.image: App Runner can't pull from "docker.io"; push the image to a repository of the stack's own
            size: { cpu: 512, memory: 2048 }              | services.app.size: 2048 MiB don't go with 512 CPU units on App Runner; choose 1024
            size: { cpu: 8192, memory: 16384 }            | services.app.size: 8192 CPU units can't be had on App Runner; choose 256, 512, 1024, 2048, 4096
            """)
    void appRunnerIsAskedForWhatItCanDo(String setting, String problem) {
        assertThat(problems("groundwork:services: { app: { platform: app-runner, port: 80, routes: [/*], %s } }"
                        .formatted(setting)))
                .containsExactly(problem);
    }

    @Test
    void appRunnerDoesNotWaitForASecret() {
        assertThat(
                        problems(
                                """
                        groundwork:services: { app: { platform: app-runner, port: 80, routes: [/*], links: [key, pay, made] } }
                        groundwork:secrets: { key: { keys: [a] }, url: { byHand: true }, made: { generate: 20 } }
                        groundwork:externals: { pay: { host: a.example.com, secret: url } }
                        """))
                .containsExactly(
                        "services.app.links[0]: App Runner can't create a service before secrets.key has a value; give it one,"
                                + " encrypted",
                        "services.app.links[1]: App Runner can't create a service before secrets.url has a value; give it one,"
                                + " encrypted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            []                                                 | services.app.routes: App Runner answers the public; give it a route, such as /*
            [/api/*]                                           | services.app.routes[0].path: "/api/*": App Runner does not divide a host by paths; write /*
            [{ path: /*, sticky: 1d }]                         | services.app.routes[0].sticky: App Runner keeps no browser on one instance; remove it
            [{ path: /*, host: "*.shop.example.com" }]         | services.app.routes[0].host: App Runner needs exact hosts here; name each
            [{ path: /*, host: www.shop.example.com }]         | services.app.routes[0]: other requests for www.shop.example.com go to the load balancer or the CDN; give this route a host of its own
            """)
    void onAppRunnerHostsAreWhole(String routes, String problem) {
        assertThat(problems(
                        """
                                groundwork:domain: { name: shop.example.com, zone: Z0123456789 }
                                groundwork:services:
                                  app: { platform: app-runner, port: 80, routes: %s }
                                  other: { port: 80, routes: [{ path: /other, host: www.shop.example.com }] }
                                """
                                .formatted(routes)))
                .containsExactly(problem);
    }

    @Test
    void servicesOnAppRunnerDoNotCallInCircles() {
        assertThat(
                        problems(
                                """
                                groundwork:services:
                                  app: { platform: app-runner, port: 80, routes: [/*], links: [other] }
                                  other: { port: 80, links: [app] }
                                """))
                .containsExactly(
                        "services.app.links: links lead back to \"app\", whose address App Runner makes up when it starts;"
                                + " remove one of them");
    }

    @Test
    void whoeverRestsIsToldThatAppRunnerDoesNot() {
        assertThat(
                        warnings(
                                """
                                groundwork:officeHours: {}
                                groundwork:services: { app: { platform: app-runner, image: "app:1", port: 80, routes: [/*] } }
                                """))
                .containsExactly(
                        "officeHours: services.app runs on App Runner and does not rest",
                        "services.app.platform: App Runner takes no new customers since 30 April 2026 and never scales to"
                                + " zero; fargate is for everybody");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            health: { interval: 4s, timeout: 2s }        | services.app.health.interval: 4s is too short on Fargate; give at least 5s
            health: { timeout: 1s }                      | services.app.health.timeout: 1s is too short on Fargate; give at least 2s
            health: { healthy: 1 }                       | services.app.health.healthy: 1: answers are counted from 2 to 10 on Fargate
            health: { unhealthy: 11 }                    | services.app.health.unhealthy: 11: answers are counted from 2 to 10 on Fargate
            tasks: { min: 1, max: 2, concurrency: 9 }    | services.app.tasks.concurrency: counts on App Runner only; give cpu, memory or requestsPerMinute
            """)
    void fargateIsAskedForWhatItCanDo(String setting, String problem) {
        assertThat(problems("groundwork:services: { app: { port: 80, %s } }".formatted(setting)))
                .containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            { to: db, variables: { A: arn } }          | services.app.links[0].variables.A: "arn" is not offered by databases.db; choose host, name, port, url, user
            { to: inner, variables: { A: public-url } } | services.app.links[0].variables.A: "public-url" is not offered by services.inner; choose host, port, url
            { to: key, variables: { A: two } }         | services.app.links[0].variables.A: "two" is not offered by secrets.key; choose first-key, value
            """)
    void exactVariablesAreOfWhatIsOffered(String link, String problem) {
        assertThat(problems(
                        """
                                groundwork:services: { app: { port: 80, links: [%s] }, inner: { port: 80 } }
                                groundwork:databases: { db: {} }
                                groundwork:secrets: { key: { keys: [first_key] } }
                                """
                                .formatted(link)))
                .containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            branches: {}                                                    | apps.web.branches: hosts nothing; name a branch, such as main: production
            branches: { a: production, b: production }                      | apps.web.branches: only one branch can be the production one; give the others another stage, such as development
            branches: { a: { prefix: x } }                                  | apps.web.branches.a.prefix: there is no domain for it to stand before; give one
            branches: { a: production }, links: [db]                        | apps.web.links[0]: "db" is not public, and an app reaches nothing else; link to a service with routes, or to an external without a secret
            branches: { a: production }, links: [dbb]                       | apps.web.links[0]: "dbb" is not declared; did you mean "db"?
            branches: { a: production }, links: [{ to: api, variables: { A: host } }] | apps.web.links[0].variables.A: "host" is of no use outside of the VPC; choose public-url, url
            branches: { a: production }, domain: shop.example.com | apps.web.domain: "shop.example.com" leads to services already; choose another
            branches: { a: production }, headers: { cors: ["https://a.example", "https://b.example"] } | apps.web.headers.cors.origins: 2 origins: Amplify can name one alone; let the services answer for several
            """)
    void appsHoldTogether(String app, String problem) {
        assertThat(problems(
                        """
                                groundwork:apps: { web: { source: https://github.com/a/b, %s } }
                                groundwork:domain: { name: shop.example.com, zone: Z0123456789 }
                                groundwork:services: { api: { port: 80, routes: [/*] } }
                                groundwork:databases: { db: {} }
                                """
                                .formatted(app)))
                .containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            loadBalancer: { headers: { cors: ["https://a.example", "https://b.example"] } } | loadBalancer.headers.cors.origins: 2 origins: a load balancer can name one alone; let the services answer for several
            loadBalancer: { headers: { cors: [] } }                                         | loadBalancer.headers.cors.origins: names nobody; name a stack, or remove it
            cdn: { headers: { cors: ["*"] } }                                               | cdn.headers.cors[0]: "*": write an exact origin such as https://example.com
            """)
    void sitesAreNamedOneByOne(String setting, String problem) {
        assertThat(problems("groundwork:" + setting)).containsExactly(problem);
    }
}
