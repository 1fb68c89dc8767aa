package groundwork.settings;

import static groundwork.settings.StackText.problems;
import static groundwork.settings.StackText.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Rows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that have the right form, and mean nothing that works. */
class StrangeValuesTest {
    @Rows(
            """
            network: { cidr: 010.0.0.0/16 }                       | network.cidr: "010.0.0.0/16": has a number with a leading zero, which some tools read as octal
            network: { cidr: 10.0.0.0/08 }                        | network.cidr: "10.0.0.0/08": has a number with a leading zero, which some tools read as octal
            network: { zoneNames: [us-east-1a, us-east-1g] }      | network.zoneNames[1]: "us-east-1g" does not exist; the zones of us-east-1 end in a, b, c, d, e, f
            services: { app: { command: [""] } }                  | services.app.command: starts with an empty text; name the program to run
            """)
    void areRefused(String setting, String problem) {
        assertThat(problems("groundwork:" + setting)).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource({"PATH", "HOME", "LD_PRELOAD"})
    void aLinkDoesNotReplaceWhatProgramsRelyOn(String variable) {
        var stack =
                """
                groundwork:parameters: { place: x }
                groundwork:services: { app: { links: [{ to: place, variables: { %s: value } }] } }
                """;

        assertThat(problems(stack.formatted(variable)))
                .containsExactly("services.app.links[0]: would set " + variable
                        + ", which the container's programs rely on; give the variable another name");
        assertThat(problems(stack.formatted("PLACE_PATH"))).isEmpty();
    }

    @Rows(
            """
            { port: 80, routes: [/*], health: "/up?token=hunter2" }                                       | services.app.health.path
            { port: 80, health: { container: "curl -u admin:hunter2 localhost" } }                        | services.app.health.container.command
            { command: [curl, --user, "admin:hunter2", example.com] }                                     | services.app.command
            """)
    void passwordsInCommandsAndPathsAreWarnedOfAndNotRepeated(String service, String path) {
        assertThat(warnings("groundwork:services: { app: " + service + " }"))
                .anySatisfy(warning -> assertThat(warning).startsWith(path + ": looks like a secret in plain text"))
                .noneMatch(warning -> warning.contains("hunter2"));
    }
}
