package groundwork.settings.data;

import groundwork.aws.InstanceClasses;
import groundwork.aws.PostgresReleases;
import groundwork.aws.PostgresWords;
import groundwork.settings.marks.Checked;
import groundwork.settings.problems.Found;
import groundwork.settings.problems.Problems;
import groundwork.settings.secrets.SecretSettings.Store;
import groundwork.settings.units.PostgresVersion;

/** Whether RDS takes a database's version, class, storage and names. */
record DatabaseChecks(DatabaseSettings database) implements Checked {
    @Override
    public void check(Problems problems) {
        version(problems);
        storage(problems);
        InstanceClasses.RDS.problem(database.instanceClass()).ifPresent(problem -> problems.at("instanceClass")
                .add("%s", problem));
        secretName(problems);
        wordIsFree("name", database.name(), problems);
        wordIsFree("user", database.user(), problems);
        problems.at("backups").unless(database.backups().toHours() % 24 == 0, "retention is in whole days");
        problems.at("backupRegion")
                .unless(
                        database.backupRegion().isEmpty() || !database.isAurora(),
                        "Aurora does not replicate automated backups to another region; use backup.copyTo");
    }

    private void version(Problems problems) {
        var postgres = PostgresVersion.parse(database.version());
        problems.at("version")
                .unless(
                        postgres.major() >= PostgresReleases.OLDEST && postgres.major() <= PostgresReleases.NEWEST,
                        "PostgreSQL %s is not in RDS standard support; choose a version from %d to %d",
                        postgres,
                        PostgresReleases.OLDEST,
                        PostgresReleases.NEWEST);
        problems.at("capacity")
                .at("min")
                .unless(
                        !database.pausesByItself() || postgres.canPause(),
                        "Aurora PostgreSQL %s has no auto-pause; choose version %s or later, or min: 0.5",
                        postgres,
                        postgres.firstThatPauses());
    }

    private void storage(Problems problems) {
        var storage = database.storage();
        database.maxStorage().ifPresent(limit -> problems.at("maxStorage")
                .unless(
                        limit.value() == storage.value() || limit.value() * 100L >= storage.value() * 110L,
                        "%s: RDS requires at least 10%% more than storage, %s, or exactly as much",
                        limit,
                        storage));
    }

    private void secretName(Problems problems) {
        problems.at("secret")
                .unless(
                        database.secretStore() != Store.PARAMETER_STORE
                                || database.secret()
                                        .filter(it -> it.matches(".*[+=@].*"))
                                        .isEmpty(),
                        "Parameter Store takes letters, digits and _./- in a name; rename it, or set secretStore:"
                                + " secrets-manager");
    }

    private static void wordIsFree(String setting, String word, Problems problems) {
        problems.at(setting)
                .unless(
                        !PostgresWords.keep(word),
                        "%s is a reserved word of SQL; choose another name",
                        Found.quoted(word));
    }
}
