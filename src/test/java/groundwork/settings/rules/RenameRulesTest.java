package groundwork.settings.rules;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.settings.entry.Settings;
import groundwork.settings.problems.Problem;
import groundwork.settings.problems.SettingsException;
import groundwork.settings.source.ProjectFile;
import groundwork.settings.source.StackFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenameRulesTest {
    @Test
    void whatHasTheOldNameMustBeGone() {
        assertThat(said("databases: { db: {}, main: { renamedFrom: db } }"))
                .contains("databases.main.renamedFrom: \"db\" is still the name of an entry; remove that entry, or "
                        + "renamedFrom");
    }

    @Test
    void aChainIsRenamedOneAfterTheOther() {
        assertThat(said("queues: { b: { renamedFrom: a }, c: { renamedFrom: b } }"))
                .contains(
                        "queues.c.renamedFrom: \"b\" is still the name of an entry; remove that entry, or renamedFrom");
    }

    @Test
    void oneAloneIsRenamedFromAnother() {
        assertThat(said("queues: { a: { renamedFrom: x }, b: { renamedFrom: x } }"))
                .contains("queues.b.renamedFrom: queues.a is renamed from \"x\" already; only one can be");
    }

    @Test
    void whatWasRenamedIsSaidUntilItIsTakenOut() {
        assertThat(said("queues: { b: { renamedFrom: a } }"))
                .contains("queues.b.renamedFrom: remove it after the next update");
        assertThat(said("queues: { b: {} }")).noneMatch(line -> line.contains("renamedFrom"));
    }

    @Test
    void aSecretNeedsItsNameBeforeItIsTakenOut() {
        assertThat(said("secrets: { b: { byHand: true, renamedFrom: a } }"))
                .contains("secrets.b.renamedFrom: after the next update, set name: a and remove it; without that name "
                        + "the secret becomes another, without its value");
        assertThat(said("secrets: { b: { byHand: true, name: a, renamedFrom: a } }"))
                .contains("secrets.b.renamedFrom: remove it after the next update");
    }

    @Test
    void callersOfAServiceUseItsOldNameUntilTheyAreNew() {
        var services = "services: { b: { port: 80, renamedFrom: a%s }, c: { links: [b] } }";
        assertThat(said(services.formatted("")))
                .contains(
                        "services.b.discovery: its name inside the VPC changes too, and callers still use the old one "
                                + "until their new tasks run; set discovery: a to keep it");
        assertThat(said(services.formatted(", discovery: a"))).noneMatch(line -> line.contains("inside the VPC"));
    }

    /** Problems and warnings alike. */
    private static List<String> said(String block) {
        var text =
                """
                config:
                  aws:region: us-east-1
                  groundwork:owner: us
                  groundwork:environment: staging
                  groundwork:%s
                """
                        .formatted(block);
        try {
            return Settings.read(
                            ProjectFile.in(Path.of("").toAbsolutePath()).with("test", StackFile.parse("test", text)))
                    .warnings()
                    .stream()
                    .map(Problem::toString)
                    .toList();
        } catch (SettingsException refused) {
            return refused.getMessage().lines().map(String::strip).toList();
        }
    }
}
