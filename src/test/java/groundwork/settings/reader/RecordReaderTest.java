package groundwork.settings.reader;

import static groundwork.settings.StackText.problems;
import static groundwork.settings.StackText.settings;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Rows;
import groundwork.settings.secrets.ParameterSettings;
import groundwork.settings.units.Percent;
import groundwork.settings.units.Sensitive;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {
    @Test
    void misspelledKeyIsToldWithTheNearestOne() {
        assertThat(problems("groundwork:services: { app: { taks: 1 } }"))
                .containsExactly("services.app.taks: unknown setting; did you mean \"services.app.tasks\"?");
    }

    @Test
    void keyFarFromAnyIsToldWithAllThatAreKnown() {
        assertThat(problems("groundwork:services: { app: { spot: { percentage: 1 } } }"))
                .containsExactly("services.app.spot.percentage: unknown setting; known here are base, share");
    }

    @Test
    void misspelledTopLevelKeyIsToldToo() {
        assertThat(problems("groundwork:servces: {}"))
                .containsExactly("servces: unknown setting; did you mean \"services\"?");
    }

    @Rows(
            """
            tasks: many                         | services.app.tasks: "many": write a whole number, from 0 to 5000, for example 2
            tasks: { min: 1.5 }                 | services.app.tasks.min: "1.5": write a whole number, from 0 to 5000, for example 2
            port: 0                             | services.app.port: "0" is out of range: write a whole number, from 1 to 65535, for example 3000
            port: 99999999999                   | services.app.port: "99999999999": write a whole number, from 1 to 65535, for example 3000
            port: [80]                          | services.app.port: found a list: write a whole number, from 1 to 65535, for example 3000
            port: ~                             | services.app.port: has no value; give a whole number, from 1 to 65535, for example 3000, or remove it
            exec: yes                           | services.app.exec: "yes": write true or false
            stopTimeout: 30                     | services.app.stopTimeout: "30": write a time such as 30s, 5m, 12h or 14d, from 2s to 2m
            stopTimeout: 1h                     | services.app.stopTimeout: "1h" is out of range: write a time such as 30s, 5m, 12h or 14d, from 2s to 2m
            spot: 120%                          | services.app.spot: "120%": write a percentage from 0% to 100%
            arch: arm                           | services.app.arch: "arm": write one of x86-64, arm64; did you mean "arm64"?
            image: App                          | services.app.image: "App": write name:tag, or a full image name with its registry, for example app:1.4.2
            routes: /*                          | services.app.routes: found "/*": write a list
            metrics: [1st]                      | services.app.metrics[0]: "1st": write a metric's name
            environment: [A]                    | services.app.environment: found a list: write a block with a name for each entry, for example { NODE_ENV: production }
            size: small                         | services.app.size: found "small": write a block of cpu, memory
            environment: { 1A: x }              | services.app.environment.1A: "1A" can't be a key here: write a variable name of letters, digits and _
            environment: { A: { secure: v1 } }  | services.app.environment.A: can't be encrypted; only secrets and tokens can
            """)
    void wrongValueIsToldWithWhatIsAllowed(String service, String problem) {
        assertThat(problems("groundwork:services: { app: { %s } }".formatted(service)))
                .containsExactly(problem);
    }

    @Test
    void missingValueIsToldWithAnExample() {
        assertThat(problems("groundwork:domain: { name: example.com }"))
                .containsExactly(
                        "domain.zone: is missing; give a hosted zone id, Z followed by capital letters or digits, for example"
                                + " Z0123456789ABCDEFGHIJ");
    }

    @Test
    void everythingIsToldAtOnce() {
        assertThat(
                        problems(
                                """
                        groundwork:environment: prod
                        groundwork:network: { zones: 9, nat: one }
                        groundwork:services:
                          My_App: { port: 80 }
                          worker: { tasks: { mx: 3 }, links: [jobz] }
                        groundwork:queues: { jobs: {} }
                        """))
                .containsExactly(
                        "environment: \"prod\": write one of production, staging, preview; did you mean \"production\"?",
                        "network.nat: \"one\": write one of per-zone, single, none; did you mean \"none\"?",
                        "network.zones: \"9\" is out of range: write a whole number, from 1 to 6, for example 3",
                        "services.My_App: \"My_App\" can't be a key here: write at most 40 lower-case letters, "
                                + "digits and single hyphens, starting with a letter, such as \"my-app\"",
                        "services.worker.links[0]: \"jobz\" is not declared; did you mean \"jobs\"?",
                        "services.worker.tasks.mx: unknown setting; did you mean \"services.worker.tasks.max\"?");
    }

    @Test
    void scalarsMayArriveAsTextOrAsThemselves() {
        var service = settings(
                        """
                        groundwork:images: { immutableTags: "false" }
                        groundwork:services: { app: { port: "80", image: a:1, spot: 70, environment: { A: 5, B: true } } }
                        """)
                .services()
                .get("app");
        assertThat(service.port()).contains(80);
        assertThat(service.spot().share()).isEqualTo(new Percent(70));
        assertThat(service.environment()).containsEntry("A", "5").containsEntry("B", "true");
    }

    @Test
    void zeroNeedsNoUnit() {
        assertThat(settings("groundwork:network: { flowLogs: 0 }").network().flowLogs())
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void encryptedValuesStandWhereSecretsAre() {
        var secrets = settings(
                        """
                        groundwork:secrets:
                          key: { secure: v1:abc }
                          pair: { values: { one: { secure: v1:def }, two: plain } }
                        """)
                .secrets();
        assertThat(secrets.get("key").value()).isPresent();
        assertThat(secrets.get("pair").values()).containsEntry("two", new Sensitive("plain"));
    }

    @Rows(
            """
            secrets: hunter2                                        | secrets: found a value: write a block with a name for each entry
            secrets: { stripe: { values: hunter2 } }                | secrets.stripe.values: found a value: write a block with a name for each entry, for example { stripe: { secure: … } }
            secrets: { stripe: { value: 1234.50 } }                 | secrets.stripe.value: is read as a number, which loses zeros at its end (1.10 becomes 1.1); put the text in quotes
            secrets: { stripe: [hunter2] }                          | secrets.stripe: found a list: write a text, encrypted or not, or a block of value, values, keys, byHand, …
            apps: { web: hunter2 }                                  | apps.web: found a value: write a block of source, platform, framework, buildSpec, …
            apps: hunter2                                           | apps: found a value: write a block with a name for each entry
            """)
    void whatStandsForASecretIsNotRepeated(String setting, String problem) {
        assertThat(problems("groundwork:" + setting)).containsExactly(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "services: { app: { image: 'https://me:hunter2@registry.example.com/app:1' } }",
                "services: { app: { image: 'me:hunter2@registry.example.com/app:1' } }",
                "services: { app: { image: 'a:1', command: 'mongodb://me:hunter2@db/shop' } }",
                "services: { app: { image: 'a:1', command: { x: 'PGPASSWORD=hunter2 psql' } } }",
                "externals: { mongo: { host: 'me:hunter2@db.example.com', port: 1 } }",
                "apps: { web: { source: 'https://me:hunter2@github.com/a/b', branches: { main: {} } } }",
                "domain: { name: 'https://me:hunter2@example.com', zone: Z012345 }",
                "services: { app: { image: 'a:1', tasks: 'AKIAABCDEFGHIJKLhunter2 AKIAABCDEFGHIJKLMNOP' } }",
            })
    void credentialsInOtherSettingsAreNotRepeated(String setting) {
        assertThat(problems("groundwork:" + setting))
                .isNotEmpty()
                .noneMatch(problem -> problem.contains(":hunter2") || problem.contains("=hunter2"))
                .noneMatch(problem -> problem.contains("AKIAABCDEFGHIJKLMNOP"));
    }

    @Test
    void numbersInTextsAreKeptOrRefused() {
        assertThat(problems("groundwork:databases: { db: { version: 16.10 } }\ngroundwork:parameters: { level: 1.10 }"))
                .containsExactly(
                        "databases.db.version: is read as a number, which loses zeros at its end (1.10 becomes 1.1); put"
                                + " the text in quotes",
                        "parameters.level: is read as a number, which loses zeros at its end (1.10 becomes 1.1); put the"
                                + " text in quotes");
        assertThat(settings("groundwork:parameters: { level: 110, form: '1.10', on: on, time: 12:30 }")
                        .parameters()
                        .values())
                .extracting(ParameterSettings::value)
                .containsExactly("1.10", "110", "on", "12:30");
    }

    @Test
    void secretsAreNeverRepeated() {
        assertThat(problems("groundwork:secrets: { key: { value: [hunter2], generate: hunter2, rotation: hunter2 } }"))
                .hasSize(3)
                .noneMatch(problem -> problem.contains("hunter2"));
    }

    @Test
    void longValuesAreCut() {
        assertThat(problems("groundwork:services: { app: { arch: " + "x".repeat(100) + " } }"))
                .containsExactly("services.app.arch: \"" + "x".repeat(60) + "…\": write one of x86-64, arm64");
    }
}
