package groundwork.settings;

import static groundwork.settings.StackText.problems;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Rows;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What AWS would refuse is told of in the settings, where people can change it. */
class AwsLimitsTest {
    @Rows(
            """
            network: { cidr: 8.8.0.0/16 }                                        | network.cidr: 8.8.0.0/16: public addresses, which tasks could not reach on the internet any more; choose a CIDR within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10
            services: { app: { port: 80, routes: [/*/*/*/*/*/*/*] } }            | services.app.routes[0].path: 7 wildcards with those of the host: a listener rule takes 6; write fewer
            services: { app: { port: 80, routes: [/1, { path: /2, sticky: 1h }, { path: /3, sticky: 2h }, { path: /4, sticky: 3h }, { path: /5, sticky: 4h }, { path: /6, sticky: 5h }] } } | services.app.routes: 6 different sticky durations need as many target groups, and ECS allows 5 per service; use fewer durations
            databases: { db: { instanceClass: db.t9.medium } }                   | databases.db.instanceClass: "db.t9.medium" is not in the table of instance classes; choose one such as db.t4g.medium
            databases: { db: { instanceClass: db.t4g.4xlarge } }                 | databases.db.instanceClass: "db.t4g.4xlarge": the family t4g has no such size; choose micro, small, medium, large, xlarge, 2xlarge
            caches: { cache: { nodeClass: cache.m9g.large } }                    | caches.cache.nodeClass: "cache.m9g.large" is not in the table of instance classes; choose one such as cache.t4g.micro
            parameters: { level: "{{other}}" }                                   | parameters.level: "{{other}}": write 1 to 4096 characters, without {{ and control characters, for example info
            secrets: { key: { value: "{{other}}", store: parameter-store } }     | secrets.key.value: Parameter Store takes no value with {{ in it; choose store: secrets-manager
            provider: { tags: { team: a, Team: b } }                             | provider.tags.team: another differs only in upper and lower case, which IAM does not tell apart; remove one
            """)
    void limitHasItsMessage(String setting, String problem) {
        assertThat(problems("groundwork:" + setting)).containsExactly(problem);
    }

    @Test
    void variablesHaveNoControlCharacters() {
        assertThat(problems("groundwork:services: { app: { environment: { BELL: \"a\\u0007\" } } }"))
                .singleElement()
                .asString()
                .contains("services.app.environment.BELL", "write text without control characters");
        assertThat(problems("groundwork:services: { app: { environment: { PEM: \"one\\ntwo\\t\" } } }"))
                .isEmpty();
    }

    @Test
    void aResourceHasFiftyTagsWithThoseOfTheStack() {
        assertThat(problems("groundwork:provider: { tags: { %s } }".formatted(tags(46))))
                .isEmpty();
        assertThat(problems("groundwork:provider: { tags: { %s } }".formatted(tags(47))))
                .containsExactly(
                        "provider.tags: 47: AWS allows 50 tags per resource, and groundwork adds some itself; write at"
                                + " most 46");
    }

    @Test
    void charactersThatJsonEscapesCountAsTheyAreWritten() {
        var quotes = "\\\"".repeat(30_000);

        assertThat(problems("groundwork:services: { app: { files: { /config/a: \"%s\" } } }".formatted(quotes)))
                .containsExactly(
                        "services.app.files: 60002 bytes with all variables and commands: at most 49152 fit into a"
                                + " task definition; use a volume or an image of your own");
        assertThat(problems("groundwork:services: { app: { environment: { A: \"%s\" } } }".formatted(quotes)))
                .singleElement()
                .asString()
                .startsWith("services.app.environment: 60005 bytes");
    }

    @Test
    void aParameterIsCountedInBytes() {
        assertThat(problems("groundwork:parameters: { text: \"%s\" }".formatted("ä".repeat(2049))))
                .containsExactly(
                        "parameters.text.value: 4098 bytes: a parameter takes 4096; write less, or put it into a"
                                + " bucket");
    }

    private static String tags(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "tag-" + number + ": a")
                .collect(joining(", "));
    }
}
