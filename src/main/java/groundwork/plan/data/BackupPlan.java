package groundwork.plan.data;

import static java.util.Objects.requireNonNull;

import groundwork.settings.StackSettings;
import groundwork.settings.resilience.BackupSettings;
import groundwork.settings.sleep.OpenHours;
import java.time.LocalTime;
import java.util.Optional;

/** What AWS Backup copies to its vault, and at what time. */
public record BackupPlan(BackupSettings settings, LocalTime at, boolean tellsOfFailures) {
    public BackupPlan {
        requireNonNull(settings, "settings is null");
        requireNonNull(at, "at is null");
    }

    public static Optional<BackupPlan> of(StackSettings settings) {
        return settings.backup().map(backup -> new BackupPlan(backup, at(backup, settings), settings.tellsOfBackups()));
    }

    /** AWS copies no database that is stopped. */
    private static LocalTime at(BackupSettings backup, StackSettings settings) {
        return settings.databases().values().stream()
                .flatMap(database -> settings.openHours(database).stream())
                .findFirst()
                .filter(open -> !open.containHourAt(backup.at()))
                .map(OpenHours::hourOfVault)
                .orElse(backup.at());
    }
}
