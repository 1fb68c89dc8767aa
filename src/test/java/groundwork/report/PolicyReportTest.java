package groundwork.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import groundwork.Stacks;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import groundwork.policy.Judgement;
import groundwork.policy.Judgement.Excepted;
import groundwork.policy.Judgement.Unknown;
import groundwork.policy.Judgement.Violation;
import groundwork.settings.StackText;
import groundwork.settings.entry.Reading;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyReportTest {
    private static final String SETTINGS =
            """
            groundwork:environment: production
            groundwork:databases: { db: { multiAz: false } }
            groundwork:services: { app: { image: "app:1", environment: { DB_PASSWORD: hunter2 }, links: [db] } }
            """;
    private static final Reading READING = StackText.read(SETTINGS);
    private static final Recording RECORDING =
            Stacks.of(StackText.keys(SETTINGS)).record(Ids.KNOWN);

    private final Violation zone =
            violation("mandatory", "aws:rds/instance:Instance", "db-instance", "multiAz", "is off");
    private final Violation secret = violation(
            "advisory", "aws:ecs/taskDefinition:TaskDefinition", "app-task", "", "DB_PASSWORD holds a secret");

    @Test
    void violationsStandBesideTheirResourceAndAreSummedAtTheEnd() {
        var lines = TopologyText.of(RECORDING, Optional.of(report(zone, secret)), Style.PLAIN);

        assertThat(lines).anyMatch(line -> line.matches(".*instance +aws rds.Instance  protected  violates rule"));
        assertThat(lines.subList(
                        lines.indexOf("policy: 1 violation of a mandatory rule, 1 of an advisory rule"), lines.size()))
                .containsExactly(
                        "policy: 1 violation of a mandatory rule, 1 of an advisory rule",
                        "  mandatory  databases.db.multiAz: db-instance.multiAz: is off (rule, FSBP X.1)",
                        "    Change it.",
                        "  advisory  services.app.environment.DB_PASSWORD: app-task: DB_PASSWORD holds a secret (rule, FSBP X.1)",
                        "    Change it.");
    }

    @Test
    void failuresAreThoseOfMandatoryRules() {
        assertThat(report(zone, secret).failures())
                .hasSize(3)
                .element(1)
                .isEqualTo("  mandatory  databases.db.multiAz: db-instance.multiAz: is off (rule, FSBP X.1)");
    }

    @Test
    void theSettingThatTheRuleNamesIsOfTheEntry() {
        var egress = violation(
                "advisory",
                "aws:rds/instance:Instance",
                "db-instance",
                "backupRetentionPeriod",
                "is 1",
                "caches.*.snapshots, or databases.*.backups");
        assertThat(report(egress).setting(egress)).contains("databases.db.backups");
        var other = violation("advisory", "aws:rds/instance:Instance", "db-instance", "x", "is 1", "network.nat");
        assertThat(report(other).setting(other)).contains("databases.db");
    }

    @Test
    void whatIsExceptedAndWhatIsNotKnownIsListed() {
        var report = new PolicyReport(
                new Judgement(
                        true,
                        List.of(),
                        List.of(
                                new Unknown("rule", zone.resource(), "multiAz"),
                                new Unknown("rule", secret.resource(), "")),
                        List.of(new Excepted("rule", zone.resource(), "is off", "a small shop", "2026-12-31"))),
                RECORDING,
                READING);
        assertThat(report.lines(Style.PLAIN))
                .containsExactly(
                        "policy: 1 excepted, 2 not known yet",
                        "  excepted until 2026-12-31  db-instance: is off (rule): a small shop",
                        "  not known yet  rule: app-task, db-instance");
    }

    @Test
    void nothingToSayIsSaid() {
        assertThat(report().lines(Style.PLAIN)).containsExactly("policy: no rule is violated");
    }

    @Test
    void jsonNamesTheSettingOfEachViolation() {
        assertThat(report(zone).json())
                .isEqualTo(JsonParser.parseString(
                        """
                                {"passed": false, "unknown": [], "excepted": [], "violations": [{
                                  "rule": "rule", "level": "mandatory", "resource": "%s", "path": "multiAz",
                                  "message": "is off", "remedy": "Change it.", "control": ["FSBP X.1"],
                                  "setting": "databases.db.multiAz"}]}
                                """
                                .formatted(zone.resource())));
    }

    private static PolicyReport report(Violation... violations) {
        boolean passed = List.of(violations).stream().noneMatch(Violation::isMandatory);
        return new PolicyReport(new Judgement(passed, List.of(violations), List.of(), List.of()), RECORDING, READING);
    }

    private static Violation violation(String level, String type, String name, String path, String message) {
        return violation(level, type, name, path, message, "");
    }

    private static Violation violation(
            String level, String type, String name, String path, String message, String setting) {
        Recorded resource = RECORDING.named(type, name);
        return new Violation("rule", level, resource.urn(), path, message, "Change it.", List.of("FSBP X.1"), setting);
    }
}
