package groundwork.settings.rules;

import groundwork.settings.data.DatabaseSettings;
import groundwork.settings.resilience.Every;
import groundwork.settings.sleep.OpenHours;
import groundwork.settings.units.PostgresVersion;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;

/** What is asked of a database goes together with what is asked of the stack. */
public record DatabaseRules(Draft draft) {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    public void check() {
        if (draft.isSound("databases") && draft.isSound("sleep")) {
            resting().findFirst().ifPresent(database -> dayIsLongEnough(openHours(database)));
        }
        if (draft.isSound("databases") && draft.isSound("sleep") && draft.isSound("backup")) {
            resting().findFirst().ifPresent(database -> vaultIsFilledByDay(openHours(database)));
        }
        draft.settings().databases().forEach((name, database) -> {
            if (draft.isSound("databases", name)) {
                staysSupported(name, database);
            }
            if (draft.isSound("databases", name) && draft.isSound("sleep")) {
                canBeStopped(name, database);
                isCaredForByDay(name, database);
            }
        });
    }

    private void staysSupported(String name, DatabaseSettings database) {
        PostgresVersion.parse(database.version()).supportEndsSoon().ifPresent(end -> draft.warnAt(
                        "databases", name, "version")
                .add(
                        "%s leaves standard support in %s, and AWS then upgrades it in a maintenance window of its"
                                + " own choice; upgrade before, to %s or later",
                        database.version(),
                        MONTH.format(end),
                        PostgresVersion.parse(database.version()).major() + 1));
    }

    private void canBeStopped(String name, DatabaseSettings database) {
        draft.at("databases", name, "replicas")
                .unless(
                        !draft.settings().sleeps(database) || database.isAurora() || database.readers() == 0,
                        "RDS can't stop an instance that has replicas; set sleep to false here, or replicas to 0");
    }

    /** What is not written moves into the day by itself. */
    private void isCaredForByDay(String name, DatabaseSettings database) {
        if (!draft.isWritten("databases", name, "maintenance")) {
            return;
        }
        draft.settings().openHours(database).filter(OpenHours::areEnough).ifPresent(open -> draft.at(
                        "databases", name, "maintenance")
                .unless(
                        open.contain(database.maintenance())
                                && open.containHourAt(database.maintenance().hourOutside(open.hourOfCopies())),
                        "%s: the database is sure to run %s in UTC, and backups need an hour of that too; choose a"
                                + " time within, or remove it",
                        database.maintenance(),
                        open));
    }

    private void dayIsLongEnough(OpenHours open) {
        draft.at("sleep", "hours")
                .unless(
                        open.areEnough(),
                        "%s in UTC, in summer and winter alike, is too short for backups and maintenance of databases;"
                                + " give at least four hours, or set sleep to false for each database",
                        open);
    }

    private void vaultIsFilledByDay(OpenHours open) {
        if (!open.areEnough()) {
            return;
        }
        draft.settings().backup().ifPresent(backup -> {
            draft.at("backup", "every")
                    .unless(
                            backup.every() == Every.DAY || open.isEveryDay(),
                            "would run on a day on which databases may be stopped; choose day, or set sleep to false for"
                                    + " each database");
            draft.at("backup", "at")
                    .unless(
                            !draft.isWritten("backup", "at") || open.containHourAt(backup.at()),
                            "%s may find databases stopped, which are sure to run %s in UTC; choose a time within, or"
                                    + " remove it",
                            backup.at(),
                            open);
        });
    }

    private Stream<DatabaseSettings> resting() {
        return draft.settings().databases().values().stream()
                .filter(database -> draft.settings().openHours(database).isPresent());
    }

    private OpenHours openHours(DatabaseSettings database) {
        return draft.settings().openHours(database).orElseThrow();
    }
}
