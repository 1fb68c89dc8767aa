package groundwork.settings.rules;

import static groundwork.settings.StackText.problems;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Rows;
import org.junit.jupiter.api.Test;

class PlatformRulesTest {
    @Rows(
            """
            spot: 50%                                     | services.app.spot: App Runner has no Spot capacity; remove it, or choose platform: fargate
            exec: true                                    | services.app.exec: App Runner has no exec; remove it, or choose platform: fargate
            sidecars: { log: { image: "a:1" } }           | services.app.sidecars: App Runner runs one container; remove it, or choose platform: fargate
            init: { log: { image: "a:1" } }               | services.app.init: App Runner runs one container; remove it, or choose platform: fargate
            readonlyDisk: true                            | services.app.readonlyDisk: App Runner has no read-only disks; remove it, or choose platform: fargate
            stopTimeout: 30s                              | services.app.stopTimeout: App Runner has no stop timeout setting; remove it, or choose platform: fargate
            files: { /config/a: a }                       | services.app.files: App Runner has no files; remove it, or choose platform: fargate
            scrape: { port: 90 }                          | services.app.scrape: App Runner instances can't be reached one by one; remove it, or choose platform: fargate
            deploy: replace                               | services.app.deploy: App Runner has its own deployment strategy; remove it, or choose platform: fargate
            readsMetrics: true                            | services.app.readsMetrics: App Runner services can't read CloudWatch metrics of the account; remove it, or choose platform: fargate
            discovery: front                              | services.app.discovery: App Runner generates the address; remove it, or choose platform: fargate
            tasks: { min: 1, max: 2, cpu: 70% }           | services.app.tasks.cpu: App Runner scales by concurrency only; remove it, or choose platform: fargate
            tasks: { min: 1, max: 2, memory: 70% }        | services.app.tasks.memory: App Runner scales by concurrency only; remove it, or choose platform: fargate
            tasks: { min: 1, max: 2, requestsPerMinute: 9 } | services.app.tasks.requestsPerMinute: App Runner scales by concurrency only; remove it, or choose platform: fargate
            tasks: { min: 1, out: 60s }                   | services.app.tasks.out: App Runner has no cooldown settings; remove it, or choose platform: fargate
            tasks: { min: 1, in: 60s }                    | services.app.tasks.in: App Runner has no cooldown settings; remove it, or choose platform: fargate
            tasks: { min: 0, max: 2, concurrency: 5 }     | services.app.tasks.min: App Runner keeps at least one instance; set 1
            tasks: { min: 1, max: 26, concurrency: 5 }    | services.app.tasks.max: 26: App Runner allows at most 25 instances per service
            health: { matcher: "200" }                    | services.app.health.matcher: only HTTP 200 counts as healthy on App Runner; remove it, or choose platform: fargate
            health: { grace: 60s }                        | services.app.health.grace: App Runner has no health check grace period; remove it, or choose platform: fargate
            health: { container: "true" }                 | services.app.health.container: App Runner has no container health check; remove it, or choose platform: fargate
            health: { interval: 21s }                     | services.app.health.interval: 21s is out of range: App Runner takes at most 20s
            health: { timeout: 25s }                      | services.app.health.timeout: 25s is out of range: App Runner takes at most 20s
            arch: arm64                                   | services.app.arch: App Runner supports only x86-64; build for that
            image: "docker.io/library/nginx:1"            | services.app.image: App Runner can't pull from "docker.io"; push the image to a repository of this stack
            size: { cpu: 512, memory: 2048 }              | services.app.size: 2048 MiB is not an App Runner memory size for 512 CPU units; choose 1024
            size: { cpu: 8192, memory: 16384 }            | services.app.size: 8192 is not an App Runner CPU size; choose 256, 512, 1024, 2048, 4096
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

    @Rows(
            """
            []                                                 | services.app.routes: an App Runner service is public; give it a route, such as /*
            [/api/*]                                           | services.app.routes[0].path: "/api/*": App Runner has no path routing; write /*
            [{ path: /*, sticky: 1d }]                         | services.app.routes[0].sticky: App Runner has no sticky sessions; remove it
            [{ path: /*, host: "*.shop.example.com" }]         | services.app.routes[0].host: App Runner needs exact host names; list each
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
                        "services.app.links: links form a cycle with \"app\", whose address is known only after it "
                                + "is deployed; remove one of them");
    }

    @Rows(
            """
            health: { interval: 4s, timeout: 2s }        | services.app.health.interval: 4s is out of range: an ALB health check takes at least 5s
            health: { timeout: 1s }                      | services.app.health.timeout: 1s is out of range: an ALB health check takes at least 2s
            health: { healthy: 1 }                       | services.app.health.healthy: 1 is out of range: an ALB health check takes a threshold of 2 to 10
            health: { unhealthy: 11 }                    | services.app.health.unhealthy: 11 is out of range: an ALB health check takes a threshold of 2 to 10
            tasks: { min: 1, max: 2, concurrency: 9 }    | services.app.tasks.concurrency: applies only to App Runner; set cpu, memory or requestsPerMinute
            """)
    void fargateIsAskedForWhatItCanDo(String setting, String problem) {
        assertThat(problems("groundwork:services: { app: { port: 80, %s } }".formatted(setting)))
                .containsExactly(problem);
    }

    @Rows(
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

    @Rows(
            """
            branches: {}                                                    | apps.web.branches: has no branches; add one, such as main: production
            branches: { a: production, b: production }                      | apps.web.branches: only one branch can have stage production; choose another stage for the others, such as development
            branches: { a: { prefix: x } }                                  | apps.web.branches.a.prefix: needs a domain; set one
            branches: { a: production }, links: [db]                        | apps.web.links[0]: "db" is not public, and an app can reach only public endpoints; link to a service with routes, or to an external without a secret
            branches: { a: production }, links: [dbb]                       | apps.web.links[0]: "dbb" is not declared; did you mean "db"?
            branches: { a: production }, links: [{ to: api, variables: { A: host } }] | apps.web.links[0].variables.A: "host" is reachable only inside the VPC; choose public-url, url
            branches: { a: production }, domain: shop.example.com | apps.web.domain: "shop.example.com" already routes to services; choose another
            branches: { a: production }, headers: { cors: ["https://a.example", "https://b.example"] } | apps.web.headers.cors.origins: 2 origins: Amplify can send only one; let the services answer for several
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

    @Rows(
            """
            loadBalancer: { headers: { cors: ["https://a.example", "https://b.example"] } } | loadBalancer.headers.cors.origins: 2 origins: a load balancer can send only one; let the services answer for several
            loadBalancer: { headers: { cors: [] } }                                         | loadBalancer.headers.cors.origins: allows no origin; list one, or remove cors
            cdn: { headers: { cors: ["*"] } }                                               | cdn.headers.cors[0]: "*": write an exact origin such as https://example.com
            """)
    void sitesAreNamedOneByOne(String setting, String problem) {
        assertThat(problems("groundwork:" + setting)).containsExactly(problem);
    }
}
