package groundwork.settings.rules.links;

import static groundwork.settings.StackText.problems;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Rows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariableRulesTest {
    private static final String AROUND =
            """
            groundwork:databases: { db: { secretStore: secrets-manager } }
            groundwork:queues: { q: {} }
            groundwork:parameters: { db-url: x, db-host: y, port: "80" }
            groundwork:externals: { a-b: a.example.com, db-x: b.example.com }
            groundwork:secrets: { key: { keys: [url] } }
            """;

    @Rows(
            """
            links: [db, db-url]                               | links[1]: "db-url" would set DB_URL, which "db" of links[0] sets too; set as on one of them
            links: [db-host, db]                              | links[1]: "db" would set DB_HOST, which "db-host" of links[0] sets too; set as on one of them
            links: [key, { to: db-url, as: KEY_URL }]         | links[1]: "db-url" would set KEY_URL, which "key" of links[0] sets too; set as on one of them
            links: [a-b, { to: db, variables: { A_B_URL: url } }]                | links[1].variables.A_B_URL: links[0] sets A_B_URL too; choose another name, or set as on links[0]
            links: [{ to: db, variables: { X: url } }, { to: q, variables: { X: url } }] | links[1].variables.X: links[0] sets X too; choose another name, or set as on links[0]
            links: [q], environment: { Q_URL: x }             | environment.Q_URL: links[0], to "q", sets it too; remove it, or set as on the link
            links: [{ to: q, variables: { JOBS: url } }], environment: { JOBS: x } | environment.JOBS: links[0], to "q", sets it too; remove it, or set as on the link
            environment: { PORT: 8080 }                       | environment.PORT: is not the service's port, 80, where requests arrive; remove it, or change port
            links: [q, port]                                  | links[1]: would set PORT, which the service sets itself; choose another name
            """)
    void noVariableIsGivenTwice(String service, String problem) {
        assertThat(problems(AROUND + "groundwork:services: { app: { port: 80, %s } }".formatted(service)))
                .containsExactly("services.app." + problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "links: [db, { to: db-url, as: OTHER }]",
                "links: [{ to: db, variables: { MAIN_URL: url, DB_NAME: name } }]",
                "links: [db, a-b, db-x, q, key]",
                "links: [db], environment: { DATABASE: x }",
                "environment: { PORT: 80 }"
            })
    void variablesThatDifferAreFine(String service) {
        assertThat(problems(AROUND + "groundwork:services: { app: { port: 80, %s } }".formatted(service)))
                .isEmpty();
    }

    @Rows(
            """
            links: [a-b, { to: web, variables: { A_B_HOST: url } }] | apps.front.links[1].variables.A_B_HOST: links[0] sets A_B_HOST too; choose another name, or set as on links[0]
            links: [web], environment: { WEB_URL: x }               | apps.front.environment.WEB_URL: links[0], to "web", sets it too; remove it, or set as on the link
            """)
    void appsKeepToItToo(String app, String problem) {
        assertThat(problems(AROUND
                        + """
                        groundwork:services: { web: { port: 80, routes: [/] } }
                        groundwork:apps: { front: { source: https://github.com/a/b, branches: { main: production }, %s } }
                        """
                                .formatted(app)))
                .containsExactly(problem);
    }
}
