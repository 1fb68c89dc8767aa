package groundwork.settings.rules;

import static groundwork.settings.StackText.keys;
import static groundwork.settings.StackText.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundwork.Rows;
import groundwork.Stacks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that collide only in what groundwork makes of them. */
class SiblingRulesTest {
    @Rows(
            """
            databases: { db: { replicas: 1 }, db-replica-1: {} }                                        | databases.db-replica-1: "db-replica-1" is the name of a resource that databases.db creates; choose another name
            databases: { db: { replicas: 1 }, db-read: { secret: other } }                              | databases.db-read: "db-read" is the name of a resource that databases.db creates; choose another name
            databases: { db: { engine: aurora-postgres }, db-1: {} }                                    | databases.db-1: "db-1" is the name of a resource that databases.db creates; choose another name
            queues: { jobs: {}, jobs-failed: {} }                                                       | queues.jobs-failed: "jobs-failed" is the name of a resource that queues.jobs creates; choose another name
            queues: { jobs: {}, jobs-dead-letters: {} }                                                 | queues.jobs-dead-letters: "jobs-dead-letters" is the name of a resource that queues.jobs creates; choose another name
            services: { a: { port: 80, routes: [/*, { path: /ws, sticky: 1d }] }, a-sticky: {} }         | services.a-sticky: "a-sticky" is the name of a resource that services.a creates; choose another name
            services: { a: { port: 80, routes: [/*], deploy: blue-green }, a-alternate: {} }                 | services.a-alternate: "a-alternate" is the name of a resource that services.a creates; choose another name
            services: { a: { port: 80, discovery: db } }\\ngroundwork:databases: { db: { replicas: 2 } } | services.a.discovery: "db" is already the private DNS name of databases.db; choose another
            secrets: { s: { byHand: true, store: parameter-store, name: p } }\\ngroundwork:parameters: { p: v }        | secrets.s.name: "p" is already the Parameter Store name of parameters.p; choose another
            caches: { c: { shards: 90, replicas: 5 } }                                                  | caches.c.shards: with 5 replicas each these are 540 nodes; a cluster has at most 500
            """)
    void areToldOfBeforeAnythingIsMade(String settings, String problem) {
        assertThat(problems("groundwork:" + settings.replace("\\n", "\n"))).containsExactly(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "databases: { db: { replicas: 1 }, db-replica-2: {}, db-1: {} }",
                "queues: { jobs: {}, jobs-dead-letter: {} }",
                "services: { app: { port: 80 }, app-internal: { port: 81, routes: [/*] }, x: { links: [app] } }",
                "services: { a: { port: 80, routes: [/*] }, a-alternate: {}, a-sticky: {} }",
                "secrets: { s: { byHand: true, name: p } }\ngroundwork:parameters: { p: v }"
            })
    void doNotTroubleTheirNeighbours(String settings) {
        var config = keys("groundwork:" + settings);

        assertThat(Stacks.of(config).record().refusals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"eu-central-1, 4, 3", "us-west-2, 5, 4"})
    void aRegionHasOnlySoManyZones(String region, int asked, int all) {
        var stack = Stacks.of("staging").inRegion(region).with("network", "{ zones: %d }".formatted(asked));

        assertThatThrownBy(stack::record)
                .hasMessageContaining("network.zones: %d zones: %s has %d; set at most that", asked, region, all);
    }
}
