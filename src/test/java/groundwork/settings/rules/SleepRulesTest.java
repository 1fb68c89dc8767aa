package groundwork.settings.rules;

import static groundwork.settings.StackText.problems;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Rows;
import org.junit.jupiter.api.Test;

class SleepRulesTest {
    @Rows(
            """
            {}  | app: { sleep: false }                       | sleep: stops nothing: only services on Fargate sleep, and there is none that may; remove sleep
            {}  | app: { port: 80, routes: [/*] }             | sleep.wake: a request wakes it only for a declared host, so that scanners of the bare address do not; set domain, or leave request out
            { wake: [hand], answer: hold, hold: 50s } | app: { port: 80, routes: [/*] }, b: { sleep: false, links: [app] } | services.b.links: it stays awake and links to services.app, which sleeps; set sleep: false there too
            {}  | app: { sleep: false, links: [db] }, b: {}   | services.app.links: it stays awake and links to databases.db, which sleeps; set sleep: false there too
            {}  | a: {}, app: { platform: app-runner, image: "a:1", port: 80, routes: [/*] } | services.app.sleep: App Runner services can't be stopped while the environment sleeps; set sleep: false here
            {}  | app: { tasks: { min: 1, max: 3, cpu: 50%, schedule: { a: { days: weekdays, from: "08:00", to: "09:00", min: 2 } } } } | services.app.tasks.schedule: would start tasks while the environment sleeps; remove schedule, or set sleep: false here
            """)
    void sleepIsRefusedWhereItMakesNoSense(String sleep, String services, String problem) {
        assertThat(problems(
                        """
                        groundwork:environment: staging
                        groundwork:databases: { db: {} }
                        groundwork:sleep: %s
                        groundwork:services: { %s }
                        """
                                .formatted(sleep, services)))
                .containsExactly(problem);
    }

    @Test
    void aClientIsHeldForLessThanTheLoadBalancerWaits() {
        assertThat(
                        problems(
                                """
                        groundwork:loadBalancer: { idleTimeout: 30s }
                        groundwork:sleep: { wake: [hand], answer: hold, hold: 30s }
                        groundwork:services: { app: { port: 80, routes: [/*] } }
                        """))
                .containsExactly("sleep.hold: 30s is not less than loadBalancer.idleTimeout, 30s, after which the load"
                        + " balancer gives up; choose less");
    }

    @Test
    void productionSaysItTwice() {
        var production = "groundwork:environment: production\ngroundwork:services: { app: {} }\n";

        assertThat(problems(production + "groundwork:sleep: {}"))
                .containsExactly("sleep: this environment is of kind production, which does not sleep; remove sleep, or"
                        + " confirm it with production: true");
        assertThat(problems(production + "groundwork:sleep: { production: true }"))
                .isEmpty();
    }
}
