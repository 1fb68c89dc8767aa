package groundwork.settings.rules;

import groundwork.aws.LogRetention;
import groundwork.settings.NetworkSettings;
import groundwork.settings.Region;
import groundwork.settings.StackSettings;
import groundwork.settings.resilience.BackupSettings;
import groundwork.settings.resilience.ChaosSettings.Experiment;
import groundwork.settings.resilience.Every;
import java.time.Duration;
import java.util.Map;

/** Values that are valid alone but make no sense together. */
public final class DoubtRules {
    private static final Map<Every, Duration> ROUNDS =
            Map.of(Every.DAY, Duration.ofDays(1), Every.WEEK, Duration.ofDays(7), Every.MONTH, Duration.ofDays(31));

    private final Draft draft;
    private final StackSettings settings;

    public DoubtRules(Draft draft) {
        this.draft = draft;
        this.settings = draft.settings();
    }

    public void check() {
        messagesOutliveTheirWork();
        if (draft.isSound("network")) {
            zonesAreCountedOnce(settings.network());
            zonesCanBeLost(settings.network());
            isKeptAsWritten(settings.network().flowLogs(), "network", "flowLogs");
        }
        if (draft.isSound("observability", "logs")) {
            isKeptAsWritten(settings.observability().logs(), "observability", "logs");
        }
        if (draft.isSound("backup")) {
            settings.backup().ifPresent(this::copiesOutliveTheirRound);
            settings.backup().flatMap(BackupSettings::copyTo).ifPresent(region -> exists(region, "backup", "copyTo"));
        }
        settings.databases().forEach((name, database) -> database.backupRegion()
                .ifPresent(region -> exists(region, "databases", name, "backupRegion")));
    }

    private void messagesOutliveTheirWork() {
        settings.queues().forEach((name, queue) -> draft.at("queues", name, "visibility")
                .unless(
                        !draft.isSound("queues", name) || queue.visibility().compareTo(queue.retention()) < 0,
                        "longer than the retention, so hidden messages would be deleted; set a shorter visibility, "
                                + "or a longer retention"));
    }

    private void zonesAreCountedOnce(NetworkSettings network) {
        draft.at("network", "zones")
                .unless(
                        !draft.isWritten("network", "zones")
                                || network.zoneNames().isEmpty()
                                || network.zones() == network.zoneNames().size(),
                        "%d, but zoneNames lists %d; remove one of the two",
                        network.zones(),
                        network.zoneNames().size());
    }

    private void zonesCanBeLost(NetworkSettings network) {
        draft.at("chaos", "experiments")
                .unless(
                        settings.chaos()
                                        .filter(chaos -> chaos.has(Experiment.LOSE_ZONE))
                                        .isEmpty()
                                || network.zoneCount() > 1,
                        "lose-zone needs at least two zones; set network.zones: 2, or remove lose-zone");
    }

    private void isKeptAsWritten(Duration kept, String... path) {
        int days = LogRetention.days(kept);
        draft.warnAt(path)
                .unless(
                        kept.isZero() || days == kept.toDays(),
                        "CloudWatch has no such retention; %dd is used; write that",
                        days);
    }

    private void copiesOutliveTheirRound(BackupSettings backup) {
        draft.warnAt("backup", "keep")
                .unless(
                        backup.keep().compareTo(ROUNDS.get(backup.every())) >= 0,
                        "each recovery point expires before the next is created; set at least %dd",
                        ROUNDS.get(backup.every()).toDays());
    }

    private void exists(String region, String... path) {
        draft.warnAt(path)
                .unless(
                        Region.isKnown(region),
                        "%s is not a region known to groundwork; check that AWS has it",
                        region);
    }
}
